import { selectMatches } from '../answer/match-query.ts'
import { createRememberingJudge } from '../answer/remember-verdicts.ts'
import { listBits } from '../catalog/bit-set.ts'
import type { Catalog } from '../catalog/catalog.ts'
import { selectEntriesInSteps } from '../catalog/select-entries.ts'
import type { Steps } from '../catalog/steps.ts'
import type { Query } from '../query/query.ts'
import { readQuery } from '../query/read-query.ts'

/** A question as subscriptions ask it. */
export interface AskedQuestion {
  readonly question: string
  /** Whether postings that do not state what it asks match too. */
  readonly withNotStated: boolean
}

/** What is known while questions are matched. */
export interface MatchSetting {
  readonly now: Date
  /** ISO 4217 of a pay without currency. */
  readonly defaultCurrency: string
}

/** Reads a question as subscriptions ask it. */
export function readAsked(
  { question, withNotStated }: AskedQuestion,
  catalog: Catalog,
  setting: MatchSetting,
): Query {
  const query = readQuery(question, { ...setting, catalog })
  if (!withNotStated) return query
  const conditions = query.conditions.map(condition =>
    condition.isExcluded ? condition : { ...condition, orNotStated: true },
  )
  return { ...query, conditions }
}

/** Gives the numbers of the postings that a query finds. */
export type FindNumbers = (query: Query) => readonly number[]

/**
 * Makes the matcher of queries over some postings: the one that answers questions, over a catalog of these alone. Each
 * distinct condition is held against them once.
 * @param numbers of the postings in the catalog
 */
export function* createMatcherInSteps(
  catalog: Catalog,
  numbers: readonly number[],
  now: Date,
): Steps<FindNumbers> {
  const selected = yield* selectEntriesInSteps(catalog, numbers)
  const judge = createRememberingJudge(selected.part)
  return query =>
    listBits(selectMatches(selected.part, query, now, judge)).flatMap(at => selected.numbers[at] ?? [])
}
