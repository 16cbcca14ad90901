import type { Answer } from '../answer/answer.ts'
import { answerQuery } from '../answer/answer-query.ts'
import { hasUnreadWord } from '../answer/match-query.ts'
import { createBreather, runInSlices } from '../catalog/breathe.ts'
import type { Catalog } from '../catalog/catalog.ts'
import type { Query } from '../query/query.ts'
import type { Store } from '../store/store.ts'
import { type AskedQuestion, createMatcherInSteps, type MatchSetting, readAsked } from './match-questions.ts'

const DAY_MS = 86_400_000
/** Fewer days say too little about how many come a day. */
const OBSERVED_DAYS = 14

/** What an alert would tell of. */
export interface Preview {
  readonly answer: Answer
  /** Whether it asks for postings at all, and every word of it is understood. */
  readonly canWatch: boolean
  /** How many came a day on average; null as long as too few days were watched. */
  readonly perDay: number | null
}

/** Says what an alert for a question would tell of. */
export async function previewQuestion(
  store: Store,
  catalog: Catalog,
  asked: AskedQuestion,
  setting: MatchSetting,
): Promise<Preview> {
  const query = readAsked(asked, catalog, setting)
  return {
    answer: answerQuery(catalog, query, setting),
    canWatch: isWatchable(query),
    perDay: await countPerDay(store, catalog, query, setting),
  }
}

/** Figures, and questions about one posting, have nothing to wait for. */
function isWatchable(query: Query): boolean {
  const asksForPostings = query.kind === 'listings' || query.kind === 'count'
  return asksForPostings && (query.conditions.length > 0 || query.asksForAll) && !hasUnreadWord(query)
}

async function countPerDay(
  store: Store,
  catalog: Catalog,
  query: Query,
  { now }: MatchSetting,
): Promise<number | null> {
  const since = new Date(now.getTime() - OBSERVED_DAYS * DAY_MS)
  const sources = await store.sightings.listSources()
  if (!sources.some(({ firstSeen }) => firstSeen <= since)) return null
  const arrived = await store.sightings.listArrivals(since)
  const numbers = arrived.flatMap(id => catalog.numberOf(id) ?? [])
  const find = await runInSlices(createMatcherInSteps(catalog, numbers, now), createBreather())
  return find(query).length / OBSERVED_DAYS
}
