import type { Changes } from '../discord/changes.ts'
import type { JsonObject } from '../discord/json.ts'
import type { Delivery, DeliveryOutcome } from './delivery/delivery.ts'
import type { Ids } from './ids.ts'
import type { ResponseUrls } from './response-urls.ts'
import type { Timeline } from './timeline.ts'
import type { Triggers } from './triggers.ts'
import type { ChannelRecord, World } from './world.ts'

/** An event that the app hears of where it is subscribed to it. */
export interface AppEvent {
  readonly event: JsonObject & { readonly type: string }
  /** Where it happened; null for what concerns a whole workspace. */
  readonly channel: ChannelRecord | null
  /** Where the app hears it, if not in the channel's workspace. */
  readonly workspaceId?: string
}

/** What every part of the fake shares. */
export interface Core {
  readonly timeline: Timeline
  readonly ids: Ids
  readonly world: World
  readonly changes: Changes
  readonly triggers: Triggers
  readonly responseUrls: ResponseUrls
  /** Tells the app of an event, with Slack's retries. */
  readonly publish: (event: AppEvent) => void
  /** Hands the app something once and waits for its answer. */
  readonly deliver: (delivery: Delivery) => Promise<DeliveryOutcome>
  /** Where the server listens, `http://127.0.0.1:PORT`. */
  readonly origin: () => string
  /** What an app must not do although Slack takes it in silence. */
  readonly violations: string[]
}
