/** How many calls Slack takes. */
export interface RateLimitRules {
  /** Calls a minute by method, instead of the method's own tier. */
  readonly perMinute: Readonly<Record<string, number>>
  /** Messages a second in one channel. */
  readonly messagesPerSecond: number
}

/** Slack's promises: its tiers by method, and one message a second in a channel (docs: apis/web-api/rate-limits). */
export const SLACK_RATE_LIMITS: RateLimitRules = { perMinute: {}, messagesPerSecond: 1 }

/** What a call counts for. */
export interface LimitedCall {
  readonly method: string
  readonly workspaceId: string
  /** Of the method's tier. */
  readonly perMinute: number
  /** Where the call posts a message; null for every other call. */
  readonly postsTo: string | null
}

/** Counts calls; the answer is how many whole seconds to wait, or null when the call may pass. */
export interface RateLimiter {
  readonly take: (call: LimitedCall) => number | null
}

/** Makes a limiter; without rules everything passes. */
export function createRateLimiter(now: () => number, rules: RateLimitRules | null): RateLimiter {
  const windows = new Map<string, { startedAtMs: number; used: number }>()
  const count = (key: string, limit: number, windowMs: number): number | null => {
    const known = windows.get(key)
    const window =
      known !== undefined && now() < known.startedAtMs + windowMs ? known : { startedAtMs: now(), used: 0 }
    windows.set(key, window)
    window.used += 1
    if (window.used <= limit) return null
    return Math.max(1, Math.ceil((window.startedAtMs + windowMs - now()) / 1000))
  }
  if (rules === null) return { take: () => null }
  return {
    take: ({ method, workspaceId, perMinute, postsTo }) => {
      if (postsTo !== null) {
        const wait = count(`message:${workspaceId}:${postsTo}`, rules.messagesPerSecond, 1000)
        if (wait !== null) return wait
        return null
      }
      return count(`${method}:${workspaceId}`, rules.perMinute[method] ?? perMinute, 60_000)
    },
  }
}
