import { isDeepStrictEqual } from 'node:util'
import { hasBit } from '../catalog/bit-set.ts'
import type { Catalog } from '../catalog/catalog.ts'
import type { CatalogChange, ChangedPosting } from '../catalog/catalog-change.ts'
import type { MergedPosting } from '../catalog/merge-duplicates.ts'
import { runSteps, type Steps } from '../catalog/steps.ts'
import { FACT_FIELDS } from '../posting/fact-fields.ts'
import type { Posting, PostingField } from '../posting/posting.ts'

/** What became different, by the ids of merged postings. */
export interface CatalogDiff extends Pick<CatalogChange, 'added' | 'changed' | 'gone'> {
  /** Those of the changed that were posted again since. */
  readonly reposted: readonly string[]
}

/** A catalog and the day (ISO 8601) for which it is looked at. */
export interface DatedCatalog {
  readonly catalog: Catalog
  readonly day: string
}

/**
 * Compares two catalogs posting by posting; one that was merged with another or taken apart again counts as the same.
 * Hidden and closed postings count as not being there.
 * @param before null where there was none: then everything is new
 */
export function diffCatalogs(before: DatedCatalog | null, after: DatedCatalog): CatalogDiff {
  return runSteps(diffCatalogsInSteps(before, after))
}

/** As `diffCatalogs`, in steps of about a millisecond. */
export function* diffCatalogsInSteps(before: DatedCatalog | null, after: DatedCatalog): Steps<CatalogDiff> {
  const old = before === null ? [] : yield* listOpen(before)
  const young = yield* listOpen(after)
  // What both hold is the same; most of it is in both, and is not looked at any closer.
  const left = yield* dropShared(old, young)
  const came = yield* dropShared(young, old)
  const findOld = yield* indexEntries(old, came)
  const findYoung = yield* indexEntries(young, left)
  const gone: string[] = []
  for (const [at, entry] of left.entries()) {
    if (isPause(at)) yield
    if (findYoung(entry) === null) gone.push(entry.posting.id)
  }
  const added: string[] = []
  const changed: ChangedPosting[] = []
  const reposted: string[] = []
  for (const [at, entry] of came.entries()) {
    if (isPause(at)) yield
    const { posting } = entry
    const was = findOld(entry)
    if (was === null) added.push(posting.id)
    const fields = was === null ? [] : listChanges(was.posting, posting)
    if (fields.length > 0) changed.push({ postingId: posting.id, fields })
    if (was !== null && isReposted(was.posting, posting)) reposted.push(posting.id)
  }
  return { added, changed, gone, reposted }
}

/** Whether anything is different. */
export function hasChanges({ added, changed, gone }: CatalogDiff): boolean {
  return added.length + changed.length + gone.length > 0
}

/** The ids of everything that is different. */
export function listDiffering({ added, changed, gone }: CatalogDiff): readonly string[] {
  return [...added, ...changed.map(({ postingId }) => postingId), ...gone]
}

/** The day of a time in UTC, as postings name days. */
export function toDay(time: Date): string {
  return time.toISOString().slice(0, 10)
}

/** Postings that are looked at in one step. */
const STEP_SIZE = 1000

const isPause = (at: number) => at % STEP_SIZE === STEP_SIZE - 1

function* listOpen({ catalog, day }: DatedCatalog): Steps<readonly MergedPosting[]> {
  const open: MergedPosting[] = []
  for (const [number, entry] of catalog.entries.entries()) {
    if (isPause(number)) yield
    if (!hasBit(catalog.hidden, number) && isOpen(entry.posting, day)) open.push(entry)
  }
  return open
}

function isOpen({ closesAt }: Posting, day: string): boolean {
  return closesAt === null || closesAt >= day
}

type FindEntry = (entry: MergedPosting) => MergedPosting | null

/** The entries that others do not hold. */
function* dropShared(
  entries: readonly MergedPosting[],
  others: readonly MergedPosting[],
): Steps<readonly MergedPosting[]> {
  const shared = new Set(others)
  yield
  return entries.filter(entry => !shared.has(entry))
}

/** Finds the entry to which one of the ids leads; null where none does. @param wanted those that are looked for */
function* indexEntries(
  entries: readonly MergedPosting[],
  wanted: readonly MergedPosting[],
): Steps<FindEntry> {
  const ids = new Set(wanted.flatMap(idsOf))
  const byId = new Map<string, MergedPosting[]>()
  for (const [at, entry] of entries.entries()) {
    if (isPause(at)) yield
    for (const id of idsOf(entry)) {
      if (!ids.has(id)) continue
      const known = byId.get(id)
      if (known) known.push(entry)
      else byId.set(id, [entry])
    }
  }
  return entry => {
    const candidates = idsOf(entry).flatMap(id => byId.get(id) ?? [])
    // Two roles can be found at one address, and then share an id.
    const { path, title } = entry.posting
    const twin = candidates.find(({ posting }) => posting.path === path && posting.title === title)
    return twin ?? candidates.find(({ posting }) => posting.title === title) ?? candidates[0] ?? null
  }
}

function idsOf({ posting, alsoIds }: MergedPosting): readonly string[] {
  return [posting.id, ...alsoIds]
}

function listChanges(was: Posting, is: Posting): readonly PostingField[] {
  return was === is ? [] : FACT_FIELDS.filter(field => !isDeepStrictEqual(was[field], is[field]))
}

function isReposted({ postedAt: was }: Posting, { postedAt: is }: Posting): boolean {
  return was !== null && is !== null && is > was
}
