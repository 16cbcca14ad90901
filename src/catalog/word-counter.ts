import { doubleArray } from './double-array.ts'
import { packTable } from './image/packed-strings.ts'
import type { PackedWords } from './image/packed-words.ts'
import { createPairList, type PairList } from './pair-list.ts'
import { stemWord } from './split-words.ts'
import type { Steps } from './steps.ts'

/** The words of a posting by their numbers. */
export interface NumberedWords {
  /** Those that free words search come first; a word may stand in both parts. */
  readonly words: Uint32Array
  /** How many are searched. */
  readonly searched: number
}

/** Counts the words of postings, one posting after the other; who calls it keeps the numbers of the words. */
export interface WordCounter {
  /** Numbers a word that was not seen before, from 0 on. */
  readonly addWord: (text: string) => number
  /**
   * Counts the words of a posting.
   * @param number each up to the highest comes once, in any order
   */
  readonly addPosting: (number: number, words: NumberedWords) => void
  /** The same bytes for the same postings, whichever words came first. */
  readonly packInSteps: () => Steps<PackedWords>
}

/** Side by side of each word: the number of its stem, which posting held it last (from 1 on, as they come), how many do. */
const STEM = 0
const LAST = 1
const FREQUENCY = 2
const SIZE = 4
const FIRST_WORDS = 1 << 12

export function createWordCounter(): WordCounter {
  const texts: string[] = []
  const stems = new Map<string, number>()
  const pairs = createPairList()
  let records = new Int32Array(FIRST_WORDS * SIZE)
  /** Which posting held each stem last. */
  let lastOfStem = new Int32Array(FIRST_WORDS)
  let posting = 0
  return {
    addWord(text) {
      const stem = stemWord(text)
      const known = stems.get(stem) ?? stems.size
      stems.set(stem, known)
      const word = texts.push(text) - 1
      if (word * SIZE === records.length) {
        records = doubleArray(records)
        lastOfStem = doubleArray(lastOfStem)
      }
      records[word * SIZE + STEM] = known
      return word
    },
    addPosting(number, { words, searched }) {
      posting++
      for (let at = 0; at < words.length; at++) {
        const record = (words[at] ?? 0) * SIZE
        if (records[record + LAST] === posting) continue
        records[record + LAST] = posting
        records[record + FREQUENCY] = (records[record + FREQUENCY] ?? 0) + 1
        const stem = records[record + STEM] ?? 0
        if (at >= searched || lastOfStem[stem] === posting) continue
        lastOfStem[stem] = posting
        pairs.add(stem)
      }
      pairs.endPosting(number)
    },
    packInSteps: () => {
      const frequencies = texts.map((_, word) => records[word * SIZE + FREQUENCY] ?? 0)
      return packInSteps(texts, frequencies, stems, pairs)
    },
  }
}

function* packInSteps(
  texts: readonly string[],
  frequencies: readonly number[],
  stems: ReadonlyMap<string, number>,
  pairs: PairList,
): Steps<PackedWords> {
  const order = texts.map((_, word) => word).sort((a, b) => ((texts[a] ?? '') < (texts[b] ?? '') ? -1 : 1))
  yield
  const words = packTable(order.map(word => texts[word] ?? ''))
  yield
  // Stems of which no posting has a searched word are no values.
  const totals = pairs.countById(stems.size)
  const values = [...stems.keys()].filter(stem => totals[stems.get(stem) ?? 0] !== 0).sort()
  yield
  const lists = pairs.sortById(
    values.map(stem => stems.get(stem) ?? 0),
    totals,
  )
  yield
  return {
    words,
    frequencies: Uint32Array.from(order, word => frequencies[word] ?? 0),
    stems: { values: packTable(values), ...lists },
  }
}
