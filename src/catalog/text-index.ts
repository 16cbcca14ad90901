import MiniSearch from 'minisearch'
import { type BitSet, hasBit } from './bit-set.ts'
import { splitWords, stemWord } from './split-words.ts'
import { runSteps, type Steps } from './steps.ts'

/** Ranks postings by how well their title and company fit words. */
export interface TextIndex {
  /** Scores of the candidates that hold at least one of the words; the others are left out. */
  readonly score: (words: readonly string[], candidates: BitSet) => ReadonlyMap<number, number>
}

/** The part of a posting that is ranked. */
export interface RankedText {
  readonly title: string
  readonly company: string | null
}

const TITLE_BOOST = 3
/** Titles that are indexed in one step. */
const STEP_SIZE = 100

/** Indexes titles and companies; bodies stay out, their words are in the word index. */
export function createTextIndex(postings: readonly RankedText[]): TextIndex {
  return runSteps(createTextIndexInSteps(postings))
}

/** As `createTextIndex`, a hundred postings a step. */
export function* createTextIndexInSteps(postings: readonly RankedText[]): Steps<TextIndex> {
  const index = new MiniSearch<{ id: number; title: string; company: string }>({
    fields: ['title', 'company'],
    tokenize: splitWords,
    processTerm: stemWord,
    searchOptions: { boost: { title: TITLE_BOOST }, combineWith: 'OR' },
  })
  for (const [id, { title, company }] of postings.entries()) {
    index.add({ id, title, company: company ?? '' })
    if (id % STEP_SIZE === 0) yield
  }
  return {
    score(words, candidates) {
      if (words.length === 0) return new Map()
      // A boost of 0 skips a document before it is scored.
      const boostDocument = (id: number) => (hasBit(candidates, id) ? 1 : 0)
      const found = index.search(words.join(' '), { boostDocument })
      return new Map(found.map(({ id, score }) => [Number(id), score]))
    },
  }
}
