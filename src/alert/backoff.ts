const FIRST_MS = 2000
const LONGEST_MS = 300_000
const JITTER = 0.25

/** How waits grow; tests make them short. */
export interface BackoffOptions {
  readonly firstMs: number
  readonly longestMs: number
}

export const DEFAULT_BACKOFF: BackoffOptions = { firstMs: FIRST_MS, longestMs: LONGEST_MS }

/**
 * How long to wait before another try: twice as long each time, up to five minutes, and never at the same moment as
 * others who wait.
 * @param tries how many there were already, from 1 on
 * @param afterMs what the platform asks for, which is never undercut
 * @param random from 0 to 1
 */
export function computeBackoff(
  tries: number,
  afterMs: number,
  random: number,
  { firstMs, longestMs }: BackoffOptions = DEFAULT_BACKOFF,
): number {
  const grown = Math.min(longestMs, firstMs * 2 ** Math.min(20, Math.max(0, tries - 1)))
  const spread = grown * (1 - JITTER + 2 * JITTER * random)
  return Math.round(Math.max(afterMs * (1 + JITTER * random), spread))
}
