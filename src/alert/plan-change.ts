import { setImmediate } from 'node:timers/promises'
import type { CatalogChange } from '../catalog/catalog-change.ts'
import type { MergedPosting } from '../catalog/merge-duplicates.ts'
import type { Store } from '../store/store.ts'
import { listChanged } from './find-changes.ts'
import { describeLikeness, type Likeness } from './likeness.ts'
import { matchSubscriptions } from './match-subscriptions.ts'
import { noteSightings } from './note-sightings.ts'
import { listActive, planDeliveries } from './plan-deliveries.ts'
import type { Sighting } from './sighting.ts'

const SIGHTINGS_AT_ONCE = 5000
const SKETCHES_AT_ONCE = 200

/**
 * Writes down what follows from a change of the catalog.
 * @returns how many deliveries are new
 */
export async function planChange(
  store: Store,
  change: CatalogChange,
  defaultCurrency: string,
): Promise<number> {
  const known = await loadSightings(store)
  const likenesses = await describeUnknown(change, new Set(known.map(({ id }) => id)))
  const likenessOf = (entry: MergedPosting) => likenesses.get(entry) ?? describeLikeness(entry.posting)
  const noted = noteSightings(change, known, await store.sightings.listSources(), likenessOf)
  const changed = listChanged(change)
  const subscriptions = await store.subscriptions.listAll()
  const active = listActive(subscriptions, change.at)
  const setting = { now: change.at, defaultCurrency }
  const numbers = new Set([...noted.fresh.map(({ number }) => number), ...changed.map(({ after }) => after)])
  const found = await matchSubscriptions(change.after, [...numbers], active, setting)
  const foundBefore =
    change.before === null
      ? new Map<number, never>()
      : await matchSubscriptions(
          change.before,
          changed.map(({ before }) => before),
          active,
          setting,
        )
  const told = await store.deliveries.listByPostings(
    changed.map(({ postingId }) => noted.firstIds.get(postingId) ?? postingId),
  )
  return store.deliveries.plan(planDeliveries({ change, noted, subscriptions, found, foundBefore, told }))
}

async function loadSightings(store: Store): Promise<readonly Sighting[]> {
  const known: Sighting[] = []
  for (;;) {
    const page = await store.sightings.list(known.at(-1)?.id ?? null, SIGHTINGS_AT_ONCE)
    known.push(...page)
    if (page.length < SIGHTINGS_AT_ONCE) return known
    await setImmediate()
  }
}

/** Going through every text takes long, so others get their turns. */
async function describeUnknown(
  { after }: CatalogChange,
  known: ReadonlySet<string>,
): Promise<ReadonlyMap<MergedPosting, Likeness>> {
  const likenesses = new Map<MergedPosting, Likeness>()
  for (const entry of after.entries) {
    if ([entry.posting.id, ...entry.alsoIds].every(id => known.has(id))) continue
    likenesses.set(entry, describeLikeness(entry.posting))
    if (likenesses.size % SKETCHES_AT_ONCE === 0) await setImmediate()
  }
  return likenesses
}
