import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { act, type Preview } from './act.ts'
import { loadAsset } from './assets.ts'
import { drawPage } from './page.ts'
import { type Effect, pageEventSchema } from './page-event.ts'

/** Only this machine can open the page. */
const LOOPBACK = '127.0.0.1'
const MAX_BODY = 100_000

export interface PreviewOptions extends Preview {
  /** 0 for any that is free. */
  readonly port: number
  /** What the postings are, in a few words. */
  readonly source: string
}

/** A page that is being served. */
export interface ServedPreview {
  readonly url: string
  close(): Promise<void>
}

/**
 * Serves the page on the loopback address.
 * @throws the error of Node where the port cannot be had
 */
export async function servePreview(options: PreviewOptions): Promise<ServedPreview> {
  const server = createServer((request, response) => {
    answer(options, request, response).catch((error: unknown) => {
      options.log.error({ err: error }, 'the preview could not answer')
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  await listen(server, options.port)
  const { port } = server.address() as AddressInfo
  return { url: `http://localhost:${port}/`, close: () => close(server) }
}

async function answer(
  options: PreviewOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // A page of another site that resolves its own name to this machine is not let in.
  if (!isLocal(request)) return void response.writeHead(403).end()
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  if (request.method === 'POST' && pathname === '/act') return answerEvent(options, request, response)
  if (request.method !== 'GET') return void response.writeHead(405).end()
  if (pathname === '/') return sendPage(options.source, response)
  const asset = await loadAsset(pathname)
  if (asset === null) return void response.writeHead(404).end()
  response.writeHead(200, { 'content-type': asset.type, 'cache-control': 'no-cache' }).end(asset.body)
}

function isLocal({ headers: { host = '', origin } }: IncomingMessage): boolean {
  const isOwnName = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/.test(host)
  return isOwnName && (origin === undefined || origin === `http://${host}`)
}

function sendPage(source: string, response: ServerResponse): void {
  const nonce = randomBytes(16).toString('base64')
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy.join('; '),
    'cache-control': 'no-store',
  })
  response.end(drawPage(source, nonce))
}

/** Sends what is to be shown line by line, as it comes. */
async function answerEvent(
  preview: Preview,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const event = pageEventSchema.safeParse(await readJson(request))
  if (!event.success) return void response.writeHead(400).end()
  response.writeHead(200, { 'content-type': 'application/x-ndjson; charset=utf-8' })
  await act(preview, event.data, (effect: Effect) => void response.write(`${JSON.stringify(effect)}\n`))
  response.end()
}

/** @returns undefined for what is no JSON, or too long */
async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk
    if (text.length > MAX_BODY) return undefined
  }
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, LOOPBACK, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
