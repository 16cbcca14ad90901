import type { Catalog } from '../catalog/catalog.ts'
import type { MergedPosting } from '../catalog/merge-duplicates.ts'
import type { Store } from '../store/store.ts'
import { type DecideSetting, listReasons } from './decide-message.ts'
import type { Delivery } from './delivery.ts'
import { makeSample } from './make-sample.ts'
import type { AlertMessage } from './message.ts'
import { startOfDay } from './schedule.ts'
import type { Subscription } from './subscription.ts'

interface LoadDeps {
  readonly store: Store
  readonly catalog: () => Catalog | null
  /** ISO 4217 of a pay without currency. */
  readonly defaultCurrency: string
}

/** Finds a posting by the id under which it was seen first; null where it is gone or hidden. */
export type EntryOf = (postingId: string) => MergedPosting | null

/** Loads what deciding about deliveries needs; null while there is no catalog to look postings up in. */
export async function loadSetting(
  deps: LoadDeps,
  deliveries: readonly Delivery[],
  now: Date,
): Promise<DecideSetting | null> {
  const catalog = deps.catalog()
  if (catalog === null) return null
  const [first] = deliveries
  const subscriptions = await loadReasons(deps.store, deliveries)
  const sent = new Map<string, number>()
  for (const { schedule } of subscriptions.values()) {
    if (sent.has(schedule.zone)) continue
    sent.set(
      schedule.zone,
      await deps.store.deliveries.countMessages(first?.place ?? '', startOfDay(schedule, now)),
    )
  }
  const target = first?.target
  const memberId = target?.type === 'member' ? `${target.platform}:${target.memberId}` : null
  return {
    now,
    subscriptions,
    dismissed: new Set(memberId === null ? [] : await deps.store.marks.listIds(memberId, 'dismissed')),
    entryOf: await loadEntries(deps.store, catalog, deliveries),
    sentToday: ({ schedule }) => sent.get(schedule.zone) ?? 0,
  }
}

/** Loads what a message says. */
export async function loadMessage(
  deps: LoadDeps,
  key: string,
  deliveries: readonly Delivery[],
  now: Date,
): Promise<AlertMessage> {
  const byId = await loadReasons(deps.store, deliveries)
  const subscriptions = [...new Set(deliveries.flatMap(delivery => listReasons(delivery, byId)))].sort(
    (a, b) => a.createdAt.getTime() - b.createdAt.getTime(),
  )
  const base = { key, now, subscriptions }
  const [first] = deliveries
  if (!first || first.kind === 'gone-place') return { type: 'gone-place', ...base }
  if (first.kind === 'created') return makeSample(deps, 'created', base)
  if (first.kind === 'quiet') return { type: 'quiet', ...base, lastCheck: await loadLastCheck(deps.store) }
  const entryOf = await loadEntries(deps.store, deps.catalog(), deliveries)
  const items = deliveries.map(delivery => ({ delivery, entry: entryOf(delivery.postingId) }))
  const [item] = items
  return first.kind === 'change' && item
    ? { type: 'change', ...base, item }
    : { type: 'postings', ...base, items }
}

async function loadReasons(
  store: Store,
  deliveries: readonly Delivery[],
): Promise<ReadonlyMap<string, Subscription>> {
  const [first] = deliveries
  const here = first ? await store.subscriptions.listByPlace(first.place) : []
  const found = new Map(here.map(subscription => [subscription.id, subscription]))
  for (const id of new Set(deliveries.flatMap(({ body }) => body.reasons))) {
    // A notice to a member tells of alerts in other places.
    const other = found.has(id) ? null : await store.subscriptions.load(id)
    if (other) found.set(id, other)
  }
  return found
}

/** A posting may be there under another of its ids only. */
export async function loadEntries(
  store: Store,
  catalog: Catalog | null,
  deliveries: readonly Delivery[],
): Promise<EntryOf> {
  const numbers = new Map<string, number>()
  const ids = [
    ...new Set(deliveries.filter(({ kind }) => kind !== 'quiet').map(({ postingId }) => postingId)),
  ]
  if (catalog === null) return () => null
  for (const id of ids) {
    const number = catalog.numberOf(id)
    if (number !== undefined) numbers.set(id, number)
  }
  for (const { id, postingId } of await store.sightings.listByPostings(ids.filter(id => !numbers.has(id)))) {
    const number = catalog.numberOf(id)
    if (number !== undefined) numbers.set(postingId, number)
  }
  return postingId => catalog.entries[numbers.get(postingId) ?? -1] ?? null
}

async function loadLastCheck(store: Store): Promise<Date | null> {
  const times = (await store.sightings.listSources()).map(({ lastSeen }) => lastSeen.getTime())
  return times.length === 0 ? null : new Date(Math.max(...times))
}
