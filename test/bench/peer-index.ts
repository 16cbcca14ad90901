import MiniSearch from 'minisearch'
import type { Posting } from '../../src/posting/posting.ts'
import type { BenchQuestion } from './questions.ts'

/** What one would build first: every word in one index, the facts in a callback that is asked of each hit. */
export interface PeerIndex {
  /** How many postings it finds. */
  readonly search: (question: Omit<BenchQuestion, 'facts'>) => number
}

/** Indexes title, company and the whole text of the postings. */
export function createPeerIndex(postings: readonly Posting[]): PeerIndex {
  const index = new MiniSearch({ fields: ['title', 'company', 'body'] })
  for (const [id, posting] of postings.entries()) {
    const lines = posting.sections.flatMap(section => [
      section.heading ?? '',
      ...section.lines.map(line => line.text),
    ])
    index.add({ id, title: posting.title, company: posting.company ?? '', body: lines.join('\n') })
  }
  return {
    search({ words, wordsMean, judge }) {
      const filter = ({ id }: { id: number }): boolean => {
        const posting = postings[id]
        return posting !== undefined && judge(posting) === true
      }
      const combineWith = wordsMean === 'all' ? 'AND' : 'OR'
      return index.search(words === '' ? MiniSearch.wildcard : words, { combineWith, filter }).length
    },
  }
}
