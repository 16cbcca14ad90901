import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Log } from './log.ts'

/** What answers one path. */
export interface Route {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly answer: RequestListener
}

/** A server that listens. */
export interface HttpServer {
  readonly port: number
  /** Lets what is being answered finish, and closes. */
  close(): Promise<void>
}

const HEADERS_TIMEOUT_MS = 10_000
const REQUEST_TIMEOUT_MS = 30_000

/**
 * Answers the routes on a port; 0 takes any that is free.
 * @throws the error of Node where the port cannot be had
 */
export async function startHttpServer(port: number, routes: readonly Route[], log: Log): Promise<HttpServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const there = routes.filter(({ path }) => path === pathname)
    const route = there.find(({ method }) => method === request.method)
    if (route) return route.answer(request, response)
    sendText(response, there.length > 0 ? 405 : 404, there.length > 0 ? 'method not allowed' : 'not found')
  })
  server.headersTimeout = HEADERS_TIMEOUT_MS
  server.requestTimeout = REQUEST_TIMEOUT_MS
  await listen(server, port)
  const { port: taken } = server.address() as AddressInfo
  log.info({ port: taken }, 'listening for HTTP')
  return { port: taken, close: () => close(server) }
}

/** Says whether the process lives, and whether it can be asked. */
export function makeHealthRoutes(isReady: () => boolean): readonly Route[] {
  return [
    { method: 'GET', path: '/healthz', answer: (_, response) => sendText(response, 200, 'ok') },
    {
      method: 'GET',
      path: '/readyz',
      answer: (_, response) => sendText(response, isReady() ? 200 : 503, isReady() ? 'ready' : 'not ready'),
    },
  ]
}

/** Gives whatever is counted to whoever collects it. */
export function makeMetricsRoute(metrics: {
  readonly contentType: string
  readonly print: () => Promise<string>
}): Route {
  const answer: RequestListener = async (_, response) => {
    try {
      const text = await metrics.print()
      response.writeHead(200, { 'content-type': metrics.contentType }).end(text)
    } catch {
      sendText(response, 500, 'not to be had')
    }
  }
  return { method: 'GET', path: '/metrics', answer }
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`)
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
}
