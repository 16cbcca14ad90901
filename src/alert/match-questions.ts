import { selectMatches } from '../answer/match-query.ts'
import { createRememberingJudge } from '../answer/remember-verdicts.ts'
import { hasBit, listBits } from '../catalog/bit-set.ts'
import { type Catalog, createCatalogInSteps } from '../catalog/catalog.ts'
import { runSteps, type Steps } from '../catalog/steps.ts'
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
  const { small, origins } = yield* selectInSteps(catalog, numbers)
  const judge = createRememberingJudge(small)
  return query => listBits(selectMatches(small, query, now, judge)).flatMap(number => origins[number] ?? [])
}

/** A catalog of some postings of another, with where each came from by its number. */
export interface SelectedPostings {
  readonly small: Catalog
  readonly origins: readonly (readonly number[])[]
}

/** A catalog of a few postings of another. */
export function selectPostings(catalog: Catalog, numbers: readonly number[]): SelectedPostings {
  return runSteps(selectInSteps(catalog, numbers))
}

function* selectInSteps(catalog: Catalog, numbers: readonly number[]): Steps<SelectedPostings> {
  const entries = numbers.flatMap(number => {
    const entry = catalog.entries[number]
    return entry && !hasBit(catalog.hidden, number) ? [{ number, posting: entry.posting }] : []
  })
  const made = yield* createCatalogInSteps(entries.map(({ posting }) => posting))
  const known = new Map(entries.map(({ number, posting }) => [posting, number]))
  const byId = new Map(entries.map(({ number, posting }) => [posting.id, number]))
  const origins = made.entries.map(({ posting, alsoIds }) => {
    const number = known.get(posting)
    // One that is joined from several is a posting of its own.
    return number === undefined ? [posting.id, ...alsoIds].flatMap(id => byId.get(id) ?? []) : [number]
  })
  // The age limits of the sources are known to the whole catalog only.
  const expiresDay = Float64Array.from(origins, ([number]) => catalog.expiresDay[number ?? -1] ?? Number.NaN)
  return { small: { ...made, expiresDay }, origins }
}
