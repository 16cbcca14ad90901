import { z } from 'zod'
import type { Target } from '../platform.ts'

/** What a delivery tells: that an alert was made, a posting, that one changed, that an alert still watches, or that a place is gone. */
export const DELIVERY_KINDS = ['created', 'posting', 'change', 'quiet', 'gone-place'] as const
export type DeliveryKind = (typeof DELIVERY_KINDS)[number]

/**
 * Where a delivery stands: `planned` waits for its time, `held` was put off by a rule, `leased` is being sent,
 * `sent` arrived, `unknown` may have arrived, `failed` was given up, `dropped` was stopped by a rule.
 */
export const DELIVERY_STATES = ['planned', 'held', 'leased', 'sent', 'unknown', 'failed', 'dropped'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** The rules that put a delivery off or stop it. */
export const DELIVERY_RULES = [
  'quiet-hours',
  'cap',
  'closed',
  'undone',
  'hidden',
  'paused',
  'deleted',
  'asked-anew',
  'muted',
  'dismissed',
  'place-gone',
  'poison',
  'too-late',
] as const
export type DeliveryRule = (typeof DELIVERY_RULES)[number]

/** Stopped by these, a delivery is planned again when its posting is open again. */
export const REVIVABLE_RULES = ['closed', 'undone', 'hidden'] as const satisfies readonly DeliveryRule[]

const factChangeSchema = z.object({
  fact: z.enum(['pay', 'place']),
  /** In words; null where it was not stated. */
  before: z.string().nullable(),
  /** In words; null where it is not stated any more. */
  after: z.string().nullable(),
})

/** A fact that a reader wants to hear of again. */
export type FactChange = Readonly<z.infer<typeof factChangeSchema>>

const outcomeSchema = z.object({
  type: z.enum(['closed', 'changed', 'undone', 'hidden']),
  at: z.coerce.date(),
  changes: z.array(factChangeSchema).readonly(),
})

/** What became of a posting after it was told. */
export type PostingOutcome = Readonly<z.infer<typeof outcomeSchema>>

/** How it is kept. */
export const postingOutcomeSchema: z.ZodType<PostingOutcome> = outcomeSchema

/** What is kept of a delivery as one value. */
export const deliveryBodySchema = z.object({
  /** Ids of the subscriptions that it answers. */
  reasons: z.array(z.string()).readonly(),
  /** How it is named once it is gone: the title, or what a notice says. */
  title: z.string(),
  company: z.string().nullable(),
  url: z.string().nullable(),
  /** Whether it is told as reopened. */
  isReopened: z.boolean().exactOptional(),
  /** Whether it came while the bot was not running. */
  isBacklog: z.boolean().exactOptional(),
  /** What is different now; for a change. */
  changes: z.array(factChangeSchema).readonly().exactOptional(),
  /** The message below which a change is told. */
  below: z.string().exactOptional(),
})
export type DeliveryBody = Readonly<z.infer<typeof deliveryBodySchema>>

/** One posting for one place, or a notice; never twice for the same place, posting and revision. */
export interface NewDelivery {
  readonly target: Target
  /** See `placeKey`. */
  readonly place: string
  /** The id under which the posting was seen first; of a notice, what it is about. */
  readonly postingId: string
  /** Which opening of the posting, and which change of it. */
  readonly revision: string
  readonly kind: DeliveryKind
  readonly body: DeliveryBody
  readonly state: 'planned' | 'held'
  /** null where nothing holds it. */
  readonly rule: DeliveryRule | null
  readonly dueAt: Date
}

/** A delivery in the ledger. */
export interface Delivery extends Omit<NewDelivery, 'state'> {
  /** Rises in the order of planning. */
  readonly id: number
  readonly state: DeliveryState
  readonly plannedAt: Date
  /** Names the message that it is part of; null while it is part of none. */
  readonly messageKey: string | null
  /** When another may take it up; null unless leased. */
  readonly leasedUntil: Date | null
  /** How often it was tried. */
  readonly attempts: number
  /** How often nobody could tell whether it arrived. */
  readonly unknowns: number
  /** Why the last try failed; null where none did. */
  readonly problem: string | null
  /** null until it arrived. */
  readonly messageId: string | null
  readonly sentAt: Date | null
  /** null while the posting is as it was told. */
  readonly outcome: PostingOutcome | null
}

/** A delivery that was stopped or put off before it was sent. */
export interface Verdict {
  readonly id: number
  readonly state: 'held' | 'dropped'
  readonly rule: DeliveryRule
  /** When it is looked at again; of no use for a dropped one. */
  readonly dueAt: Date
}

/** What became of a message, for all its deliveries. */
export type Settlement =
  | {
      readonly type: 'sent'
      readonly messageId: string
      readonly at: Date
      /** Ids of the subscriptions that were heard of. */
      readonly heard: readonly string[]
    }
  /** Nothing was posted: they may become part of another message, from `retryAt` on. */
  | { readonly type: 'later'; readonly retryAt: Date; readonly problem: string }
  /** It may have been posted: the same message is tried again, from `retryAt` on. */
  | { readonly type: 'unknown'; readonly retryAt: Date; readonly problem: string }
  | { readonly type: 'failed'; readonly rule: DeliveryRule; readonly problem: string }
