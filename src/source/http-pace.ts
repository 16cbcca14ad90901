/** Tells when the next request to a host may go out. */
export interface Pace {
  /** Reserves the next place in the queue. @returns how long to wait for it (milliseconds) */
  reserve(host: string, nowMs: number, pauseMs: number): number
}

/** Keeps requests to one host apart; hosts do not wait for each other. */
export function createPace(): Pace {
  const freeAt = new Map<string, number>()
  return {
    reserve(host, nowMs, pauseMs) {
      const at = Math.max(nowMs, freeAt.get(host) ?? 0)
      freeAt.set(host, at + pauseMs)
      return at - nowMs
    },
  }
}
