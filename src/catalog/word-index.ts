import { postingsAt } from './image/packed-lists.ts'
import { countStrings, findString, packStrings, stringAt } from './image/packed-strings.ts'
import type { PackedWords } from './image/packed-words.ts'
import { stemWord } from './split-words.ts'
import { runSteps, type Steps } from './steps.ts'

/** Which postings use which words: sorted lists in one array, one stretch a stem. */
export interface WordIndex {
  /** Postings whose text holds the stem, ascending; empty where none does. */
  readonly postingsOf: (stem: string) => Uint32Array
  /** In how many postings a folded word occurs as it is written, in any section; 0 where nowhere. */
  readonly frequencyOf: (word: string) => number
  /** Every folded word with its frequency, also those of sections that free words do not search; in ascending order. */
  readonly words: Iterable<readonly [word: string, frequency: number]>
}

/** The words of one posting, folded, with repetitions. */
export interface PostingWords {
  /** Of title, company, role, duties, requirements and what else free words search. */
  readonly searched: readonly string[]
  /** Of the blurb, benefits and legal text: known words, but no ground for a match. */
  readonly others: readonly string[]
}

const NO_POSTINGS = new Uint32Array(0)

/** Indexes the words of postings; the postings are handed over one at a time, so that their words can be forgotten. */
export function createWordIndex(postings: Iterable<PostingWords>): WordIndex {
  return openWordIndex(runSteps(packWordsInSteps(postings)))
}

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

/** Packs the words of postings, one posting a step. */
export function* packWordsInSteps(postings: Iterable<PostingWords>): Steps<PackedWords> {
  const words = new Map<string, KnownWord>()
  const stems = new Map<string, KnownStem>()
  const pairs = createPairList()
  let posting = 0
  for (const { searched, others } of postings) {
    for (const text of searched) {
      const { stem } = countWord(words, stems, text, posting)
      if (stem.lastPosting === posting) continue
      stem.lastPosting = posting
      pairs.add(stem.id, posting)
    }
    for (const text of others) countWord(words, stems, text, posting)
    posting++
    yield
  }
  return yield* packInSteps(words, stems, pairs)
}

/** What is known of a word while the index is built. The last posting spares a set a posting. */
interface KnownWord {
  readonly stem: KnownStem
  frequency: number
  lastPosting: number
}

interface KnownStem {
  readonly id: number
  lastPosting: number
}

function countWord(
  words: Map<string, KnownWord>,
  stems: Map<string, KnownStem>,
  text: string,
  posting: number,
): KnownWord {
  const word = words.get(text) ?? addWord(words, stems, text)
  if (word.lastPosting !== posting) {
    word.lastPosting = posting
    word.frequency++
  }
  return word
}

function addWord(words: Map<string, KnownWord>, stems: Map<string, KnownStem>, text: string): KnownWord {
  const stemText = stemWord(text)
  const stem = stems.get(stemText) ?? { id: stems.size, lastPosting: -1 }
  stems.set(stemText, stem)
  const word = { stem, frequency: 0, lastPosting: -1 }
  words.set(text, word)
  return word
}

/** The order of values does not depend on where they come first, so that the same postings give the same bytes. */
function* packInSteps(
  words: ReadonlyMap<string, KnownWord>,
  stems: ReadonlyMap<string, KnownStem>,
  pairs: PairList,
): Steps<PackedWords> {
  const sortedWords = [...words.keys()].sort()
  yield
  const frequencies = Uint32Array.from(sortedWords, word => words.get(word)?.frequency ?? 0)
  yield
  // Stems of which no posting has a searched word are no values.
  const totals = pairs.countById(stems.size)
  const sortedStems = [...stems.keys()].filter(stem => totals[stems.get(stem)?.id ?? 0] !== 0).sort()
  yield
  const order = Uint32Array.from(sortedStems, stem => stems.get(stem)?.id ?? 0)
  const lists = pairs.sortById(order, totals)
  yield
  return {
    words: packStrings(sortedWords),
    frequencies,
    stems: { values: packStrings(sortedStems), ...lists },
  }
}

type PairList = ReturnType<typeof createPairList>

/** Pairs of a stem and a posting in growing typed arrays: a hundred thousand postings have some twenty million. */
function createPairList() {
  let stemIds = new Uint32Array(1024)
  let postings = new Uint32Array(1024)
  let length = 0
  return {
    add(stemId: number, posting: number) {
      if (length === stemIds.length) {
        stemIds = grow(stemIds)
        postings = grow(postings)
      }
      stemIds[length] = stemId
      postings[length] = posting
      length++
    },
    /** How many postings each stem has. */
    countById(idCount: number): Uint32Array {
      const totals = new Uint32Array(idCount)
      for (let i = 0; i < length; i++) increment(totals, stemIds[i] ?? 0, 1)
      return totals
    },
    /** Counting sort by the order of the stems; stable, so each stretch stays ascending. */
    sortById(order: Uint32Array, totals: Uint32Array) {
      const starts = new Uint32Array(order.length + 1)
      const next = new Uint32Array(totals.length)
      order.forEach((id, place) => {
        next[id] = starts[place] ?? 0
        starts[place + 1] = (starts[place] ?? 0) + (totals[id] ?? 0)
      })
      const sorted = new Uint32Array(length)
      for (let i = 0; i < length; i++) {
        const id = stemIds[i] ?? 0
        sorted[next[id] ?? 0] = postings[i] ?? 0
        increment(next, id, 1)
      }
      return { starts, postings: sorted }
    },
  }
}

function increment(array: Uint32Array, at: number, by: number): void {
  array[at] = (array[at] ?? 0) + by
}

function grow(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2)
  larger.set(array)
  return larger
}
