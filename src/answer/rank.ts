import { type BitSet, listBits } from '../catalog/bit-set.ts'
import type { Catalog } from '../catalog/catalog.ts'
import { splitWords } from '../catalog/split-words.ts'
import type { ConditionKind, MatchScope } from '../query/condition.ts'
import { kindOf } from '../query/conditions/index.ts'
import type { ConditionId, Query } from '../query/query.ts'

/** A key to sort by, smaller first; one for each posting of the catalog. */
type SortKey = Float64Array

/**
 * Orders the matches: as asked (pay, newest), else pay ranges wholly within the ask before those that cross it,
 * then how well the place fits, how well the title fits, and the number of the posting, which is the newest first.
 */
export function rankMatches(catalog: Catalog, query: Query, matches: BitSet, now: Date): readonly number[] {
  const numbers = listBits(matches)
  const scope = { now, conditions: query.conditions }
  const keys = [
    ...keysAsAsked(catalog, query, numbers),
    ...keysOfCondition(catalog, query, numbers, 'pay', scope),
    ...keysOfCondition(catalog, query, numbers, 'place', scope),
    ...keysOfTitle(catalog, query, numbers, matches),
  ]
  if (keys.length === 0) return numbers
  return numbers.sort((a, b) => compareByKeys(keys, a, b))
}

function compareByKeys(keys: readonly SortKey[], a: number, b: number): number {
  for (const key of keys) {
    const [first = 0, second = 0] = [key[a], key[b]]
    if (first !== second) return first < second ? -1 : 1
  }
  return a - b
}

function makeKey({ size }: Catalog, numbers: readonly number[], read: (posting: number) => number): SortKey {
  const key = new Float64Array(size)
  for (const posting of numbers) key[posting] = read(posting)
  return key
}

/** Larger figures first or, for the lowest pay, smaller ones; those that are not stated last. */
function keysAsAsked(catalog: Catalog, { sort }: Query, numbers: readonly number[]): readonly SortKey[] {
  const { pay, postedDay } = catalog.columns
  const descending = (...figures: readonly (number | undefined)[]) => {
    const figure = figures.find(each => each !== undefined && !Number.isNaN(each))
    return figure === undefined ? Number.POSITIVE_INFINITY : -figure
  }
  if (sort === 'newest') return [makeKey(catalog, numbers, posting => descending(postedDay[posting]))]
  if (sort === 'lowest-pay') {
    const ascending = (figure: number | undefined) =>
      figure === undefined || Number.isNaN(figure) ? Number.POSITIVE_INFINITY : figure
    return [
      makeKey(catalog, numbers, posting =>
        Math.min(ascending(pay.low[posting]), ascending(pay.high[posting])),
      ),
    ]
  }
  if (sort !== 'pay') return []
  return [
    makeKey(catalog, numbers, posting => descending(pay.high[posting], pay.low[posting])),
    makeKey(catalog, numbers, posting => descending(pay.low[posting])),
  ]
}

function keysOfCondition(
  catalog: Catalog,
  query: Query,
  numbers: readonly number[],
  id: ConditionId,
  scope: MatchScope,
): readonly SortKey[] {
  return query.conditions.flatMap(condition => {
    const kind: ConditionKind = kindOf(condition.id)
    if (condition.id !== id || condition.isExcluded || !kind.rank) return []
    return [makeKey(catalog, numbers, kind.rank(catalog, condition.value, scope))]
  })
}

/** Kinds of conditions whose words say what the work is; a place or a company in a title says nothing about it. */
const TITLED: ReadonlySet<ConditionId> = new Set(['topic', 'skill', 'level', 'word'] as const)

function keysOfTitle(
  catalog: Catalog,
  query: Query,
  numbers: readonly number[],
  matches: BitSet,
): readonly SortKey[] {
  const wanted = query.conditions.filter(({ id, isExcluded }) => !isExcluded && TITLED.has(id))
  const words = wanted.flatMap(({ id, value, spans }) => {
    const written = spans.flatMap(({ start, end }) => splitWords(query.text.slice(start, end)))
    return [...written, ...((kindOf(id) as ConditionKind).titleWords?.(value) ?? [])]
  })
  const scores = catalog.titles.score([...new Set(words)], matches)
  return scores.size === 0 ? [] : [makeKey(catalog, numbers, posting => -(scores.get(posting) ?? 0))]
}
