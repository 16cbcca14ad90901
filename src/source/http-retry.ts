/** Answers that may be better a moment later. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504])

/** Whether a status speaks of something that may pass. */
export const isPassing = (status: number): boolean => PASSING.has(status)

/** How often a request is sent at the most. */
export const MAX_ATTEMPTS = 3
/** A server that asks for a longer pause than this is left for the next reload (milliseconds). */
export const MAX_WAIT_MS = 60_000
const FIRST_WAIT_MS = 1000

/**
 * Reads a Retry-After header as a pause; null where there is none that can be read.
 * @example parseRetryAfter('120', 0) // 120000
 */
export function parseRetryAfter(header: string | undefined, nowMs: number): number | null {
  const text = (header ?? '').trim()
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000
  const date = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs)
}

/**
 * How long to wait before the next attempt; null for giving up.
 * @param attempt how many attempts were made
 * @param askedMs the pause that the server asked for
 * @param random from 0 to 1, so that many do not come back at once
 */
export function planRetry(attempt: number, askedMs: number | null, random: number): number | null {
  if (attempt >= MAX_ATTEMPTS || (askedMs ?? 0) > MAX_WAIT_MS) return null
  const backoffMs = FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.5 + random / 2)
  return Math.max(askedMs ?? 0, Math.round(backoffMs))
}
