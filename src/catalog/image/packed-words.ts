import { joinLists, type PackedLists, pairValues } from './packed-lists.ts'
import { findString, listStrings, type PackedStrings, packStrings } from './packed-strings.ts'

/** What a word index is made of. */
export interface PackedWords {
  /** Every folded word, ascending. */
  readonly words: PackedStrings
  /** In how many postings each word occurs. */
  readonly frequencies: Uint32Array
  /** The postings of each stem. */
  readonly stems: PackedLists
}

/** What becomes of the words of a catalog when postings come and go. */
export interface WordChange {
  readonly before: PackedWords
  /** The words of the postings that went. */
  readonly removed: PackedWords
  /** The words of the postings that came, numbered by themselves. */
  readonly added: PackedWords
  /** New numbers of the old postings, -1 for those that went. */
  readonly keptNumbers: Int32Array
  /** New numbers of those that came. */
  readonly addedNumbers: Int32Array
}

/** The words after a change: the same as if all postings had been read anew. */
export function joinWords({ before, removed, added, keptNumbers, addedNumbers }: WordChange): PackedWords {
  const left = before.frequencies.slice()
  listStrings(removed.words).forEach((word, at) => {
    const place = findString(before.words, word)
    if (place >= 0) left[place] = (left[place] ?? 0) - (removed.frequencies[at] ?? 0)
  })
  const words: string[] = []
  const frequencies: number[] = []
  for (const [word, i, j] of pairValues(before.words, added.words)) {
    const frequency = (left[i] ?? 0) + (added.frequencies[j] ?? 0)
    if (frequency === 0) continue
    words.push(word)
    frequencies.push(frequency)
  }
  return {
    words: packStrings(words),
    frequencies: Uint32Array.from(frequencies),
    stems: joinLists(
      { lists: before.stems, numbers: keptNumbers },
      { lists: added.stems, numbers: addedNumbers },
    ),
  }
}
