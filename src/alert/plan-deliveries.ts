import { createHash } from 'node:crypto'
import type { CatalogChange } from '../catalog/catalog-change.ts'
import { normaliseCompany } from '../catalog/company-name.ts'
import type { Steps } from '../catalog/steps.ts'
import type { Posting } from '../posting/posting.ts'
import type { LedgerPlan } from '../store/store.ts'
import type { Delivery, DeliveryRule, FactChange, NewDelivery } from './delivery.ts'
import { type ChangedNumbers, describeChanges } from './find-changes.ts'
import type { Found } from './match-subscriptions.ts'
import type { FreshPosting, Noted } from './note-sightings.ts'
import { endOfQuiet, nextTime } from './schedule.ts'
import { placeKey, type Subscription } from './subscription.ts'

const DAY_MS = 86_400_000
/** Changes of what was told longer ago are not told. */
const TELL_CHANGES_DAYS = 14

/** What a plan is made from. */
export interface PlanInput {
  readonly change: CatalogChange
  readonly noted: Noted
  readonly subscriptions: readonly Subscription[]
  /** Which subscriptions find which of the new and changed postings, by the number in the new catalog. */
  readonly found: Found
  /** The same of the changed postings as they were, by the number in the catalog before. */
  readonly foundBefore: Found
  /** The postings that changed. */
  readonly changed: readonly ChangedNumbers[]
  /** Deliveries of the postings that changed. */
  readonly told: readonly Delivery[]
}

/** What follows from a change of the catalog: who is told of what and when, and what of it is told no more. */
export function* planDeliveries(input: PlanInput): Steps<Omit<LedgerPlan, 'sources'>> {
  const { change, noted, changed } = input
  const fresh = yield* planPostings(input, [...noted.fresh, ...findNewlyMatching(input)])
  const materials = yield* compareAll(change, noted, changed)
  return {
    at: change.at,
    sightings: noted.sightings,
    deliveries: [...fresh, ...(change.cause === 'undo' ? [] : planChanges(input, materials))],
    revived: noted.revived,
    stopped: noted.closed.map(({ postingId, by }) => ({ postingId, rule: STOP_RULES[by] })),
    outcomes: [
      ...listClosings(input),
      ...noted.revived.map(postingId => ({ postingId, outcome: null })),
      ...materials.map(({ postingId, changes }) => ({
        postingId,
        outcome: { type: 'changed', at: change.at, changes } as const,
      })),
    ],
  }
}

const STOP_RULES = { gone: 'closed', undo: 'undone', hide: 'hidden' } as const satisfies Record<
  Noted['closed'][number]['by'],
  DeliveryRule
>

/** Those that tell at a time. */
export function listActive(subscriptions: readonly Subscription[], at: Date): readonly Subscription[] {
  return subscriptions.filter(({ paused, since }) => paused === null && since <= at)
}

/** A posting that some questions match. */
interface Candidate extends FreshPosting {
  /** Those whose questions match it; null where it is still to be found out. */
  readonly matching?: ReadonlySet<string>
}

/** Who is told of which posting: one delivery a place, with every subscription that it answers. */
function* planPostings(
  { change, found }: PlanInput,
  candidates: readonly Candidate[],
): Steps<readonly NewDelivery[]> {
  const { after, at } = change
  const whenOf = createTimes(at)
  const deliveries: NewDelivery[] = []
  for (const candidate of candidates) {
    yield
    const posting = after.entries[candidate.number]?.posting
    const wanted = (found.get(candidate.number) ?? []).filter(({ id }) => candidate.matching?.has(id) ?? true)
    if (!posting) continue
    const unmuted = wanted.filter(({ mutedCompanies }) => !isMuted(posting, mutedCompanies))
    for (const group of groupByPlace(unmuted))
      deliveries.push(makeDelivery(posting, candidate, group, whenOf, change.cause === 'start'))
  }
  return deliveries
}

/** Whether a company is one of those left out, with or without its legal form: "Acme" leaves out "Acme, Inc." */
export function isMuted({ company }: Posting, muted: readonly string[]): boolean {
  if (company === null || muted.length === 0) return false
  const name = normaliseCompany(company)
  return muted.some(other => normaliseCompany(other) === name)
}

function groupByPlace(subscriptions: readonly Subscription[]): readonly (readonly Subscription[])[] {
  if (subscriptions.length < 2) return subscriptions.length === 0 ? [] : [subscriptions]
  return [...Map.groupBy(subscriptions, ({ target }) => placeKey(target)).values()]
}

/** When something is told, and the rule that puts it off. */
interface Time {
  readonly dueAt: Date
  readonly rule: DeliveryRule | null
}

/** When each subscription tells of what turned up at a time, worked out once for each. */
function createTimes(at: Date): (subscription: Subscription) => Time {
  const known = new Map<string, Time>()
  return ({ id, schedule }) => {
    const time = known.get(id) ?? timeOf(schedule, at)
    known.set(id, time)
    return time
  }
}

/** When a schedule tells of what turns up at a time. */
export function timeOf(schedule: Subscription['schedule'], at: Date): Time {
  const time = nextTime(schedule, at)
  const released = endOfQuiet(schedule, time)
  return released === null ? { dueAt: time, rule: null } : { dueAt: released, rule: 'quiet-hours' }
}

/** The subscription that tells first decides when; the others are told of by the same message. */
function makeDelivery(
  { title, company, url }: Posting,
  { postingId, revision, isReopened }: FreshPosting,
  group: readonly Subscription[],
  whenOf: (subscription: Subscription) => Time,
  isBacklog: boolean,
): NewDelivery {
  const times = group.map(whenOf)
  const { dueAt, rule } = times.reduce((first, time) => (time.dueAt < first.dueAt ? time : first))
  const target = group[0]?.target ?? NOWHERE
  return {
    target,
    place: placeKey(target),
    postingId,
    revision,
    kind: 'posting',
    body: {
      reasons: group.map(({ id }) => id),
      title,
      company,
      url,
      ...(isReopened ? { isReopened } : {}),
      ...(isBacklog ? { isBacklog } : {}),
    },
    state: rule === null ? 'planned' : 'held',
    rule,
    dueAt,
  }
}

const NOWHERE = { type: 'channel', platform: '', serverId: null, channelId: '' } as const

/** Postings that a question finds since they changed, and did not find before: news for whoever asks it. */
function findNewlyMatching({ noted, found, foundBefore, changed }: PlanInput): readonly Candidate[] {
  const fresh = new Set(noted.fresh.map(({ number }) => number))
  return changed.flatMap(one => {
    const old = new Set((foundBefore.get(one.before) ?? []).map(({ id }) => id))
    const now = (found.get(one.after) ?? []).map(({ id }) => id)
    const matching = new Set(now.filter(id => !old.has(id)))
    if (matching.size === 0 || fresh.has(one.after)) return []
    const postingId = noted.firstIds.get(one.postingId) ?? one.postingId
    return [{ number: one.after, postingId, revision: '1', isReopened: false, matching }]
  })
}

function listClosings({ change, noted }: PlanInput): LedgerPlan['outcomes'] {
  const types = { gone: 'closed', undo: 'undone', hide: 'hidden' } as const
  return noted.closed.map(({ postingId, by }) => ({
    postingId,
    outcome: { type: types[by], at: change.at, changes: [] },
  }))
}

/** A posting whose pay or place is another now. */
interface MaterialChange {
  /** The id under which it was seen first. */
  readonly postingId: string
  readonly changes: readonly FactChange[]
}

function* compareAll(
  { before, after }: CatalogChange,
  { firstIds }: Noted,
  changed: readonly ChangedNumbers[],
): Steps<readonly MaterialChange[]> {
  const found: MaterialChange[] = []
  for (const one of changed) {
    yield
    const [old, now] = [before?.entries[one.before]?.posting, after.entries[one.after]?.posting]
    const changes = old && now ? describeChanges(old, now) : []
    if (changes.length > 0) found.push({ postingId: firstIds.get(one.postingId) ?? one.postingId, changes })
  }
  return found
}

/** A word below the message that told of a posting, where its pay or place is another now. */
function planChanges(
  { change, subscriptions, told }: PlanInput,
  materials: readonly MaterialChange[],
): readonly NewDelivery[] {
  if (materials.length === 0) return []
  const byId = new Map(
    listActive(subscriptions, change.at).map(subscription => [subscription.id, subscription]),
  )
  const oldest = new Date(change.at.getTime() - TELL_CHANGES_DAYS * DAY_MS)
  const toldOf = Map.groupBy(
    told.filter(delivery => isTold(delivery, oldest)),
    ({ postingId }) => postingId,
  )
  return materials.flatMap(({ postingId, changes }) =>
    (toldOf.get(postingId) ?? []).flatMap(delivery => {
      const reason = delivery.body.reasons.map(id => byId.get(id)).find(found => found !== undefined)
      return reason ? makeChange(delivery, reason, changes, change.at) : []
    }),
  )
}

function makeChange(
  { target, place, postingId, revision, body, messageId }: Delivery,
  { schedule }: Subscription,
  changes: readonly FactChange[],
  at: Date,
): readonly NewDelivery[] {
  if (messageId === null) return []
  const released = endOfQuiet(schedule, at)
  return [
    {
      target,
      place,
      postingId,
      revision: `${revision}~${hashChanges(changes)}`,
      kind: 'change',
      body: { ...body, changes, below: messageId },
      state: released === null ? 'planned' : 'held',
      rule: released === null ? null : 'quiet-hours',
      dueAt: released ?? at,
    },
  ]
}

function isTold({ kind, state, sentAt }: Delivery, oldest: Date): boolean {
  return kind === 'posting' && state === 'sent' && sentAt !== null && sentAt >= oldest
}

/** The same change is told once, however often it is loaded. */
function hashChanges(changes: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(changes)).digest('base64url').slice(0, 8)
}
