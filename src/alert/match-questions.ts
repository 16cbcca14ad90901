import { matchQuery } from '../answer/match-query.ts'
import { hasBit, listBits } from '../catalog/bit-set.ts'
import { type Catalog, createCatalog } from '../catalog/catalog.ts'
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

/**
 * Makes the matcher of questions over some postings: the one that answers questions, over a catalog of these alone.
 * @param numbers of the postings in the catalog
 * @returns what gives the numbers that a question finds
 */
export function createMatcher(
  catalog: Catalog,
  numbers: readonly number[],
  setting: MatchSetting,
): (asked: AskedQuestion) => readonly number[] {
  const { small, origins } = selectPostings(catalog, numbers)
  return asked => {
    const { matches } = matchQuery(small, readAsked(asked, catalog, setting), setting.now)
    return listBits(matches).flatMap(number => origins[number] ?? [])
  }
}

/** A catalog of some postings of another, with where each came from by its number. */
export function selectPostings(catalog: Catalog, numbers: readonly number[]) {
  const entries = numbers.flatMap(number => {
    const entry = catalog.entries[number]
    return entry && !hasBit(catalog.hidden, number) ? [{ number, posting: entry.posting }] : []
  })
  const made = createCatalog(entries.map(({ posting }) => posting))
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
