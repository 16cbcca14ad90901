import { AppError } from '../errors.ts'
import { createMemoryCache, type HttpCache, type RememberedAnswer } from './http-cache.ts'
import { checkHop } from './http-hosts.ts'
import { MAX_REDIRECTS, readRedirect } from './http-redirect.ts'
import type { HttpAnswer } from './http-request.ts'
import { createRobotsLoader } from './http-robots.ts'
import { createSend, type SendSettings, type SendSurroundings } from './http-send.ts'

/** How sources are read over the network; the names are those of the settings. */
export interface HttpSettings extends SendSettings {
  /** Largest answer, unpacked (bytes; default 64 MiB). */
  readonly maxSourceBytes?: number
  /** Hosts that sources may redirect to besides their own. */
  readonly sourceHosts?: readonly string[]
}

/** What the client needs of the world; all of it has a default. */
export interface HttpSurroundings extends SendSurroundings {
  readonly cache?: HttpCache
  /** Least pause between requests to one host (milliseconds; default 1 s). */
  readonly pauseMs?: number
}

export interface FetchOptions {
  /** The media types asked for. */
  readonly accept: string
  /** Whether the address is meant for people, so that robots.txt decides. */
  readonly isPage: boolean
}

/** What an address holds now. */
export interface Fetched {
  /** The address that answered in the end, after redirects. */
  readonly url: URL
  readonly contentType: string | null
  readonly body: Uint8Array
  /** True where the server said that nothing has changed since the last time. */
  readonly isUnchanged: boolean
}

export interface HttpClient {
  /**
   * Reads an address that the admin gave.
   * @throws {AppError} `SOURCE_UNREACHABLE`, `SOURCE_REFUSED`, `SOURCE_FORBIDDEN`, `SOURCE_ROBOTS` or `SOURCE_TOO_LARGE`
   */
  fetch(address: string, options: FetchOptions): Promise<Fetched>
}

const MAX_BYTES = 67_108_864
const PAUSE_MS = 1000

/** Reads addresses politely (pace, robots.txt, conditional requests, retries) and safely (hosts, addresses, sizes, times). */
export function createHttpClient(settings: HttpSettings, surroundings: HttpSurroundings = {}): HttpClient {
  const { maxSourceBytes = MAX_BYTES, sourceHosts = [], privateHosts = [] } = settings
  const { pauseMs = PAUSE_MS, cache = createMemoryCache(), now = Date.now } = surroundings
  const send = createSend(settings, surroundings)
  const loadRobots = createRobotsLoader(send, now)

  /** What one address answers: a body, new or remembered, or where to go on. */
  async function loadHop(
    url: URL,
    accept: string,
    pause: number,
  ): Promise<Omit<Fetched, 'url'> | { next: URL }> {
    const known = cache.get(url.href)
    const headers = { accept, ...conditions(known) }
    const answer = await send({ url, headers, pauseMs: pause, maxBytes: maxSourceBytes })
    if (answer.status === 304 && known) return { ...pick(known), isUnchanged: true }
    const next = readRedirect(url, answer)
    if (next !== null) return { next }
    if (answer.status !== 200) throw refusal(url, answer.status)
    const fresh = remember(answer)
    if (fresh.etag !== null || fresh.lastModified !== null) cache.set(url.href, fresh)
    return { ...pick(fresh), isUnchanged: false }
  }

  return {
    async fetch(address, { accept, isPage }) {
      let url = new URL(address)
      let from: URL | null = null
      const hosts = { listed: [url.host, ...sourceHosts], privateHosts }
      for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
        checkHop(url, from, hosts)
        const rules = isPage ? await loadRobots(url, hosts) : null
        if (rules?.isAllowed(url) === false) throw new AppError('SOURCE_ROBOTS', url.href)
        const loaded = await loadHop(url, accept, Math.max(pauseMs, rules?.pauseMs ?? 0))
        if ('body' in loaded) return { ...loaded, url }
        from = url
        url = loaded.next
      }
      throw new AppError('SOURCE_UNREACHABLE', `${address} redirects more than ${MAX_REDIRECTS} times`)
    },
  }
}

function conditions(known: RememberedAnswer | null): Record<string, string> {
  if (known === null) return {}
  return {
    ...(known.etag === null ? {} : { 'if-none-match': known.etag }),
    ...(known.lastModified === null ? {} : { 'if-modified-since': known.lastModified }),
  }
}

const pick = ({ contentType, body }: RememberedAnswer) => ({ contentType, body })

const remember = ({ headers, body }: HttpAnswer): RememberedAnswer => ({
  etag: headers.etag ?? null,
  lastModified: headers['last-modified'] ?? null,
  contentType: headers['content-type'] ?? null,
  body,
})

function refusal(url: URL, status: number): AppError {
  const code = status >= 400 && status < 500 ? 'SOURCE_REFUSED' : 'SOURCE_UNREACHABLE'
  return new AppError(code, `${url.href} (it answers ${status})`)
}
