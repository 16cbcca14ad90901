import { z } from 'zod'
import type { Target } from '../platform.ts'

/** How often an alert may tell. */
export const CADENCES = ['instant', 'hourly', 'daily', 'weekly'] as const
export type Cadence = (typeof CADENCES)[number]

/** Minutes after midnight on the clock of a time zone. */
const minutes = z
  .int()
  .min(0)
  .max(24 * 60 - 1)

const scheduleSchema = z.object({
  cadence: z.enum(CADENCES),
  /** When a daily or weekly alert tells, in minutes after midnight. */
  at: minutes,
  /** The day of a weekly alert: 1 for Monday to 7 for Sunday. */
  weekday: z.int().min(1).max(7),
  /** IANA, such as `Europe/Berlin`. */
  zone: z.string(),
  /** Nothing is posted from `from` until `to` (minutes after midnight, over midnight where `to` is earlier); null for no rest. */
  quiet: z.object({ from: minutes, to: minutes }).nullable(),
})

/** When an alert may tell. */
export type Schedule = Readonly<z.infer<typeof scheduleSchema>>

/** Why an alert rests. */
export const PAUSE_REASONS = ['member', 'admin', 'gone'] as const
export type PauseReason = (typeof PAUSE_REASONS)[number]

const optionsSchema = z.object({
  schedule: scheduleSchema,
  /** Most messages a day in its place; what is over comes as one digest on the next. */
  capADay: z.int().min(1).max(1000),
  /** Whether postings that do not state what the question asks are told too. */
  withNotStated: z.boolean(),
  /** Names of companies that are left out. */
  mutedCompanies: z.array(z.string()).readonly(),
  /** Whether a line says that it still watches after two weeks without a posting. */
  saysQuiet: z.boolean(),
})

/** What whoever owns an alert may change. */
export type SubscriptionOptions = Readonly<z.infer<typeof optionsSchema>>

/** How a place to post to is kept. */
export const targetSchema: z.ZodType<Target> = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('channel'),
    platform: z.string(),
    serverId: z.string().nullable(),
    channelId: z.string(),
  }),
  z.object({
    type: z.literal('member'),
    platform: z.string(),
    serverId: z.string().nullable(),
    memberId: z.string(),
  }),
])

/** A question with a place to post to. */
export interface Subscription extends SubscriptionOptions {
  /** Five letters and digits, which people type. */
  readonly id: string
  readonly question: string
  readonly target: Target
  /** Id of the member who answers for it. */
  readonly ownerId: string
  /** null while it tells. */
  readonly paused: PauseReason | null
  readonly createdAt: Date
  /** Only what came after is told: when it was made, or went on after a pause. */
  readonly since: Date
  /** When it was heard of last. */
  readonly heardAt: Date
}

/** What of a subscription is kept as one value. */
export const subscriptionBodySchema = optionsSchema.extend({ question: z.string(), target: targetSchema })

/**
 * One name for each place; a member is one place, wherever the alert was made.
 * @example placeKey({ type: 'channel', platform: 'discord', serverId: '1', channelId: '2' }) // 'discord:channel:1:2'
 */
export function placeKey(target: Target): string {
  const { platform, serverId } = target
  return target.type === 'channel'
    ? `${platform}:channel:${serverId ?? ''}:${target.channelId}`
    : `${platform}:member:${target.memberId}`
}

/** The words under which the server or workspace of a place is known; null for a place of none. */
export function serverKey({ platform, serverId }: Target): string | null {
  return serverId === null ? null : `${platform}:${serverId}`
}
