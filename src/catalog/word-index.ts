import { postingsAt } from './image/packed-lists.ts'
import { countStrings, findString, stringAt } from './image/packed-strings.ts'
import type { PackedWords } from './image/packed-words.ts'
import type { Steps } from './steps.ts'
import { createWordCounter } from './word-counter.ts'

/** Which postings use which words: sorted lists in one array, one stretch a stem. */
export interface WordIndex {
  /** Postings whose text holds the stem, ascending; empty where none does. */
  readonly postingsOf: (stem: string) => Uint32Array
  /** In how many postings a folded word occurs as it is written, in any section; 0 where nowhere. */
  readonly frequencyOf: (word: string) => number
  /** Every folded word with its frequency, also those of sections that free words do not search; in ascending order. */
  readonly words: Iterable<readonly [word: string, frequency: number]>
}

/** The words of one posting, folded, each once, in the order in which they first stand. */
export interface PostingWords {
  /** Of title, company, role, duties, requirements and what else free words search. */
  readonly searched: readonly string[]
  /** Those that only blurb, benefits and legal text hold: known words, but no ground for a match. */
  readonly others: readonly string[]
}

const NO_POSTINGS = new Uint32Array(0)

/** Looks words up in packed lists; takes no time. */
export function openWordIndex({ words, frequencies, stems }: PackedWords): WordIndex {
  return {
    postingsOf(stem) {
      const at = findString(stems.values, stem)
      return at < 0 ? NO_POSTINGS : postingsAt(stems, at)
    },
    frequencyOf: word => frequencies[findString(words, word)] ?? 0,
    words: {
      *[Symbol.iterator]() {
        const count = countStrings(words)
        for (let at = 0; at < count; at++) yield [stringAt(words, at), frequencies[at] ?? 0] as const
      },
    },
  }
}

/** Packs the words of postings, one posting a step; they are handed over one at a time, so that they can be forgotten. */
export function* packWordsInSteps(postings: Iterable<PostingWords>): Steps<PackedWords> {
  const counter = createWordCounter()
  const numbers = new Map<string, number>()
  const number = (text: string) => {
    const word = numbers.get(text) ?? counter.addWord(text)
    numbers.set(text, word)
    return word
  }
  let posting = 0
  for (const { searched, others } of postings) {
    const words = Uint32Array.from([...searched, ...others], number)
    counter.addPosting(posting++, { words, searched: searched.length })
    yield
  }
  return yield* counter.packInSteps()
}
