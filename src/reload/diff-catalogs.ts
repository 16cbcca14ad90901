import { isDeepStrictEqual } from 'node:util'
import { hasBit } from '../catalog/bit-set.ts'
import type { Catalog } from '../catalog/catalog.ts'
import type { CatalogChange, ChangedPosting } from '../catalog/catalog-change.ts'
import type { MergedPosting } from '../catalog/merge-duplicates.ts'
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

/** The fields that are compared; all facts of a posting. */
const COMPARED = [
  'title',
  'titleInferred',
  'company',
  'salary',
  'workplace',
  'countries',
  'regions',
  'states',
  'cities',
  'timeZones',
  'seniority',
  'employment',
  'yearsMin',
  'degree',
  'degreeOrEquivalent',
  'visaSponsorship',
  'skills',
  'topics',
  'language',
  'postedAt',
  'closesAt',
] as const satisfies readonly PostingField[]

/**
 * Compares two catalogs posting by posting; one that was merged with another or taken apart again counts as the same.
 * Hidden and closed postings count as not being there.
 * @param before null where there was none: then everything is new
 */
export function diffCatalogs(before: DatedCatalog | null, after: DatedCatalog): CatalogDiff {
  const old = before === null ? [] : listOpen(before)
  const gone = old.filter(entry => findSame(entry, after) === null).map(({ posting }) => posting.id)
  const added: string[] = []
  const changed: ChangedPosting[] = []
  const reposted: string[] = []
  for (const entry of listOpen(after)) {
    const { posting } = entry
    const was = before === null ? null : findSame(entry, before)
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

function listOpen({ catalog, day }: DatedCatalog): readonly MergedPosting[] {
  return catalog.entries.filter(
    (entry, number) => !hasBit(catalog.hidden, number) && isOpen(entry.posting, day),
  )
}

function isOpen({ closesAt }: Posting, day: string): boolean {
  return closesAt === null || closesAt >= day
}

/** The entry of the other catalog that one of the ids leads to, where it is open there. */
function findSame({ posting, alsoIds }: MergedPosting, { catalog, day }: DatedCatalog): MergedPosting | null {
  for (const id of [posting.id, ...alsoIds]) {
    const entry = catalog.entries[catalog.numberOf(id) ?? -1]
    if (entry && isOpen(entry.posting, day)) return entry
  }
  return null
}

function listChanges(was: Posting, is: Posting): readonly PostingField[] {
  return was === is ? [] : COMPARED.filter(field => !isDeepStrictEqual(was[field], is[field]))
}

function isReposted({ postedAt: was }: Posting, { postedAt: is }: Posting): boolean {
  return was !== null && is !== null && is > was
}
