import type { JsonObject } from '../../discord/json.ts'
import type { DeliveryOutcome } from '../delivery/delivery.ts'
import type { SlackMessage, SlackView } from '../world.ts'

/** Something a person did that the app is told of, and what came of it. */
export interface FakeInvocation {
  /** What the app got. */
  readonly payload: JsonObject
  /** Empty where there is none. */
  readonly triggerId: string
  readonly responseUrl: string
  /** How long the app took to acknowledge; null as long as it has not. */
  readonly ackMs: number | null
  /** Waits for the acknowledgement and gives its body; null for an empty one. @throws Error when the app failed to */
  readonly acked: (timeoutMs?: number) => Promise<unknown>
  /** Waits until the app has acknowledged or failed to; then the words that Slack shows the person, or null. */
  readonly failure: (timeoutMs?: number) => Promise<string | null>
  /** Messages that came by acknowledgement or response_url so far, each as it was then. */
  readonly responses: readonly SlackMessage[]
  /** Waits for one of those messages; the first one unless told. */
  readonly response: (index?: number, timeoutMs?: number) => Promise<SlackMessage>
  /** Waits for the form that was opened with the trigger or by the acknowledgement. */
  readonly modal: (timeoutMs?: number) => Promise<SlackView>
  /** Waits for the problems by block that a sent form came back with. */
  readonly errors: (timeoutMs?: number) => Promise<Readonly<Record<string, string>>>
}

/** What the fake writes down about an invocation. */
export interface InvocationRecord {
  outcome: DeliveryOutcome | null
  failure: string | null
  /** Whether everything that the acknowledgement asks for was done. */
  isSettled: boolean
  readonly responses: SlackMessage[]
  readonly views: SlackView[]
  errors: Readonly<Record<string, string>> | null
}
