import { setTimeout as sleepMs } from 'node:timers/promises'
import project from '../../package.json' with { type: 'json' }
import { AppError } from '../errors.ts'
import { createCheckedLookup, PrivateAddressError, type ResolveName, resolveName } from './http-address.ts'
import { createMemoryCache, type HttpCache, type RememberedAnswer } from './http-cache.ts'
import { checkHop, isListedHost } from './http-hosts.ts'
import { createPace } from './http-pace.ts'
import { BodyTooLargeError, type HttpAnswer, sendRequest } from './http-request.ts'
import { isPassing, MAX_WAIT_MS, parseRetryAfter, planRetry } from './http-retry.ts'
import { ROBOT_NAME, type RobotsRules, readRobots, robotsAddress } from './http-robots.ts'

/** How sources are read over the network; the names are those of the settings. */
export interface HttpSettings {
  /** Largest answer, unpacked (bytes; default 64 MiB). */
  readonly maxSourceBytes?: number
  /** How long a server may stay silent (milliseconds; default 20 s); an answer may take six times that. */
  readonly sourceTimeoutMs?: number
  /** Hosts that sources may redirect to besides their own. */
  readonly sourceHosts?: readonly string[]
  /** Hosts that may be at a private address. */
  readonly privateHosts?: readonly string[]
  /** Page or mail address for the User-Agent; null for none. */
  readonly contact?: string | null
}

/** What the client needs of the world; all of it has a default. */
export interface HttpSurroundings {
  readonly cache?: HttpCache
  readonly resolve?: ResolveName
  readonly now?: () => number
  readonly sleep?: (ms: number) => Promise<unknown>
  readonly random?: () => number
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

const MAX_REDIRECTS = 5
const DEFAULT_MAX_BYTES = 67_108_864
const DEFAULT_SILENCE_MS = 20_000
const TOTAL_FACTOR = 6
const PAUSE_MS = 1000
/** What of a robots.txt is read (RFC 9309 asks for 500 KiB at least). */
const ROBOTS_BYTES = 512_000
const ROBOTS_AGE_MS = 86_400_000
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/** The name that sites see, such as `Rolecall/0.1.0 (+https://example.com/bot)`. */
export function describeAgent(contact: string | null): string {
  return `${ROBOT_NAME}/${project.version}${contact === null ? '' : ` (+${contact})`}`
}

/** Reads addresses politely (pace, robots.txt, conditional requests, retries) and safely (hosts, addresses, sizes, times). */
export function createHttpClient(settings: HttpSettings, surroundings: HttpSurroundings = {}): HttpClient {
  const { now = Date.now, sleep = sleepMs, random = Math.random, resolve = resolveName } = surroundings
  const { pauseMs = PAUSE_MS, cache = createMemoryCache(DEFAULT_MAX_BYTES) } = surroundings
  const { maxSourceBytes = DEFAULT_MAX_BYTES, sourceTimeoutMs = DEFAULT_SILENCE_MS } = settings
  const { sourceHosts = [], privateHosts = [], contact = null } = settings
  const pace = createPace()
  const robots = new Map<string, { readonly rules: RobotsRules; readonly atMs: number }>()

  async function fetch(address: string, options: FetchOptions): Promise<Fetched> {
    const listed = [new URL(address).host, ...sourceHosts]
    const load = (url: URL, pause: number) => loadPage(url, options.accept, pause)
    let from: URL | null = null
    let url = new URL(address)
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      checkHop(url, from, { listed, privateHosts })
      const rules = options.isPage ? await loadRobots(url, listed) : null
      if (rules && !rules.isAllowed(url)) throw new AppError('SOURCE_ROBOTS', url.href)
      const answer = await load(url, Math.max(pauseMs, rules?.pauseMs ?? 0))
      if ('body' in answer) return { ...answer, url }
      from = url
      url = answer.next
    }
    throw new AppError('SOURCE_UNREACHABLE', `${address} redirects more than ${MAX_REDIRECTS} times`)
  }

  /** What one address answers: a body, new or remembered, or where to go on. */
  async function loadPage(url: URL, accept: string, pause: number) {
    const known = cache.get(url.href)
    const headers = { accept, ...conditions(known) }
    const answer = await sendPolitely(url, headers, pause, maxSourceBytes)
    if (answer.status === 304 && known) return { ...pick(known), isUnchanged: true }
    if (REDIRECTS.has(answer.status)) return { next: readLocation(url, answer) }
    if (answer.status !== 200) throw refusal(url, answer.status)
    const fresh = remember(answer)
    if (fresh.etag !== null || fresh.lastModified !== null) cache.set(url.href, fresh)
    return { ...pick(fresh), isUnchanged: false }
  }

  /** The rules of a site, asked for once a day. @throws {AppError} when the site cannot be asked */
  async function loadRobots(url: URL, listed: readonly string[]): Promise<RobotsRules> {
    const known = robots.get(url.origin)
    if (known && now() - known.atMs < ROBOTS_AGE_MS) return known.rules
    const rules = readRobots(url, await fetchRobots(robotsAddress(url), listed))
    robots.set(url.origin, { rules, atMs: now() })
    return rules
  }

  /** A site without a robots.txt allows everything; one that fails to say is left alone (RFC 9309, 2.3.1). */
  async function fetchRobots(start: URL, listed: readonly string[]): Promise<string> {
    let url = start
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const answer = await sendPolitely(url, { accept: 'text/plain' }, 0, ROBOTS_BYTES, true)
      if (answer.status === 200) return new TextDecoder().decode(answer.body)
      if (!REDIRECTS.has(answer.status)) return ''
      const next = readLocation(url, answer)
      if (!isListedHost(next, listed)) return ''
      checkHop(next, url, { listed, privateHosts })
      url = next
    }
    return ''
  }

  /** Sends at the host's pace and again after a pause where that may help. */
  async function sendPolitely(
    url: URL,
    headers: Readonly<Record<string, string>>,
    pause: number,
    maxBytes: number,
    isCut = false,
  ): Promise<HttpAnswer> {
    for (let attempt = 1; ; attempt++) {
      const waitMs = pause === 0 ? 0 : pace.reserve(url.host, now(), pause)
      if (waitMs > 0) await sleep(waitMs)
      const tried = await attemptRequest(url, headers, maxBytes, isCut)
      if (!('problem' in tried)) return tried
      const retryMs = planRetry(attempt, tried.askedMs, random())
      if (retryMs === null) throw unreachable(url, tried)
      await sleep(retryMs)
    }
  }

  async function attemptRequest(
    url: URL,
    headers: Readonly<Record<string, string>>,
    maxBytes: number,
    isCut: boolean,
  ): Promise<HttpAnswer | Failed> {
    const mayBePrivate = isListedHost(url, privateHosts)
    try {
      const answer = await sendRequest(url, {
        headers: { ...headers, 'user-agent': describeAgent(contact), 'accept-encoding': 'gzip, deflate, br' },
        lookup: createCheckedLookup(resolve, mayBePrivate),
        silenceMs: sourceTimeoutMs,
        totalMs: sourceTimeoutMs * TOTAL_FACTOR,
        maxBytes,
        isCut,
      })
      if (!isPassing(answer.status)) return answer
      const askedMs = parseRetryAfter(answer.headers['retry-after'], now())
      return { problem: `it answers ${answer.status}`, askedMs, cause: null }
    } catch (cause) {
      if (cause instanceof BodyTooLargeError)
        throw new AppError('SOURCE_TOO_LARGE', `${url.href}: ${cause.message}`, { cause })
      if (cause instanceof PrivateAddressError)
        throw new AppError('SOURCE_FORBIDDEN', `${cause.message}, a private address`, { cause })
      return { problem: describeProblem(cause), askedMs: null, cause }
    }
  }

  return { fetch }
}

/** An attempt that may go better later. */
interface Failed {
  readonly problem: string
  readonly askedMs: number | null
  readonly cause: unknown
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

function readLocation(url: URL, answer: HttpAnswer): URL {
  const location = answer.headers.location
  const next = location === undefined ? null : URL.parse(location, url.href)
  if (next === null) throw new AppError('SOURCE_UNREACHABLE', `${url.href} redirects to nowhere`)
  return next
}

function refusal(url: URL, status: number): AppError {
  const code = status >= 400 && status < 500 ? 'SOURCE_REFUSED' : 'SOURCE_UNREACHABLE'
  return new AppError(code, `${url.href} (it answers ${status})`)
}

function unreachable(url: URL, { problem, askedMs, cause }: Failed): AppError {
  const isLong = askedMs !== null && askedMs > MAX_WAIT_MS
  const wait = isLong ? ` and asks to wait ${Math.round(askedMs / 1000)} s` : ''
  return new AppError('SOURCE_UNREACHABLE', `${url.href} (${problem}${wait})`, { cause })
}

/** The system's word for a failure, such as `ECONNREFUSED`, else what the error says. */
function describeProblem(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  if (cause.name === 'TimeoutError' || cause.name === 'AbortError') return 'the answer takes too long'
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : null
  return code ?? cause.message
}
