import { type Breathe, createBreather, runInSlices } from '../catalog/breathe.ts'
import type { Catalog } from '../catalog/catalog.ts'
import type { CatalogChange } from '../catalog/catalog-change.ts'
import type { MergedPosting } from '../catalog/merge-duplicates.ts'
import type { Steps } from '../catalog/steps.ts'
import type { LedgerPlan, Store } from '../store/store.ts'
import { type ChangedNumbers, listChanged } from './find-changes.ts'
import { createReadingKeeper } from './keep-readings.ts'
import { planOnly } from './leave-place.ts'
import { describeLikeness, type Likeness } from './likeness.ts'
import { matchSubscriptions } from './match-subscriptions.ts'
import { type Listed, type Noted, noteSightings } from './note-sightings.ts'
import { listActive, type PlanInput, planDeliveries } from './plan-deliveries.ts'
import { createQuestionReader, type QuestionReader } from './read-questions.ts'
import { type Scan, type SeenCatalog, scanAfter, scanAll } from './scan-change.ts'
import type { Sighting, SightingKey } from './sighting.ts'
import { splitPlan } from './split-plan.ts'
import type { Subscription } from './subscription.ts'

const KEYS_AT_ONCE = 1000
const ROWS_AT_ONCE = 200
const ROWS_A_PART = 1000
/** Postings of a source that is loaded for the first time are written down so many at a time. */
const FIRST_AT_ONCE = 500
/** How long planning may go on before others get their turn; a step that is begun comes on top. */
const SLICE_MS = 5

/** Plans changes one after the other. */
export interface Planner {
  /** Writes down what follows from a change of the catalog. @returns how many deliveries are new */
  plan(change: CatalogChange): Promise<number>
  /**
   * Does beforehand what would hold up the next change, or the first one of the next process: reads the questions of
   * all alerts once, and keeps what was read. Not while a change is being planned.
   * @param mayGoOn false once it is to end early
   */
  prepare(mayGoOn: () => boolean): Promise<void>
  /** Reads the question of an alert that was just made or changed, and keeps what was read. When as for `prepare`. */
  readAhead(subscription: Subscription): Promise<void>
}

/** What is known from the change before. */
interface Known extends SeenCatalog {
  /** Postings that are seen as open and are not there, because their source could not be read at the start. */
  readonly missing: readonly string[]
}

/**
 * Makes what plans changes one after the other. A change that follows the one before is held against that alone; the
 * first one, and one after a change that could not be planned, against everything that was ever seen.
 */
export function createPlanner(
  store: Store,
  defaultCurrency: string,
  breathe: Breathe = createBreather(SLICE_MS),
): Planner {
  let known: Known | null = null
  let isReadAhead = false
  const reader = createQuestionReader()
  const readings = createReadingKeeper(store.readings, reader, defaultCurrency, breathe)
  const deps = { store, defaultCurrency, breathe, reader, restoreReadings: readings.restore }
  return {
    async plan(change) {
      const last = known
      known = null
      const { count, missing } = await planOne(deps, change, last)
      known = { catalog: change.after, at: change.at, missing }
      return count
    },
    async prepare(mayGoOn) {
      if (known === null) return
      if (!isReadAhead) isReadAhead = await readAllAhead(deps, known, mayGoOn)
      await readings.keep(isReadAhead)
    },
    async readAhead(subscription) {
      if (known === null) return
      await readings.restore()
      await runInSlices(reader.turnTo(known.catalog), breathe)
      reader.readAhead(subscription, { now: known.at, defaultCurrency })
      await readings.keep(false)
    },
  }
}

/** Reads what will be asked of the next change. @returns whether it came to the end */
async function readAllAhead(
  { store, defaultCurrency, breathe, reader, restoreReadings }: PlanDeps,
  { catalog, at }: SeenCatalog,
  mayGoOn: () => boolean,
): Promise<boolean> {
  await restoreReadings()
  await runInSlices(reader.turnTo(catalog), breathe)
  for (const subscription of listActive(await store.subscriptions.listAll(), at)) {
    if (!mayGoOn()) return false
    reader.read(subscription, { now: at, defaultCurrency })
    await breathe()
  }
  return true
}

interface PlanDeps {
  readonly store: Store
  readonly defaultCurrency: string
  readonly breathe: Breathe
  readonly reader: QuestionReader
  readonly restoreReadings: () => Promise<void>
}

interface Planned {
  /** How many deliveries are new. */
  readonly count: number
  readonly missing: readonly string[]
}

async function planOne(deps: PlanDeps, change: CatalogChange, last: Known | null): Promise<Planned> {
  const { store, breathe } = deps
  const scan = await scanChange(deps, change, last)
  const sources = new Set((await store.sightings.listSources()).map(({ name }) => name))
  const listed = await writeFirstLoads(deps, change, scan, sources)
  const changed = listChanged(change)
  const known = await loadKnown(deps, { ...scan, listed }, [
    ...(last?.missing ?? []),
    ...changed.map(({ postingId }) => postingId),
  ])
  const likenesses = await describeUnknown(deps, listed, known)
  const alike = await loadAlike(deps, [...likenesses.values()], scan.openIds)
  const noted = noteSightings(
    { ...scan, ...change, listed, known: joinById(known, alike), sources },
    entry => likenesses.get(entry) ?? describeLikeness(entry.posting),
  )
  const input = { change, noted, changed, ...(await loadTold(deps, noted, changed)) }
  if (noted.fresh.length > 0 || changed.length > 0) await deps.restoreReadings()
  const matched = await runInSlices(matchAll(deps, input), breathe)
  const plan = await runInSlices(planDeliveries({ ...input, ...matched }), breathe)
  const count = await writeInParts(deps, { ...plan, sources: scan.sourceNames })
  return { count, missing: listMissing(known, noted, scan, listed) }
}

async function scanChange(
  { store, breathe }: PlanDeps,
  change: CatalogChange,
  last: Known | null,
): Promise<Scan> {
  const after = { catalog: change.after, at: change.at }
  if (last !== null && last.catalog === change.before) return runInSlices(scanAfter(last, after), breathe)
  const keys = new Map<string, SightingKey>()
  for (let lastId: string | null = null; ; await breathe()) {
    const page: readonly SightingKey[] = await store.sightings.listKeys(lastId, KEYS_AT_ONCE)
    for (const key of page) keys.set(key.id, key)
    lastId = page.at(-1)?.id ?? null
    if (page.length < KEYS_AT_ONCE) return runInSlices(scanAll(after, keys), breathe)
  }
}

/**
 * Writes down what a source holds that is loaded for the first time. Nothing of it is told, so it need not be one
 * transaction: the source is only known once all of it is written.
 * @returns the others, and what may be there already from another source
 */
async function writeFirstLoads(
  deps: PlanDeps,
  change: CatalogChange,
  { listed, openIds }: Scan,
  sources: ReadonlySet<string>,
): Promise<readonly Listed[]> {
  const isFirst = ({ entry }: Listed) => !sources.has(entry.posting.sourceName)
  const others = listed.filter(one => !isFirst(one))
  const nothing = { known: [], openIds, readSources: new Set<string>(), sources }
  for (const some of cut(listed.filter(isFirst), FIRST_AT_ONCE)) {
    const known = await loadByIds(
      deps,
      some.flatMap(({ ids }) => ids),
    )
    const likenesses = await describeUnknown(deps, some, known)
    const alike = await loadAlike(deps, [...likenesses.values()], openIds)
    const taken = new Set(alike.map(({ likeness }) => likeness))
    const isNew = ({ entry }: Listed) => {
      const likeness = likenesses.get(entry)
      return likeness !== undefined && !taken.has(likeness.likeness)
    }
    const { sightings } = noteSightings(
      { ...nothing, cause: change.cause, at: change.at, listed: some.filter(isNew) },
      entry => likenesses.get(entry) ?? describeLikeness(entry.posting),
    )
    await deps.store.deliveries.plan({ ...planOnly([], change.at), sightings })
    others.push(...some.filter(one => !isNew(one)))
    await deps.breathe()
  }
  return others.sort((a, b) => a.number - b.number)
}

/** All that was seen of the postings that may be other now, and of those that are asked for. */
async function loadKnown(
  deps: PlanDeps,
  { listed, left }: Pick<Scan, 'listed' | 'left'>,
  asked: readonly string[],
): Promise<readonly Sighting[]> {
  const byId = await loadByIds(deps, [...left, ...asked, ...listed.flatMap(({ ids }) => ids)])
  return loadGroups(deps, [...byId.map(({ postingId }) => postingId), ...asked])
}

function loadByIds({ store, breathe }: PlanDeps, ids: readonly string[]): Promise<readonly Sighting[]> {
  return loadInParts(ids, some => store.sightings.listByIds(some), breathe)
}

function loadGroups({ store, breathe }: PlanDeps, ids: readonly string[]): Promise<readonly Sighting[]> {
  return loadInParts(ids, some => store.sightings.listByPostings(some), breathe)
}

/** Postings that are not there and like those that nobody has seen, which these may be again. */
async function loadAlike(
  deps: PlanDeps,
  likenesses: readonly Likeness[],
  openIds: ReadonlySet<string>,
): Promise<readonly Sighting[]> {
  const { store, breathe } = deps
  const names = likenesses.map(({ likeness }) => likeness)
  const alike = await loadInParts(names, some => store.sightings.listByLikeness(some), breathe)
  const absent = alike.filter(({ id }) => !openIds.has(id))
  return loadGroups(
    deps,
    absent.map(({ postingId }) => postingId),
  )
}

async function loadInParts<K, T>(
  keys: readonly K[],
  load: (keys: readonly K[]) => Promise<readonly T[]>,
  breathe: Breathe,
): Promise<readonly T[]> {
  const found: T[] = []
  for (const some of cut([...new Set(keys)], ROWS_AT_ONCE)) {
    for (const one of await load(some)) found.push(one)
    await breathe()
  }
  return found
}

function cut<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  )
}

/** As the database orders them, so that it is the same one of several alike that is recognised. */
function joinById(known: readonly Sighting[], others: readonly Sighting[]): readonly Sighting[] {
  const byId = new Map([...known, ...others].map(sighting => [sighting.id, sighting]))
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Going through a text takes long, so that only those are described that nobody has seen. */
async function describeUnknown(
  { breathe }: PlanDeps,
  listed: readonly Listed[],
  known: readonly Sighting[],
): Promise<ReadonlyMap<MergedPosting, Likeness>> {
  const ids = new Set(known.map(({ id }) => id))
  const likenesses = new Map<MergedPosting, Likeness>()
  for (const { entry, ids: own } of listed) {
    if (own.some(id => ids.has(id))) continue
    likenesses.set(entry, describeLikeness(entry.posting))
    await breathe()
  }
  return likenesses
}

async function loadTold(deps: PlanDeps, { firstIds }: Noted, changed: readonly ChangedNumbers[]) {
  const { store, breathe } = deps
  const ids = changed.map(({ postingId }) => firstIds.get(postingId) ?? postingId)
  return {
    told: await loadInParts(ids, some => store.deliveries.listByPostings(some), breathe),
    subscriptions: await store.subscriptions.listAll(),
  }
}

/** Who finds what of the new and the changed, and who found the changed as they were. */
function* matchAll(
  { defaultCurrency, reader }: PlanDeps,
  {
    change,
    noted,
    changed,
    subscriptions,
  }: Pick<PlanInput, 'change' | 'noted' | 'changed' | 'subscriptions'>,
): Steps<Pick<PlanInput, 'found' | 'foundBefore'>> {
  const setting = { now: change.at, defaultCurrency }
  const active = listActive(subscriptions, change.at)
  const match = (catalog: Catalog | null, numbers: readonly number[]) =>
    matchSubscriptions(catalog ?? change.after, [...new Set(numbers)], active, setting, reader)
  // The one before first: it is what the questions were read over last.
  const foundBefore = yield* match(
    change.before,
    changed.map(({ before }) => before),
  )
  const numbers = [...noted.fresh.map(({ number }) => number), ...changed.map(({ after }) => after)]
  return { foundBefore, found: yield* match(change.after, numbers) }
}

/** Each part is a transaction of its own, so that others who read and write wait for a few milliseconds only. */
async function writeInParts({ store, breathe }: PlanDeps, plan: LedgerPlan): Promise<number> {
  let count = 0
  for (const part of await runInSlices(splitPlan(plan, ROWS_A_PART), breathe)) {
    count += await store.deliveries.plan(part)
    await breathe()
  }
  return count
}

/** Postings that are not there and not taken for closed. */
function listMissing(
  known: readonly Sighting[],
  { closed, firstIds }: Noted,
  { openIds }: Scan,
  listed: readonly Listed[],
): readonly string[] {
  const settled = new Set([
    ...closed.map(({ postingId }) => postingId),
    ...listed.flatMap(({ ids }) => ids.flatMap(id => firstIds.get(id) ?? [])),
    ...known.flatMap(({ id, postingId }) => (openIds.has(id) ? [postingId] : [])),
  ])
  const open = known.filter(({ closedSince, postingId }) => closedSince === null && !settled.has(postingId))
  return [...new Set(open.map(({ postingId }) => postingId))]
}
