import { setTimeout as sleep } from 'node:timers/promises'
import type { ResponseMessage } from './show-reply.ts'

const TIMEOUT_MS = 10_000
const LONGEST_WAIT_S = 30

/** Slack's answer where a response address is used up. */
export class ResponseRefused extends Error {
  override readonly name = 'ResponseRefused'
  readonly data: { readonly error: string }

  constructor(reason: string) {
    super(`the response address answered ${reason}`)
    this.data = { error: reason }
  }
}

/**
 * Posts to the address that came with a command or a press: five times within thirty minutes. Waits once where Slack
 * asks to.
 * @throws {ResponseRefused} when Slack does not take it
 */
export async function respond(responseUrl: string, message: ResponseMessage): Promise<void> {
  const first = await post(responseUrl, message)
  const waitS = first.status === 429 ? Number(first.headers.get('retry-after') ?? 1) : null
  if (waitS === null || !(waitS <= LONGEST_WAIT_S)) return requireTaken(first)
  await first.body?.cancel()
  await sleep(1000 * waitS)
  await requireTaken(await post(responseUrl, message))
}

function post(responseUrl: string, message: ResponseMessage): Promise<Response> {
  return fetch(responseUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(message),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
}

async function requireTaken(response: Response): Promise<void> {
  const refusal = readRefusal(await response.text())
  if (response.ok && refusal === null) return
  if (response.status === 429) throw new ResponseRefused('ratelimited')
  if (response.status >= 500) throw new ResponseRefused('internal_error')
  throw new ResponseRefused(response.status === 404 ? 'expired_url' : (refusal ?? 'internal_error'))
}

/** "ok", or JSON that names what is wrong. */
function readRefusal(said: string): string | null {
  try {
    const value: unknown = JSON.parse(said)
    if (typeof value !== 'object' || value === null || !('error' in value)) return null
    return String(value.error)
  } catch {
    return said === 'ok' || said === '' ? null : said.slice(0, 100)
  }
}
