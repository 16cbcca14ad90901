import { stemWord } from './split-words.ts'
import { runSteps, type Steps } from './steps.ts'

/** Which postings use which words: sorted lists in one array, one stretch a stem. */
export interface WordIndex {
  /** Postings whose text holds the stem, ascending; empty where none does. */
  readonly postingsOf: (stem: string) => Uint32Array
  /** In how many postings a folded word occurs as it is written, in any section; 0 where nowhere. */
  readonly frequencyOf: (word: string) => number
  /** Every folded word with its frequency, also those of sections that free words do not search. */
  readonly words: ReadonlyMap<string, number>
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
  return runSteps(createWordIndexInSteps(postings))
}

/** As `createWordIndex`, one posting a step. */
export function* createWordIndexInSteps(postings: Iterable<PostingWords>): Steps<WordIndex> {
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
  return finishIndex(words, stems, pairs.sortById(stems.size))
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

function finishIndex(
  words: ReadonlyMap<string, KnownWord>,
  stems: ReadonlyMap<string, KnownStem>,
  lists: { readonly starts: Uint32Array; readonly postings: Uint32Array },
): WordIndex {
  const { starts, postings } = lists
  const frequencies = new Map(Array.from(words, ([word, { frequency }]) => [word, frequency]))
  const ids = new Map(Array.from(stems, ([stem, { id }]) => [stem, id]))
  const postingsOf = (stem: string) => {
    const id = ids.get(stem)
    return id === undefined ? NO_POSTINGS : postings.subarray(starts[id], starts[id + 1])
  }
  return { postingsOf, frequencyOf: word => frequencies.get(word) ?? 0, words: frequencies }
}

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
    /** Counting sort; stable, so each stretch stays ascending. */
    sortById(idCount: number) {
      const starts = new Uint32Array(idCount + 1)
      for (let i = 0; i < length; i++) increment(starts, (stemIds[i] ?? 0) + 1, 1)
      for (let id = 0; id < idCount; id++) increment(starts, id + 1, starts[id] ?? 0)
      const next = starts.slice()
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
