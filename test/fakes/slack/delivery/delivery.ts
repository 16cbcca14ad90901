import type { Changes } from '../../discord/changes.ts'
import type { JsonObject } from '../../discord/json.ts'
import { SLACK_LIMITS } from '../limits.ts'
import type { Timeline } from '../timeline.ts'

/** Something for the app. */
export interface Delivery {
  readonly kind: 'events_api' | 'slash_commands' | 'interactive'
  readonly payload: JsonObject
  /** Whether the answer may carry something: a message, a change of the form, options. */
  readonly acceptsResponse: boolean
}

/** Why the app was not reached, as `x-slack-retry-reason` says it. */
export type FailureReason = 'http_timeout' | 'http_error' | 'connection_failed' | 'timeout'

/** How the app took something. */
export type DeliveryOutcome =
  | { readonly ok: true; readonly body: unknown; readonly afterMs: number }
  | { readonly ok: false; readonly reason: FailureReason; readonly stopsRetries?: boolean }

/** Says that this is not the first try. */
export interface Retry {
  readonly num: number
  readonly reason: FailureReason
}

/** A way to the app. */
export interface Transport {
  readonly attempt: (delivery: Delivery, retry: Retry | null) => Promise<DeliveryOutcome>
}

/** One try to hand the app something. */
export interface LoggedDelivery {
  readonly kind: Delivery['kind']
  readonly payload: JsonObject
  /** 0 for the first try. */
  readonly retryNum: number
  readonly atMs: number
  /** Null as long as nothing came back. */
  outcome: DeliveryOutcome | null
}

/** Hands things to the app. */
export interface DeliveryDesk {
  /** Once: commands and interactions are not repeated. */
  readonly once: (delivery: Delivery) => Promise<DeliveryOutcome>
  /** Events: again at once, after a minute and after five more. */
  readonly event: (delivery: Delivery) => void
  readonly log: LoggedDelivery[]
}

/** Makes a desk that uses whichever way to the app is switched on at the moment. */
export function createDeliveryDesk(
  timeline: Timeline,
  changes: Changes,
  transport: () => Transport,
): DeliveryDesk {
  const log: LoggedDelivery[] = []
  const attempt = async (delivery: Delivery, retry: Retry | null): Promise<DeliveryOutcome> => {
    const { kind, payload } = delivery
    const entry: LoggedDelivery = {
      kind,
      payload,
      retryNum: retry?.num ?? 0,
      atMs: timeline.now(),
      outcome: null,
    }
    log.push(entry)
    const outcome = await transport().attempt(delivery, retry)
    entry.outcome = outcome
    return outcome
  }
  const tryEvent = async (delivery: Delivery, retry: Retry | null): Promise<void> => {
    const outcome = await attempt(delivery, retry)
    const num = retry?.num ?? 0
    const waitMs = SLACK_LIMITS.event.retriesAfterMs[num]
    if (!outcome.ok && outcome.stopsRetries !== true && waitMs !== undefined)
      timeline.after(waitMs, () => void tryEvent(delivery, { num: num + 1, reason: outcome.reason }))
    changes.notify()
  }
  return {
    once: delivery => attempt(delivery, null),
    event: delivery => void tryEvent(delivery, null),
    log,
  }
}
