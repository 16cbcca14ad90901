import type { Catalog } from '../catalog/catalog.ts'
import { type AnyOf, anyOf } from '../query/any-of.ts'
import { type ConditionKind, toCondition } from '../query/condition.ts'
import { kindOf } from '../query/conditions/index.ts'
import { describeCondition, describeQuery, quoteCondition } from '../query/describe-query.ts'
import { otherReading } from '../query/other-reading.ts'
import { type PlaceAsk, placeAsk } from '../query/place-ask.ts'
import type { Condition, Query } from '../query/query.ts'
import type { Suggestion } from './answer.ts'
import { hasUnreadWord, type QueryMatches } from './match-query.ts'

/** How many postings a query finds. */
type CountMatches = (query: Query) => number

const MOST = 6

/** Questions that would change the result: what to leave out, to loosen, or to let in. */
export function suggest(
  catalog: Catalog,
  query: Query,
  found: QueryMatches,
  total: number,
  count: CountMatches,
): readonly Suggestion[] {
  if (hasUnreadWord(query)) return suggestWithoutUnread(catalog, query, count)
  const changes = total === 0 ? suggestLess(catalog, query, count) : []
  return [
    ...suggestOtherPlace(catalog, query, count),
    ...suggestMaker(catalog, query, count),
    ...changes,
    ...suggestNotStated(catalog, query, found),
    ...suggestInternships(catalog, query, count),
  ].slice(0, MOST)
}

function toSuggestion(catalog: Catalog, query: Query, label: string, count: CountMatches): Suggestion {
  return { label, query: describeQuery(query, catalog), total: count(query) }
}

/** The question without the words that nobody knows, then that one loosened where it finds nothing either. */
function suggestWithoutUnread(catalog: Catalog, query: Query, count: CountMatches): readonly Suggestion[] {
  const known: Query = { ...query, unread: [] }
  if (known.conditions.length === 0) return []
  const words = query.unread.map(({ text }) => `“${text.slice(0, 30)}”`).join(', ')
  const first = toSuggestion(catalog, known, `without ${words}`, count)
  return first.total > 0 ? [first] : [first, ...suggestLess(catalog, known, count)].slice(0, MOST)
}

/** Each condition loosened as little as helps, then each one dropped, then pairs where nothing single helps. */
function suggestLess(catalog: Catalog, query: Query, count: CountMatches): readonly Suggestion[] {
  const looser = query.conditions.flatMap(condition => loosen(catalog, query, condition, count))
  const dropped =
    query.conditions.length < 2
      ? []
      : query.conditions.flatMap(condition => drop(catalog, query, [condition], count))
  const byTotal = dropped.sort((a, b) => b.total - a.total)
  return looser.length + byTotal.length > 0 ? [...looser, ...byTotal] : dropPairs(catalog, query, count)
}

function loosen(
  catalog: Catalog,
  query: Query,
  condition: Condition,
  count: CountMatches,
): readonly Suggestion[] {
  if (condition.isExcluded) return []
  const kind: ConditionKind = kindOf(condition.id)
  for (const { value, label } of kind.loosen(condition.value)) {
    const looser = { ...condition, value }
    const conditions = query.conditions.map(other => (other === condition ? looser : other))
    const suggestion = toSuggestion(catalog, { ...query, conditions }, label, count)
    if (suggestion.total > 0) return [suggestion]
  }
  return []
}

function drop(
  catalog: Catalog,
  query: Query,
  dropped: readonly Condition[],
  count: CountMatches,
): readonly Suggestion[] {
  const conditions = query.conditions.filter(condition => !dropped.includes(condition))
  if (conditions.length === 0) return []
  const label = `without ${dropped.map(condition => quoteCondition(describeCondition(condition, catalog))).join(' and ')}`
  const suggestion = toSuggestion(catalog, { ...query, conditions }, label, count)
  return suggestion.total > 0 ? [suggestion] : []
}

const MOST_PAIRED = 8

function dropPairs(catalog: Catalog, query: Query, count: CountMatches): readonly Suggestion[] {
  const conditions = query.conditions.slice(0, MOST_PAIRED)
  const pairs = conditions.flatMap((first, at) => conditions.slice(at + 1).map(second => [first, second]))
  const found = pairs.flatMap(pair => drop(catalog, query, pair, count))
  return found.sort((a, b) => b.total - a.total).slice(0, 3)
}

/** The same question with those that only lack facts. */
function suggestNotStated(catalog: Catalog, query: Query, found: QueryMatches): readonly Suggestion[] {
  if (found.notStatedTotal === 0) return []
  const silent = new Set(found.notStated.map(({ id }) => id))
  const conditions = query.conditions.map(condition =>
    silent.has(condition.id) && !condition.isExcluded ? { ...condition, orNotStated: true } : condition,
  )
  return [
    toSuggestion(catalog, { ...query, conditions }, 'also those that do not say', () => found.openTotal),
  ]
}

/** "Georgia" is a country and a US state: the one that was not meant here may be the one that was meant there. */
function suggestOtherPlace(catalog: Catalog, query: Query, count: CountMatches): readonly Suggestion[] {
  return query.conditions.flatMap(condition => {
    if (condition.id !== 'place' || condition.isExcluded) return []
    const { anyOf, mode } = condition.value as PlaceAsk
    const other = anyOf.length === 1 && anyOf[0] ? otherReading(anyOf[0]) : null
    if (!other) return []
    const changed = { ...condition, value: placeAsk([other], mode) }
    const conditions = query.conditions.map(each => (each === condition ? changed : each))
    const label = `${other.name}, the ${other.kind === 'state' ? 'US state' : 'country'}`
    const suggestion = toSuggestion(catalog, { ...query, conditions }, label, count)
    return suggestion.total > 0 ? [suggestion] : []
  })
}

/** A maker with few postings beside all that use its product is hardly meant. */
const LEAST_SHARE_OF_MAKER = 0.1

/** "stripe" is read as the product; who types it may mean the company. */
function suggestMaker(catalog: Catalog, query: Query, count: CountMatches): readonly Suggestion[] {
  const { company, skill } = catalog.columns
  return query.conditions.flatMap(condition => {
    if (condition.id !== 'skill' || condition.isExcluded) return []
    const [name = '', ...others] = (condition.value as AnyOf).anyOf
    const [own, using] = [company, skill].map(({ postings }) => postings.get(name)?.length ?? 0)
    if (others.length > 0 || !own || own < LEAST_SHARE_OF_MAKER * (using ?? 0)) return []
    const maker = toCondition('company', anyOf([name]))
    const conditions = query.conditions.map(each => (each === condition ? maker : each))
    const label = `${describeCondition(maker, catalog)}, the company`
    const suggestion = toSuggestion(catalog, { ...query, conditions }, label, count)
    return suggestion.total > 0 ? [suggestion] : []
  })
}

/** Who asks for junior work may not know that internships are a level of their own. */
function suggestInternships(catalog: Catalog, query: Query, count: CountMatches): readonly Suggestion[] {
  const conditions = query.conditions.map(condition =>
    isJunior(condition) ? { ...condition, value: { anyOf: ['intern'] } } : condition,
  )
  if (!query.conditions.some(isJunior)) return []
  const suggestion = toSuggestion(catalog, { ...query, conditions }, 'internships', count)
  return suggestion.total > 0 ? [suggestion] : []
}

function isJunior({ id, value, isExcluded }: Condition): boolean {
  if (id !== 'level' || isExcluded) return false
  const { anyOf } = value as { anyOf: readonly string[] }
  return anyOf.includes('junior') && !anyOf.includes('intern')
}
