import { stemWord } from './split-words.ts'

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
  const words = new Map<string, number>()
  const ids = new Map<string, number>()
  const pairs = createPairList()
  let posting = 0
  for (const { searched, others } of postings) {
    const used = new Set(searched)
    for (const id of new Set(Array.from(used, word => idOf(ids, stemWord(word))))) pairs.add(id, posting)
    for (const word of others) used.add(word)
    for (const word of used) words.set(word, (words.get(word) ?? 0) + 1)
    posting++
  }
  const { starts, postings: lists } = pairs.sortById(ids.size)
  const postingsOf = (stem: string) => {
    const id = ids.get(stem)
    return id === undefined ? NO_POSTINGS : lists.subarray(starts[id], starts[id + 1])
  }
  return { postingsOf, frequencyOf: word => words.get(word) ?? 0, words }
}

function idOf(ids: Map<string, number>, stem: string): number {
  const known = ids.get(stem)
  if (known !== undefined) return known
  ids.set(stem, ids.size)
  return ids.size - 1
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
