import type { ResponseMessage } from './show-reply.ts'

const TIMEOUT_MS = 10_000

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
 * Posts to the address that came with a command or a press: five times within thirty minutes.
 * @throws {ResponseRefused} when Slack does not take it
 */
export async function respond(responseUrl: string, message: ResponseMessage): Promise<void> {
  const response = await fetch(responseUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(message),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  const said = await response.text()
  if (!response.ok || readRefusal(said) !== null)
    throw new ResponseRefused(
      readRefusal(said) ?? (response.status === 404 ? 'expired_url' : said.slice(0, 100)),
    )
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
