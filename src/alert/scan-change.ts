import { hasBit } from '../catalog/bit-set.ts'
import { dayOf, toDay } from '../catalog/calendar-day.ts'
import type { Catalog } from '../catalog/catalog.ts'
import type { MergedPosting } from '../catalog/merge-duplicates.ts'
import type { Steps } from '../catalog/steps.ts'
import type { Listed, NoteInput } from './note-sightings.ts'
import type { SightingKey } from './sighting.ts'

const ENTRIES_A_STEP = 500

/** A catalog as it was at a time: what was open then. */
export interface SeenCatalog {
  readonly catalog: Catalog
  readonly at: Date
}

/** What of a catalog may be other than it was seen. */
export interface Scan extends Pick<NoteInput, 'listed' | 'openIds' | 'readSources'> {
  /** Ids that were seen open and may lead nowhere now. */
  readonly left: readonly string[]
  /** Names of all sources of the catalog. */
  readonly sourceNames: readonly string[]
}

/** Compares a catalog with the one before it, of which everything is written down. */
export function* scanAfter(before: SeenCatalog, after: SeenCatalog): Steps<Scan> {
  const [old, now] = [createLookUp(before), createLookUp(after)]
  const open = yield* listOpen(after)
  const listed: Listed[] = []
  for (const [index, one] of open.listed.entries()) {
    if (!old(one.entry)) listed.push(one)
    if (index % ENTRIES_A_STEP === 0) yield
  }
  const left: string[] = []
  for (const [index, entry] of before.catalog.entries.entries()) {
    if (isOpen(before, entry, index) && !now(entry)) left.push(...idsOf(entry))
    if (index % ENTRIES_A_STEP === 0) yield
  }
  // Only what comes after a start asks what could be read.
  return { ...open, listed, left, readSources: new Set() }
}

/** Compares a catalog with all that was ever written down. */
export function* scanAll(after: SeenCatalog, known: ReadonlyMap<string, SightingKey>): Steps<Scan> {
  const open = yield* listOpen(after)
  const isSame = (id: string) => known.get(id)?.isOpen ?? false
  const listed: Listed[] = []
  for (const [index, one] of open.listed.entries()) {
    if (!one.ids.every(isSame)) listed.push(one)
    if (index % ENTRIES_A_STEP === 0) yield
  }
  const present = yield* listPresent(known, open.openIds)
  const left: string[] = []
  const readSources = new Set<string>()
  const counted = new Set<string>()
  let count = 0
  for (const { id, postingId, sourceName, isOpen } of known.values()) {
    count += 1
    if (count % ENTRIES_A_STEP === 0) yield
    if (isOpen && !present.has(postingId)) left.push(id)
    if (!present.has(postingId) || counted.has(postingId)) continue
    // Where its first id was found stands for all of them.
    counted.add(postingId)
    readSources.add(sourceName)
  }
  return { ...open, listed, left, readSources }
}

/** The postings that were seen, and one of whose ids leads somewhere. */
function* listPresent(
  known: ReadonlyMap<string, SightingKey>,
  openIds: ReadonlySet<string>,
): Steps<ReadonlySet<string>> {
  const present = new Set<string>()
  let count = 0
  for (const { id, postingId } of known.values()) {
    if (openIds.has(id)) present.add(postingId)
    count += 1
    if (count % ENTRIES_A_STEP === 0) yield
  }
  return present
}

/** The postings that are neither hidden nor past their closing date, and where they come from. */
function* listOpen(seen: SeenCatalog): Steps<Pick<Scan, 'listed' | 'openIds' | 'sourceNames'>> {
  const listed: Listed[] = []
  const openIds = new Set<string>()
  const names = new Set<string>()
  for (const [number, entry] of seen.catalog.entries.entries()) {
    names.add(entry.posting.sourceName)
    if (number % ENTRIES_A_STEP === 0) yield
    if (!isOpen(seen, entry, number)) continue
    const ids = idsOf(entry)
    for (const id of ids) openIds.add(id)
    listed.push({ entry, number, ids })
  }
  return { listed, openIds, sourceNames: [...names] }
}

/** Whether a posting was open in a catalog under the very same ids. */
function createLookUp(seen: SeenCatalog): (entry: MergedPosting) => boolean {
  const { catalog } = seen
  return entry => {
    const number = catalog.numberOf(entry.posting.id)
    const other = number === undefined ? undefined : catalog.entries[number]
    if (number === undefined || !other || !isOpen(seen, other, number)) return false
    const ids = idsOf(other)
    return (
      other.posting.id === entry.posting.id &&
      ids.length === entry.alsoIds.length + 1 &&
      entry.alsoIds.every(id => ids.includes(id))
    )
  }
}

function isOpen({ catalog, at }: SeenCatalog, { posting }: MergedPosting, number: number): boolean {
  return !hasBit(catalog.hidden, number) && !(toDay(posting.closesAt) < dayOf(at))
}

function idsOf({ posting, alsoIds }: MergedPosting): readonly string[] {
  return [posting.id, ...alsoIds]
}
