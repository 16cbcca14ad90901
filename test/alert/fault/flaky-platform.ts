import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { z } from 'zod'
import { placeKey, targetSchema } from '../../../src/alert/subscription.ts'

const bodySchema = z.object({ target: targetSchema, key: z.string(), titles: z.array(z.string()) })

/** What a platform holds at the end. */
export interface FlakyPlatform {
  readonly url: string
  /** How often each posting stands in each place: `PLACE TITLE`. */
  readonly counts: ReadonlyMap<string, number>
  readonly posted: () => number
  readonly faults: () => number
  close(): Promise<void>
}

interface FlakyOptions {
  /** How long Discord remembers a nonce here. */
  readonly nonceMs: number
  /** From 0 to 1: the share of requests that go wrong in some way. */
  readonly faultShare: number
  readonly random: () => number
}

/**
 * Discord and Slack as far as posting goes, with everything that goes wrong between: 429, 500 before and after the
 * message was posted, connections that break before and after, and requests that arrive twice.
 */
export async function startFlakyPlatform({
  nonceMs,
  faultShare,
  random,
}: FlakyOptions): Promise<FlakyPlatform> {
  const counts = new Map<string, number>()
  const messages = new Map<string, string>()
  const nonces = new Map<string, { readonly id: string; readonly until: number }>()
  let faults = 0
  let ids = 0

  const post = ({ target, key, titles }: z.infer<typeof bodySchema>): string => {
    const isDiscord = target.platform === 'discord'
    const known = nonces.get(key)
    if (isDiscord && known && known.until > Date.now()) return known.id
    ids += 1
    const id = `m${ids}`
    messages.set(`${target.platform} ${key}`, id)
    nonces.set(key, { id, until: Date.now() + nonceMs })
    for (const title of titles) {
      const name = `${placeKey(target)} ${title}`
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
    return id
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = bodySchema.parse(JSON.parse(await readBody(request)))
    const { platform } = body.target
    if (request.url === '/find') {
      response.end(platform === 'discord' ? (messages.get(`${platform} ${body.key}`) ?? '') : '')
      return
    }
    if (random() >= faultShare) return void response.end(post(body))
    faults += 1
    const kind = Math.floor(random() * 6)
    if (kind === 0) return void response.writeHead(429, { 'retry-after-ms': '40' }).end()
    if (kind === 1) return void response.writeHead(500).end()
    if (kind === 2) return void request.socket.destroy()
    const id = post(body)
    if (kind === 3) return void request.socket.destroy()
    if (kind === 4) return void response.writeHead(500).end()
    // The request is delivered twice on the way; only Discord is asked to tell.
    if (platform === 'discord') post(body)
    response.end(id)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    counts,
    posted: () => ids,
    faults: () => faults,
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}
