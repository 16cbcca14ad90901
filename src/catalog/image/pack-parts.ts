import { MissingPostings } from '../archive/missing-postings.ts'
import type { PostingArchive } from '../archive/posting-archive.ts'
import { createColumns } from '../columns.ts'
import { digestPostings } from '../compute-revision.ts'
import { type MergedPosting, mergeGroup } from '../merge-duplicates.ts'
import { splitWords } from '../split-words.ts'
import type { Steps } from '../steps.ts'
import { createValueColumn } from '../value-column.ts'
import { type PostingWords, packWordsInSteps } from '../word-index.ts'
import type { ImageParts } from './catalog-image.ts'
import { packColumns } from './packed-columns.ts'
import { packLists } from './packed-lists.ts'
import { packStrings } from './packed-strings.ts'

/** The keys of a posting's copies, the oldest first. */
export type KeyGroup = readonly string[]

/**
 * Reads postings from the archive and packs everything that is known of each, numbered in the order given.
 * @throws {MissingPostings} when the archive lacks one of them
 */
export function* packPartsInSteps(groups: readonly KeyGroup[], archive: PostingArchive): Steps<ImageParts> {
  const entries: MergedPosting[] = []
  for (const group of groups) {
    entries.push(loadGroup(group, archive))
    yield
  }
  const postings = entries.map(entry => entry.posting)
  const columns = packColumns(createColumns(postings))
  yield
  return {
    size: entries.length,
    ...packKeys(groups),
    digests: digestPostings(entries),
    columns,
    sources: packLists(createValueColumn(postings.map(({ sourceName }) => [sourceName])).postings),
    words: yield* packWordsInSteps(
      groups.keys().map(at => listWords(groups[at] ?? [], entries[at], archive)),
    ),
  }
}

/** Packs the keys of postings. */
export function packKeys(groups: readonly KeyGroup[]): Pick<ImageParts, 'keys' | 'keyStarts'> {
  const keyStarts = new Uint32Array(groups.length + 1)
  groups.forEach((group, at) => {
    keyStarts[at + 1] = (keyStarts[at] ?? 0) + group.length
  })
  return { keys: packStrings(groups.flat()), keyStarts }
}

/**
 * Reads a posting with its copies from the archive.
 * @throws {MissingPostings} when the archive lacks one of them
 */
export function loadGroup(group: KeyGroup, archive: PostingArchive): MergedPosting {
  return mergeGroup(
    group.map(key => {
      const posting = archive.loadPosting(key)
      if (posting === null) throw new MissingPostings([key])
      return posting
    }),
  )
}

/**
 * The words of postings, one after the other.
 * @throws {MissingPostings} when the archive lacks one of them
 */
export function* readGroupWords(
  groups: readonly KeyGroup[],
  archive: PostingArchive,
): Generator<PostingWords> {
  for (const group of groups) yield listWords(group, loadGroup(group, archive), archive)
}

function listWords(group: KeyGroup, entry: MergedPosting | undefined, archive: PostingArchive): PostingWords {
  const [key = ''] = group
  const words = archive.loadWords(key)
  if (words === null || entry === undefined) throw new MissingPostings([key])
  // The company may be known from a copy only.
  const [oldest] = entry.copies
  if (oldest === undefined || oldest.company !== null || entry.posting.company === null) return words
  return { ...words, searched: [...words.searched, ...splitWords(entry.posting.company)] }
}
