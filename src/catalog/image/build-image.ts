import { MissingPostings } from '../archive/missing-postings.ts'
import type { PostingArchive } from '../archive/posting-archive.ts'
import { compareNewest } from '../catalog.ts'
import { nameDigests } from '../compute-revision.ts'
import { groupDuplicatesInSteps } from '../merge-duplicates.ts'
import type { MergeMarks } from '../mergeable.ts'
import type { Steps } from '../steps.ts'
import { packTitlesInSteps, type RankedText } from '../text-index.ts'
import type { CatalogImage, ImageParts } from './catalog-image.ts'
import { joinParts } from './join-parts.ts'
import { listKeys, nameGroup, numberGroups } from './list-keys.ts'
import { type KeyGroup, packKeys, packPartsInSteps, packWordsOfInSteps } from './pack-parts.ts'
import { postingsAt } from './packed-lists.ts'
import { listStrings } from './packed-strings.ts'
import type { PackedWords } from './packed-words.ts'
import { type ArchivedMember, recallMirrors } from './recall-mirrors.ts'
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
  const { archive, maxAgeDays } = input
  const marks = archive.loadMarks()
  yield
  const members = listMembers(input, marks)
  // Where a document stands twice, its key says too little: then everything is read.
  const before = new Set(members.map(({ key }) => key)).size === members.length ? input.before : null
  const recall = before === null ? undefined : recallMirrors(before, members, marks)
  yield
  const merged = yield* groupDuplicatesInSteps(members, recall)
  const groups = merged
    .toSorted(([a], [b]) => (a && b ? compareNewest(a.marks, b.marks) : 0))
    .map(group => group.map(({ key }) => key))
  yield
  const changed = before === null ? null : yield* changePartsInSteps(before, groups, archive)
  const parts = changed ?? (yield* packPartsInSteps(groups, archive))
  return shareImage({
    ...parts,
    revision: nameDigests(parts.digests),
    expiresDay: findExpiry(parts, maxAgeDays),
    titles: yield* packTitlesInSteps(listStrings(parts.names).map(readName)),
  })
}

function readName(name: string): RankedText {
  const [title = '', company = ''] = name.split('\n')
  return { title, company }
}

function listMembers(
  { keys, archive }: ImageInput,
  marks: ReadonlyMap<string, MergeMarks | null>,
): readonly ArchivedMember[] {
  const wanted = [...keys]
  const missing = wanted.filter(key => !marks.has(key))
  if (missing.length > 0) throw new MissingPostings(missing)
  return wanted.flatMap(key => {
    const own = marks.get(key)
    return own ? [makeMember(key, own, archive)] : []
  })
}

function makeMember(key: string, marks: MergeMarks, archive: PostingArchive): ArchivedMember {
  const read = () => {
    const posting = archive.loadPosting(key)
    if (posting === null) throw new MissingPostings([key])
    return posting
  }
  return { key, marks, read }
}

/** Reads only the postings that came, and the words of those that went; null where these are gone from the archive. */
function* changePartsInSteps(
  before: CatalogImage,
  groups: readonly KeyGroup[],
  archive: PostingArchive,
): Steps<ImageParts | null> {
  const numbers = numberGroups(before)
  yield
  const keptNumbers = new Int32Array(before.size).fill(-1)
  const came: number[] = []
  groups.forEach((group, number) => {
    const old = numbers.get(nameGroup(group))
    if (old === undefined) came.push(number)
    else keptNumbers[old] = number
  })
  yield
  const gone = Array.from(keptNumbers.keys()).filter(old => keptNumbers[old] === -1)
  const goneGroups = gone.map(old => listKeys(before, old))
  const removed = yield* packGoneInSteps(goneGroups, archive)
  if (removed === null) return null
  const added = yield* packPartsInSteps(
    came.map(number => groups[number] ?? []),
    archive,
  )
  const change = { size: groups.length, keptNumbers, addedNumbers: Int32Array.from(came) }
  return { ...joinParts({ ...change, before, added, removed }), ...packKeys(groups) }
}

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
