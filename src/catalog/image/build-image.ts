import { MissingPostings } from '../archive/missing-postings.ts'
import type { PostingArchive } from '../archive/posting-archive.ts'
import { nameDigests } from '../compute-revision.ts'
import { scoreTitles } from '../pack-titles.ts'
import type { Steps } from '../steps.ts'
import { findMembers, groupMembersInSteps } from './archived-member.ts'
import type { CatalogImage, ImageParts } from './catalog-image.ts'
import { joinParts } from './join-parts.ts'
import { listKeys } from './list-keys.ts'
import { type KeyGroup, packPartsInSteps, packWordsOfInSteps } from './pack-parts.ts'
import { postingsAt } from './packed-lists.ts'
import { listStrings } from './packed-strings.ts'
import type { PackedWords } from './packed-words.ts'
import { regroupInSteps } from './regroup.ts'
import { shareImage } from './share-image.ts'

/** What an image is made of. */
export interface ImageInput {
  /** The keys of all documents in force; those that were rejected are passed over. */
  readonly keys: Iterable<string>
  /** Age limit of each source, in days; a source that is not in it has none. */
  readonly maxAgeDays: ReadonlyMap<string, number | null>
  /** An image to begin from: only what came and went since is read; null to read everything. */
  readonly before: CatalogImage | null
  readonly archive: PostingArchive
}

/**
 * Makes the image of the catalog that `createCatalog` would make of the same postings, in short steps; the bytes are
 * the same whatever it begins from.
 * @throws {MissingPostings} when the archive lacks a key
 */
export function* buildImageInSteps(input: ImageInput): Steps<CatalogImage> {
  const { archive, maxAgeDays, before } = input
  const keys = [...input.keys]
  // Where a document stands twice, its key says too little: then everything is read.
  const isEachOnce = new Set(keys).size === keys.length
  const changed = before !== null && isEachOnce ? yield* changePartsInSteps(before, keys, archive) : null
  const parts = changed ?? (yield* makePartsInSteps(keys, archive))
  yield
  return shareImage({
    ...parts,
    revision: nameDigests(parts.digests),
    expiresDay: findExpiry(parts, maxAgeDays),
    titles: scoreTitles(parts.titles),
  })
}

function* makePartsInSteps(keys: readonly string[], archive: PostingArchive): Steps<ImageParts> {
  const members = findMembers(keys, archive)
  yield
  return yield* packPartsInSteps(yield* groupMembersInSteps(members), archive)
}

/** Reads only the postings that came, and the words of those that went; null where that does not do. */
function* changePartsInSteps(
  before: CatalogImage,
  keys: readonly string[],
  archive: PostingArchive,
): Steps<ImageParts | null> {
  const regrouping = yield* regroupInSteps(before, keys, archive)
  if (regrouping === null) return null
  yield
  const removed = yield* packGoneInSteps(
    regrouping.gone.map(number => listKeys(before, number)),
    archive,
  )
  if (removed === null) return null
  const added = yield* packPartsInSteps(regrouping.came, archive)
  return joinParts({ ...regrouping, before, added, removed })
}

/** null where the archive has forgotten them. */
function* packGoneInSteps(groups: readonly KeyGroup[], archive: PostingArchive): Steps<PackedWords | null> {
  try {
    return yield* packWordsOfInSteps(groups, archive)
  } catch (error) {
    if (error instanceof MissingPostings) return null
    throw error
  }
}

function findExpiry(parts: ImageParts, maxAgeDays: ImageInput['maxAgeDays']): Float64Array {
  const expiry = new Float64Array(parts.size).fill(Number.NaN)
  const { postedDay } = parts.columns.numbers
  listStrings(parts.sources.values).forEach((source, at) => {
    const days = maxAgeDays.get(source) ?? Number.NaN
    for (const number of postingsAt(parts.sources, at)) expiry[number] = (postedDay[number] ?? 0) + days
  })
  return expiry
}
