import type { PostingArchive } from '../archive/posting-archive.ts'
import { createBitSet } from '../bit-set.ts'
import type { Catalog } from '../catalog.ts'
import { rememberRevision } from '../compute-revision.ts'
import type { MergedPosting } from '../merge-duplicates.ts'
import { openTitleRanks } from '../rank-titles.ts'
import type { Steps } from '../steps.ts'
import { openWordIndex } from '../word-index.ts'
import type { CatalogImage } from './catalog-image.ts'
import { listKeys, numberKeys } from './list-keys.ts'
import { type KeyGroup, loadGroupsInSteps } from './pack-parts.ts'
import { openColumnsInSteps } from './packed-columns.ts'
import { compareStrings, findString, stringAt } from './packed-strings.ts'

/** By the entries, which a catalog with something hidden shares with the whole one. */
const images = new WeakMap<readonly MergedPosting[], CatalogImage>()

/** The image that a catalog was opened from; null where it was made otherwise. */
export function imageOf({ entries }: Catalog): CatalogImage | null {
  return images.get(entries) ?? null
}

/**
 * Makes a catalog of an image, in short steps: facts are read from the archive, texts stay there.
 * @param before a catalog whose postings are taken over where they are the same; null where there is none
 * @throws {MissingPostings} when the archive lacks a posting of the image
 */
export function* openImageInSteps(
  image: CatalogImage,
  archive: PostingArchive,
  before: Catalog | null,
): Steps<Catalog> {
  const { size, expiresDay, revision } = image
  const entries = yield* openEntriesInSteps(image, archive, before)
  const columns = yield* openColumnsInSteps(size, image.columns)
  const numbers = yield* numberIdsInSteps(entries)
  const catalog: Catalog = {
    size,
    entries,
    columns,
    words: openWordIndex(image.words),
    titles: openTitleRanks(image.titles),
    expiresDay,
    hidden: createBitSet(size),
    numberOf: id => numbers.get(id),
  }
  images.set(entries, image)
  rememberRevision(catalog, revision)
  return catalog
}

/** Postings that are looked at in one step. */
const STEP_SIZE = 200

function* openEntriesInSteps(
  image: CatalogImage,
  archive: PostingArchive,
  before: Catalog | null,
): Steps<readonly MergedPosting[]> {
  const findKnown = createFinder(image, before)
  const entries: (MergedPosting | null)[] = []
  const fresh: KeyGroup[] = []
  for (let number = 0; number < image.size; number++) {
    const known = findKnown(number)
    if (known === null) fresh.push(listKeys(image, number))
    entries.push(known)
    if (number % STEP_SIZE === 0) yield
  }
  const loaded = (yield* loadGroupsInSteps(fresh, archive)).values()
  return entries.flatMap(entry => entry ?? loaded.next().value ?? [])
}

/** Finds the same posting, with the same copies, in the catalog before; null where it is not in it. */
function createFinder(
  image: CatalogImage,
  catalog: Catalog | null,
): (number: number) => MergedPosting | null {
  const before = catalog && imageOf(catalog)
  if (!catalog || !before) return () => null
  const numbers = numberKeys(before)
  return number => {
    const first = image.keyStarts[number] ?? 0
    const count = (image.keyStarts[number + 1] ?? 0) - first
    const at = findString(before.keys, stringAt(image.keys, first))
    const old = numbers[at] ?? -1
    if (before.keyStarts[old] !== at || before.keyStarts[old + 1] !== at + count) return null
    for (let i = 1; i < count; i++)
      if (compareStrings(image.keys, first + i, before.keys, at + i) !== 0) return null
    return catalog.entries[old] ?? null
  }
}

/** Of ids that two postings have, the later one counts, as in `createCatalog`. */
function* numberIdsInSteps(entries: readonly MergedPosting[]): Steps<ReadonlyMap<string, number>> {
  const numbers = new Map<string, number>()
  for (const [number, { posting, alsoIds }] of entries.entries()) {
    numbers.set(posting.id, number)
    for (const id of alsoIds) numbers.set(id, number)
    if (number % STEP_SIZE === 0) yield
  }
  return numbers
}
