import { MissingPostings } from '../archive/missing-postings.ts'
import type { PostingArchive } from '../archive/posting-archive.ts'
import { createColumns } from '../columns.ts'
import { digestPostings } from '../compute-revision.ts'
import { type MergedPosting, mergeGroup } from '../merge-duplicates.ts'
import { splitWords } from '../split-words.ts'
import type { Steps } from '../steps.ts'
import { countTitlesInSteps } from '../text-index.ts'
import { createValueColumn } from '../value-column.ts'
import { type MemberGroup, writeOrder } from './archived-member.ts'
import { packArchivedWordsInSteps } from './archived-words.ts'
import type { ImageParts } from './catalog-image.ts'
import { LINKS_A_KEY, linksOf } from './merge-links.ts'
import { packColumns } from './packed-columns.ts'
import { packLists } from './packed-lists.ts'
import { packStrings, packTable } from './packed-strings.ts'
import type { PackedWords } from './packed-words.ts'

/** The keys of a posting's copies, the oldest first. */
export type KeyGroup = readonly string[]

/**
 * Reads postings from the archive and packs everything that is known of each, numbered in the order given.
 * @throws {MissingPostings} when the archive lacks one of them
 */
export function* packPartsInSteps(
  members: readonly MemberGroup[],
  archive: PostingArchive,
): Steps<ImageParts> {
  const groups = members.map(group => group.map(({ key }) => key))
  const entries = yield* loadGroupsInSteps(groups, archive)
  const postings = entries.map(entry => entry.posting)
  const columns = packColumns(createColumns(postings))
  yield
  return {
    size: entries.length,
    ...packKeys(members),
    digests: digestPostings(entries),
    orders: packStrings(members.map(writeOrder)),
    names: packStrings(postings.map(({ title, company }) => `${title}\n${company ?? ''}`)),
    titles: yield* countTitlesInSteps(postings),
    columns,
    sources: packLists(createValueColumn(postings.map(({ sourceName }) => [sourceName])).postings),
    words: yield* packArchivedWordsInSteps(
      readWords(listByPlace(members), groups, number => entries[number], archive),
    ),
  }
}

/**
 * Reads the words of postings from the archive and packs them; their facts are not read where they say nothing about it.
 * @throws {MissingPostings} when the archive lacks one of them
 */
export function* packWordsOfInSteps(
  groups: readonly KeyGroup[],
  archive: PostingArchive,
): Steps<PackedWords> {
  // Only of several copies may one know a company that the words lack.
  const several = [...groups.entries()].filter(([, keys]) => keys.length > 1)
  const loaded = yield* loadGroupsInSteps(
    several.map(([, keys]) => keys),
    archive,
  )
  const entries = new Map(several.map(([number], at) => [number, loaded[at]]))
  return yield* packArchivedWordsInSteps(
    readWords(groups.keys(), groups, number => entries.get(number), archive),
  )
}

function packKeys(groups: readonly MemberGroup[]): Pick<ImageParts, 'keys' | 'keyStarts' | 'links'> {
  const keyStarts = new Uint32Array(groups.length + 1)
  groups.forEach((group, at) => {
    keyStarts[at + 1] = (keyStarts[at] ?? 0) + group.length
  })
  const members = groups.flat()
  const links = new Uint32Array(members.length * LINKS_A_KEY)
  members.forEach(({ marks }, at) => {
    links.set(linksOf(marks), at * LINKS_A_KEY)
  })
  return { keys: packTable(members.map(({ key }) => key)), keyStarts, links }
}

/**
 * Reads postings with their copies from the archive, in short steps.
 * @throws {MissingPostings} when the archive lacks one of them
 */
export function* loadGroupsInSteps(
  groups: readonly KeyGroup[],
  archive: PostingArchive,
): Steps<readonly MergedPosting[]> {
  const keys = new Set<string>()
  for (const group of groups) {
    for (const key of group) keys.add(key)
    yield
  }
  const postings = yield* archive.loadPostingsInSteps(keys)
  const entries: MergedPosting[] = []
  for (const group of groups) {
    const copies = group.flatMap(key => postings.get(key) ?? [])
    if (copies.length < group.length) throw new MissingPostings(group.filter(key => !postings.has(key)))
    entries.push(mergeGroup(copies))
    yield
  }
  return entries
}

/** The numbers of postings in the order in which the archive holds them: to read them so takes a fifth less. */
function listByPlace(groups: readonly MemberGroup[]): Iterable<number> {
  const places = Uint32Array.from(groups, ([oldest]) => oldest?.place ?? 0)
  return Uint32Array.from(groups.keys()).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0))
}

function* readWords(
  order: Iterable<number>,
  groups: readonly KeyGroup[],
  entryOf: (number: number) => MergedPosting | undefined,
  archive: PostingArchive,
): Generator<readonly [number: number, words: Uint8Array]> {
  for (const number of order) {
    const key = groups[number]?.[0] ?? ''
    const words = archive.loadWords(key)
    if (words === null) throw new MissingPostings([key])
    const entry = entryOf(number)
    yield [number, entry === undefined ? words : addCompany(words, entry)]
  }
}

/** The company may be known from a copy only; its words are then not among those of the oldest. */
function addCompany(
  words: Uint8Array,
  { posting: { company }, copies: [oldest] }: MergedPosting,
): Uint8Array {
  if (oldest === undefined || oldest.company !== null || company === null) return words
  return Buffer.concat([
    Buffer.from(
      splitWords(company)
        .map(word => `${word}\n`)
        .join(''),
    ),
    words,
  ])
}
