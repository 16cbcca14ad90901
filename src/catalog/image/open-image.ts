import type { PostingArchive } from '../archive/posting-archive.ts'
import { createBitSet } from '../bit-set.ts'
import type { Catalog } from '../catalog.ts'
import { rememberRevision } from '../compute-revision.ts'
import type { MergedPosting } from '../merge-duplicates.ts'
import type { Steps } from '../steps.ts'
import { openTextIndex } from '../text-index.ts'
import { openWordIndex } from '../word-index.ts'
import type { CatalogImage } from './catalog-image.ts'
import { listKeys, nameGroup } from './list-keys.ts'
import { type KeyGroup, loadGroupsInSteps } from './pack-parts.ts'
import { openColumnsInSteps } from './packed-columns.ts'

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
    titles: openTextIndex(image.titles),
    expiresDay,
    hidden: createBitSet(size),
    numberOf: id => numbers.get(id),
  }
  images.set(entries, image)
  rememberRevision(catalog, revision)
  return catalog
}

function* openEntriesInSteps(
  image: CatalogImage,
  archive: PostingArchive,
  before: Catalog | null,
): Steps<readonly MergedPosting[]> {
  const known = yield* nameEntriesInSteps(before)
  const groups: KeyGroup[] = []
  const fresh: KeyGroup[] = []
  for (let number = 0; number < image.size; number++) {
    const group = listKeys(image, number)
    groups.push(group)
    if (!known.has(nameGroup(group))) fresh.push(group)
    yield
  }
  const loaded = (yield* loadGroupsInSteps(fresh, archive)).values()
  const entries: MergedPosting[] = []
  for (const group of groups) {
    const entry = known.get(nameGroup(group)) ?? loaded.next().value
    if (entry !== undefined) entries.push(entry)
    yield
  }
  return entries
}

function* nameEntriesInSteps(catalog: Catalog | null): Steps<ReadonlyMap<string, MergedPosting>> {
  const known = new Map<string, MergedPosting>()
  const image = catalog && imageOf(catalog)
  if (!catalog || !image) return known
  for (const [number, entry] of catalog.entries.entries()) {
    known.set(nameGroup(listKeys(image, number)), entry)
    yield
  }
  return known
}

/** Of ids that two postings have, the later one counts, as in `createCatalog`. */
function* numberIdsInSteps(entries: readonly MergedPosting[]): Steps<ReadonlyMap<string, number>> {
  const numbers = new Map<string, number>()
  for (const [number, { posting, alsoIds }] of entries.entries()) {
    numbers.set(posting.id, number)
    for (const id of alsoIds) numbers.set(id, number)
    yield
  }
  return numbers
}
