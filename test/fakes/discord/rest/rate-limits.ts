/** How many requests a bucket takes in a window. */
export interface BucketRule {
  readonly limit: number
  readonly windowMs: number
}

/** The rules by route, `POST /channels/{channel_id}/messages`; routes without one take `otherwise`. */
export interface RateLimitRules {
  readonly routes: Readonly<Record<string, BucketRule>>
  readonly otherwise: BucketRule
  /** For all requests of the bot together, interaction answers excepted. */
  readonly global: BucketRule
}

/** Numbers seen on Discord; it publishes only the global one and may change the rest at any time. */
export const DISCORD_RATE_LIMITS: RateLimitRules = {
  routes: {
    'POST /channels/{channel_id}/messages': { limit: 5, windowMs: 5000 },
    'PATCH /channels/{channel_id}/messages/{message_id}': { limit: 5, windowMs: 5000 },
    'DELETE /channels/{channel_id}/messages/{message_id}': { limit: 5, windowMs: 1000 },
    'POST /webhooks/{webhook_id}/{webhook_token}': { limit: 5, windowMs: 2000 },
    'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}': { limit: 5, windowMs: 2000 },
  },
  otherwise: { limit: 50, windowMs: 1000 },
  global: { limit: 50, windowMs: 1000 },
}

/** What a request is told about its limits. */
export interface RateLimitVerdict {
  /** Null when the request may pass. */
  readonly retryAfterMs: number | null
  readonly scope: 'user' | 'global' | 'shared'
  readonly headers: Readonly<Record<string, string>>
}

/** Counts requests in buckets. */
export interface RateLimiter {
  /**
   * @param route method and template
   * @param major what splits the route into buckets: channel, server or webhook
   * @param isExempt whether the request does not count against the global limit
   */
  readonly take: (route: string, major: string, isExempt: boolean) => RateLimitVerdict
}

interface Bucket {
  startedAtMs: number
  used: number
}

/** Makes a limiter; without rules everything passes and no headers are sent. */
export function createRateLimiter(now: () => number, rules: RateLimitRules | null): RateLimiter {
  const buckets = new Map<string, Bucket>()
  if (rules === null) return { take: () => ({ retryAfterMs: null, scope: 'user', headers: {} }) }
  const count = (key: string, rule: BucketRule) => countIn(buckets, key, rule, now())
  return {
    take: (route, major, isExempt) => {
      const overall = isExempt ? null : count('global', rules.global)
      if (overall !== null && overall.left < 0)
        return { retryAfterMs: overall.resetMs, scope: 'global', headers: { 'x-ratelimit-global': 'true' } }
      const rule = rules.routes[route] ?? rules.otherwise
      const own = count(`${route}:${major}`, rule)
      const headers = createHeaders(route, rule, own)
      return { retryAfterMs: own.left < 0 ? own.resetMs : null, scope: 'user', headers }
    },
  }
}

function countIn(buckets: Map<string, Bucket>, key: string, rule: BucketRule, nowMs: number) {
  const known = buckets.get(key)
  const isFresh = known !== undefined && nowMs < known.startedAtMs + rule.windowMs
  const bucket = isFresh ? known : { startedAtMs: nowMs, used: 0 }
  bucket.used += 1
  buckets.set(key, bucket)
  return { left: rule.limit - bucket.used, resetMs: bucket.startedAtMs + rule.windowMs - nowMs }
}

function createHeaders(route: string, rule: BucketRule, own: { left: number; resetMs: number }) {
  return {
    'x-ratelimit-limit': String(rule.limit),
    'x-ratelimit-remaining': String(Math.max(0, own.left)),
    'x-ratelimit-reset': ((Date.now() + own.resetMs) / 1000).toFixed(3),
    'x-ratelimit-reset-after': (own.resetMs / 1000).toFixed(3),
    'x-ratelimit-bucket': Buffer.from(route).toString('hex').slice(-32),
  }
}
