import { mergeValues } from './merge-values.ts'
import { joinLists, type PackedLists } from './packed-lists.ts'
import { findString, listStrings, makeTable, type StringTable } from './packed-strings.ts'

/** What a word index is made of. */
export interface PackedWords {
  /** Every folded word, ascending. */
  readonly words: StringTable
  /** In how many postings each word occurs. */
  readonly frequencies: Uint32Array
  /** The postings of each stem. */
  readonly stems: PackedLists<StringTable>
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
  const frequencies = new Uint32Array(left.length + added.frequencies.length)
  let count = 0
  const words = mergeValues(before.words, added.words, (i, j) => {
    const frequency = (left[i] ?? 0) + (added.frequencies[j] ?? 0)
    if (frequency > 0) frequencies[count++] = frequency
    return frequency > 0
  })
  const stems = joinLists(
    { lists: before.stems, numbers: keptNumbers },
    { lists: added.stems, numbers: addedNumbers },
  )
  return {
    words: makeTable(words),
    frequencies: frequencies.slice(0, count),
    stems: { ...stems, values: makeTable(stems.values) },
  }
}
