import { setTimeout as sleepMs } from 'node:timers/promises'
import project from '../../package.json' with { type: 'json' }
import { AppError } from '../errors.ts'
import { createCheckedLookup, PrivateAddressError, type ResolveName, resolveName } from './http-address.ts'
import { mayBePrivate } from './http-hosts.ts'
import { createPace } from './http-pace.ts'
import { BodyTooLargeError, type HttpAnswer, sendRequest } from './http-request.ts'
import { isPassing, MAX_WAIT_MS, parseRetryAfter, planRetry } from './http-retry.ts'
import { ROBOT_NAME } from './http-robots.ts'

export interface SendSettings {
  /** How long a server may stay silent (milliseconds; default 20 s); an answer may take six times that. */
  readonly sourceTimeoutMs?: number
  /** Hosts that may be at a private address. */
  readonly privateHosts?: readonly string[]
  /** Page or mail address for the User-Agent; null for none. */
  readonly contact?: string | null
}

/** What sending needs of the world; all of it has a default. */
export interface SendSurroundings {
  readonly resolve?: ResolveName
  readonly now?: () => number
  readonly sleep?: (ms: number) => Promise<unknown>
  readonly random?: () => number
}

/** One request as the client plans it. */
export interface PlannedRequest {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  /** Least pause since the last request to this host (milliseconds); 0 for none. */
  readonly pauseMs: number
  /** Largest body, unpacked (bytes). */
  readonly maxBytes: number
  /** Whether a larger body is cut instead of refused. */
  readonly isCut?: boolean
}

/**
 * Sends a request at the host's pace, and again after a pause where that may help.
 * @throws {AppError} `SOURCE_UNREACHABLE`, `SOURCE_FORBIDDEN` or `SOURCE_TOO_LARGE`
 */
export type Send = (request: PlannedRequest) => Promise<HttpAnswer>

const SILENCE_MS = 20_000
const TOTAL_FACTOR = 6

/** The name that sites see, such as `Rolecall/0.1.0 (+https://example.com/bot)`. */
function describeAgent(contact: string | null): string {
  return `${ROBOT_NAME}/${project.version}${contact === null ? '' : ` (+${contact})`}`
}

/** Makes what sends requests; all of its requests to one host keep one pace. */
export function createSend(settings: SendSettings, surroundings: SendSurroundings = {}): Send {
  const { now = Date.now, sleep = sleepMs, random = Math.random, resolve = resolveName } = surroundings
  const { sourceTimeoutMs = SILENCE_MS, privateHosts = [], contact = null } = settings
  const pace = createPace()

  async function attempt(request: PlannedRequest): Promise<HttpAnswer | Failed> {
    const { url, headers, maxBytes, isCut = false } = request
    try {
      const answer = await sendRequest(url, {
        headers: { ...headers, 'user-agent': describeAgent(contact), 'accept-encoding': 'gzip, deflate, br' },
        lookup: createCheckedLookup(resolve, mayBePrivate(url, privateHosts)),
        silenceMs: sourceTimeoutMs,
        totalMs: sourceTimeoutMs * TOTAL_FACTOR,
        maxBytes,
        isCut,
      })
      if (!isPassing(answer.status)) return answer
      const askedMs = parseRetryAfter(answer.headers['retry-after'], now())
      return { problem: `it answers ${answer.status}`, askedMs, cause: null }
    } catch (cause) {
      return readFailure(url, cause)
    }
  }

  return async request => {
    const { url, pauseMs } = request
    for (let attempts = 1; ; attempts++) {
      const waitMs = pauseMs === 0 ? 0 : pace.reserve(url.host, now(), pauseMs)
      if (waitMs > 0) await sleep(waitMs)
      const tried = await attempt(request)
      if (!('problem' in tried)) return tried
      const retryMs = planRetry(attempts, tried.askedMs, random())
      if (retryMs === null) throw unreachable(url, tried)
      await sleep(retryMs)
    }
  }
}

/** An attempt that may go better later. */
interface Failed {
  readonly problem: string
  readonly askedMs: number | null
  readonly cause: unknown
}

/** @throws {AppError} for what another attempt cannot change */
function readFailure(url: URL, cause: unknown): Failed {
  if (cause instanceof BodyTooLargeError)
    throw new AppError('SOURCE_TOO_LARGE', `${url.href}: ${cause.message}`, { cause })
  if (cause instanceof PrivateAddressError)
    throw new AppError('SOURCE_FORBIDDEN', `${cause.message}, a private address`, { cause })
  return { problem: describeProblem(cause), askedMs: null, cause }
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
