import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { request as createRequest, type IncomingMessage } from 'node:http'
import { asText } from '../../discord/json.ts'
import { SLACK_LIMITS } from '../limits.ts'
import type { Timeline } from '../timeline.ts'
import type { Delivery, DeliveryOutcome, Retry, Transport } from './delivery.ts'

/** Ways to spoil the next requests, as somebody else on the internet could send them. */
export interface HttpFaults {
  wrongSignatures: number
  oldTimestamps: number
}

/** Requests to the app's own address. */
export interface HttpTransport extends Transport {
  readonly faults: HttpFaults
  /** The address of the app for everything; null before it is known. */
  readonly setUrl: (url: string | null) => void
}

const OLD_SECONDS = 10 * 60

/** Makes a transport without an address. */
export function createHttpTransport(timeline: Timeline, signingSecret: string): HttpTransport {
  const faults: HttpFaults = { wrongSignatures: 0, oldTimestamps: 0 }
  let url: string | null = null
  return {
    faults,
    setUrl: next => {
      url = next
    },
    attempt: async (delivery, retry) => {
      if (url === null) return { ok: false, reason: 'connection_failed' }
      const body = writeBody(delivery)
      const headers = { ...sign(faults, signingSecret, body), ...createHeaders(delivery, retry) }
      return request(timeline, url, headers, body)
    },
  }
}

/** Events are JSON, commands are forms, and interactions are JSON in the one field of a form. */
function writeBody({ kind, payload }: Delivery): string {
  if (kind === 'events_api') return JSON.stringify(payload)
  if (kind === 'interactive') return new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
  const fields = Object.entries(payload).map(([key, value]) => [key, asText(value)] as const)
  return new URLSearchParams(Object.fromEntries(fields)).toString()
}

function createHeaders({ kind }: Delivery, retry: Retry | null): Record<string, string> {
  return {
    'content-type': kind === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded',
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    ...(retry === null
      ? {}
      : { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason }),
  }
}

/** The time is the machine's even where the test's clock is ahead, because the app has only that one. */
function sign(faults: HttpFaults, secret: string, body: string): Record<string, string> {
  const isOld = takeFault(faults, 'oldTimestamps')
  const key = takeFault(faults, 'wrongSignatures') ? 'the secret of somebody else' : secret
  const timestamp = Math.floor(Date.now() / 1000) - (isOld ? OLD_SECONDS : 0)
  const hash = createHmac('sha256', key).update(`v0:${timestamp}:${body}`).digest('hex')
  return { 'x-slack-request-timestamp': String(timestamp), 'x-slack-signature': `v0=${hash}` }
}

function takeFault(faults: HttpFaults, name: keyof HttpFaults): boolean {
  if (faults[name] === 0) return false
  faults[name] -= 1
  return true
}

async function request(
  timeline: Timeline,
  url: string,
  headers: Record<string, string>,
  body: string,
): Promise<DeliveryOutcome> {
  const abort = new AbortController()
  const startedAtMs = timeline.now()
  const cancel = timeline.after(SLACK_LIMITS.event.ackMs, () => abort.abort())
  try {
    const { status, text, noRetry } = await post(url, headers, body, abort.signal)
    if (status >= 200 && status < 300)
      return { ok: true, body: parseBody(text), afterMs: timeline.now() - startedAtMs }
    return { ok: false, reason: 'http_error', stopsRetries: noRetry }
  } catch {
    return { ok: false, reason: abort.signal.aborted ? 'http_timeout' : 'connection_failed' }
  } finally {
    cancel()
  }
}

interface Answer {
  readonly status: number
  readonly text: string
  readonly noRetry: boolean
}

/** Plain Node instead of fetch, which costs several times as much in a benchmark of the app. */
async function post(
  url: string,
  headers: Record<string, string>,
  body: string,
  signal: AbortSignal,
): Promise<Answer> {
  const outgoing = createRequest(url, { method: 'POST', headers, signal, agent: false }).end(body)
  const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk))
  return {
    status: incoming.statusCode ?? 0,
    text: Buffer.concat(chunks).toString('utf8'),
    noRetry: incoming.headers['x-slack-no-retry'] === '1',
  }
}

/** The body of an answer: JSON where it is some, else the text; null for an empty one. */
function parseBody(text: string): unknown {
  if (text === '' || text === '{}') return null
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
