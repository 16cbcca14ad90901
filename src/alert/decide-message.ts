import { dayOf, toDay } from '../catalog/calendar-day.ts'
import type { MergedPosting } from '../catalog/merge-duplicates.ts'
import type { Delivery, DeliveryKind, DeliveryRule, Verdict } from './delivery.ts'
import { isMuted } from './plan-deliveries.ts'
import { endOfQuiet, nextMorning } from './schedule.ts'
import type { Subscription } from './subscription.ts'

/** What is known while it is decided what a place is told now. */
export interface DecideSetting {
  readonly now: Date
  readonly subscriptions: ReadonlyMap<string, Subscription>
  /** Ids of postings that the member who is told is not interested in. */
  readonly dismissed: ReadonlySet<string>
  /** The posting as it is now; null where it is gone or hidden. */
  readonly entryOf: (postingId: string) => MergedPosting | null
  /** How many messages the place got today, by the clock of a subscription. */
  readonly sentToday: (subscription: Subscription) => number
}

/** What goes into the next message of a place, and what is put off or stopped. */
export interface Decision {
  readonly message: readonly Delivery[]
  readonly verdicts: readonly Verdict[]
}

type Ruling = { readonly rule: DeliveryRule; readonly until: Date | null } | null

/**
 * Decides what a place is told now, of what is due there and part of no message yet.
 * @param due in the order of planning
 */
export function decideMessage(due: readonly Delivery[], setting: DecideSetting): Decision {
  const rulings = due.map(delivery => [delivery, rule(delivery, setting)] as const)
  const verdicts = rulings.flatMap(([{ id, dueAt }, ruling]): Verdict[] => {
    if (ruling === null) return []
    const { rule, until } = ruling
    return [{ id, rule, state: until === null ? 'dropped' : 'held', dueAt: until ?? dueAt }]
  })
  const ready = rulings.flatMap(([delivery, ruling]) => (ruling === null ? [delivery] : []))
  const [first] = ready
  // Postings come together, everything else by itself.
  const message =
    first === undefined || first.kind !== 'posting'
      ? ready.slice(0, 1)
      : ready.filter(({ kind }) => kind === 'posting')
  return { message, verdicts }
}

/** What each kind of delivery is held against before it goes out. */
const RULES: Readonly<Record<DeliveryKind, (delivery: Delivery, setting: DecideSetting) => Ruling>> = {
  posting: (delivery, setting) =>
    ruleOnPosting(delivery, setting) ?? ruleOnReasons(delivery, setting) ?? ruleOnCap(delivery, setting),
  change: (delivery, setting) => ruleOnReasons(delivery, setting),
  quiet: (delivery, setting) => ruleOnReasons(delivery, setting),
  // Whoever makes an alert waits for it, at any hour.
  created: ({ body }, { subscriptions }) =>
    body.reasons.some(id => subscriptions.has(id)) ? null : { rule: 'deleted', until: null },
  // It tells of alerts that rest.
  'gone-place': () => null,
}

function rule(delivery: Delivery, setting: DecideSetting): Ruling {
  return RULES[delivery.kind](delivery, setting)
}

function ruleOnPosting({ postingId }: Delivery, { entryOf, dismissed, now }: DecideSetting): Ruling {
  const entry = entryOf(postingId)
  const ids = entry === null ? [] : [entry.posting.id, ...entry.alsoIds]
  if (ids.some(id => dismissed.has(id))) return { rule: 'dismissed', until: null }
  const isOpen = entry !== null && !(toDay(entry.posting.closesAt) < dayOf(now))
  return isOpen ? null : { rule: 'closed', until: null }
}

/** Somebody has to want it still, and be awake. */
function ruleOnReasons(delivery: Delivery, setting: DecideSetting): Ruling {
  const { subscriptions, now } = setting
  const kept = listReasons(delivery, subscriptions)
  if (kept.length === 0) {
    const isThere = delivery.body.reasons.some(id => subscriptions.has(id))
    return { rule: isThere ? 'asked-anew' : 'deleted', until: null }
  }
  const active = kept.filter(({ paused }) => paused === null)
  if (active.length === 0) return { rule: 'paused', until: null }
  const heard = active.filter(({ mutedCompanies }) => !isMutedNow(delivery, mutedCompanies, setting))
  if (heard.length === 0) return { rule: 'muted', until: null }
  const ends = heard.map(({ schedule }) => endOfQuiet(schedule, now))
  const [first] = ends.flatMap(end => end ?? []).sort((a, b) => a.getTime() - b.getTime())
  return first === undefined || ends.includes(null) ? null : { rule: 'quiet-hours', until: first }
}

function isMutedNow(
  { kind, postingId }: Delivery,
  muted: readonly string[],
  { entryOf }: DecideSetting,
): boolean {
  const entry = kind === 'posting' ? entryOf(postingId) : null
  return entry !== null && isMuted(entry.posting, muted)
}

/** What is over the most a day comes together on the next one. */
function ruleOnCap(delivery: Delivery, { subscriptions, sentToday, now }: DecideSetting): Ruling {
  const active = listReasons(delivery, subscriptions).filter(({ paused }) => paused === null)
  const isFree = active.some(subscription => sentToday(subscription) < subscription.capADay)
  const mornings = active.map(({ schedule }) => nextMorning(schedule, now))
  const [first] = mornings.sort((a, b) => a.getTime() - b.getTime())
  return isFree || first === undefined ? null : { rule: 'cap', until: first }
}

/**
 * The subscriptions that a delivery answers and that are still there. What waits answers none that asks something else
 * by now, or went on after a pause.
 */
export function listReasons(
  { body, plannedAt, sentAt }: Delivery,
  subscriptions: ReadonlyMap<string, Subscription>,
): readonly Subscription[] {
  const all = body.reasons.flatMap(id => subscriptions.get(id) ?? [])
  return sentAt === null ? all.filter(({ since }) => since <= plannedAt) : all
}
