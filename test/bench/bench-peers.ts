import type { Posting } from '../../src/posting/posting.ts'
import { BENCH_TODAY } from './check-catalog.ts'
import { openCorpus } from './corpus.ts'
import { measureMemory, measureTime } from './measure.ts'
import { createPeerIndex } from './peer-index.ts'
import { print } from './print.ts'
import { BENCH_QUESTIONS } from './questions.ts'
import { createSqlitePeer, type SqlitePeer } from './sqlite-peer.ts'
import { middleOf, printQuestions, timeQuestions } from './time-questions.ts'

/** How long the middle question takes, in milliseconds. */
export interface PeerMedians {
  readonly sqlite: number
  readonly miniSearch: number
}

/** Asks the peers the same questions about the same postings; the answers of SQLite are checked first. */
export async function benchPeers(state: string): Promise<PeerMedians> {
  const postings = readPostings(state)
  return { sqlite: await benchSqlite(postings), miniSearch: await benchMiniSearch(postings) }
}

/** Whole in memory: a peer does not have to read a file to ask a posting. */
function readPostings(state: string): readonly Posting[] {
  const { catalog, archive } = openCorpus(state)
  const postings = catalog.entries.map(({ posting }) => {
    const { sections, evidence } = posting
    return { ...posting, sections, evidence }
  })
  archive.close()
  return postings
}

async function benchMiniSearch(postings: readonly Posting[]): Promise<number> {
  const before = measureMemory()
  const { value: index, ms } = measureTime(() => createPeerIndex(postings))
  const megabytes = measureMemory() - before
  print(
    '\nPeer: MiniSearch over the full text, facts in a filter callback (reads no questions, lays nothing out)',
  )
  print(`index     ${(ms / 1000).toFixed(2)} s to build, ${megabytes.toFixed(0)} MB beside the postings`)
  const times = await timeQuestions(index.search)
  printQuestions(times, index.search)
  return middleOf(times)
}

async function benchSqlite(postings: readonly Posting[]): Promise<number> {
  const { value: peer, ms } = measureTime(() => createSqlitePeer(postings, BENCH_TODAY))
  checkPeer(peer, postings)
  print(
    '\nPeer: SQLite FTS5, facts in indexed columns (answers checked; reads no questions, lays nothing out)',
  )
  print(`index     ${(ms / 1000).toFixed(2)} s to build, in a file`)
  const times = await timeQuestions(peer.search)
  printQuestions(times, peer.search)
  peer.close()
  return middleOf(times)
}

/** @throws when it finds something wrong, or lacks what is plain from the facts */
function checkPeer({ find }: SqlitePeer, postings: readonly Posting[]): void {
  for (const question of BENCH_QUESTIONS) {
    const found = new Set(find(question))
    const wrong = postings.filter((posting, at) => {
      const isClosed = posting.closesAt !== null && posting.closesAt < BENCH_TODAY
      const verdict = isClosed ? false : question.judge(posting)
      // Which words a text mentions it decides by itself.
      return found.has(at) ? verdict === false : verdict === true && !question.facts.areWordsText
    })
    if (wrong.length > 0)
      throw new Error(`SQLite answers “${question.question}” wrongly: ${wrong.length} postings`)
  }
}
