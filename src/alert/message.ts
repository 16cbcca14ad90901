import type { MergedPosting } from '../catalog/merge-duplicates.ts'
import type { Delivery } from './delivery.ts'
import type { Subscription } from './subscription.ts'

/** A posting in a message. */
export interface AlertItem {
  readonly delivery: Delivery
  /** null where it is no longer among the postings. */
  readonly entry: MergedPosting | null
}

/** What every message has. */
export interface MessageBase {
  /** Names it in the ledger. */
  readonly key: string
  readonly now: Date
  /** Those that it answers and that are still there, the oldest first. */
  readonly subscriptions: readonly Subscription[]
}

/** New postings. */
export interface PostingsMessage extends MessageBase {
  readonly type: 'postings'
  readonly items: readonly AlertItem[]
}

/** A posting that was told is another now; stands below the message that told of it. */
export interface ChangeMessage extends MessageBase {
  readonly type: 'change'
  readonly item: AlertItem
}

/** A subscription still watches. */
export interface QuietMessage extends MessageBase {
  readonly type: 'quiet'
  /** When the postings were looked at last; null where they never were. */
  readonly lastCheck: Date | null
}

/** Subscriptions rest because their place is gone. */
export interface GonePlaceMessage extends MessageBase {
  readonly type: 'gone-place'
}

/** The first message of a subscription, or a test of it: the best of what is open now. */
export interface SampleMessage extends MessageBase {
  readonly type: 'created' | 'test'
  readonly items: readonly { readonly entry: MergedPosting }[]
  /** How many are open in all. */
  readonly total: number
}

/** What alerts say, before any layout. */
export type AlertMessage = PostingsMessage | ChangeMessage | QuietMessage | GonePlaceMessage | SampleMessage
