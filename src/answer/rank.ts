import { type BitSet, listBits } from '../catalog/bit-set.ts'
import type { Catalog } from '../catalog/catalog.ts'
import { splitWords } from '../catalog/split-words.ts'
import type { ConditionKind, MatchScope } from '../query/condition.ts'
import { kindOf } from '../query/conditions/index.ts'
import type { ConditionId, Query } from '../query/query.ts'

/** How one posting stands to another: below 0 when the first comes first. */
type Comparison = (a: number, b: number) => number

/**
 * Orders the matches: as asked (pay, newest), else pay ranges wholly within the ask before those that cross it,
 * then how well the place fits, how well the title fits, the newest, and the id, so that no order is left to chance.
 */
export function rankMatches(catalog: Catalog, query: Query, matches: BitSet, now: Date): readonly number[] {
  const scope = { now, conditions: query.conditions }
  const comparisons = [
    ...compareAsAsked(catalog, query),
    ...compareByCondition(catalog, query, 'pay', scope),
    ...compareByCondition(catalog, query, 'place', scope),
    compareRelevance(catalog, query, matches),
    descending(posting => catalog.columns.postedDay[posting] ?? Number.NaN),
    compareIds(catalog),
  ]
  return listBits(matches).sort((a, b) => {
    for (const compare of comparisons) {
      const order = compare(a, b)
      if (order !== 0) return order
    }
    return a - b
  })
}

function compareAsAsked({ columns }: Catalog, { sort }: Query): readonly Comparison[] {
  const { low, high } = columns.pay
  const top = (posting: number) => {
    const stated = high[posting] ?? Number.NaN
    return Number.isNaN(stated) ? (low[posting] ?? Number.NaN) : stated
  }
  if (sort === 'pay') return [descending(top), descending(posting => low[posting] ?? Number.NaN)]
  return sort === 'newest' ? [descending(posting => columns.postedDay[posting] ?? Number.NaN)] : []
}

/** Larger numbers first, those that are not stated last. */
function descending(read: (posting: number) => number): Comparison {
  return (a, b) => {
    const [first, second] = [read(a), read(b)]
    if (Number.isNaN(first) || Number.isNaN(second))
      return Number(Number.isNaN(first)) - Number(Number.isNaN(second))
    return second - first
  }
}

function compareByCondition(
  catalog: Catalog,
  query: Query,
  id: ConditionId,
  scope: MatchScope,
): readonly Comparison[] {
  return query.conditions.flatMap(condition => {
    const kind: ConditionKind = kindOf(condition.id)
    if (condition.id !== id || condition.isExcluded || !kind.rank) return []
    const rank = kind.rank(catalog, condition.value, scope)
    const ranks = new Map<number, number>()
    const rankOf = (posting: number) => {
      const known = ranks.get(posting) ?? rank(posting)
      ranks.set(posting, known)
      return known
    }
    return [(a: number, b: number) => rankOf(a) - rankOf(b)]
  })
}

/** Kinds of conditions whose words say what the work is; a place or a company in a title says nothing about it. */
const TITLED: ReadonlySet<ConditionId> = new Set(['topic', 'skill', 'level', 'word'] as const)

function compareRelevance(catalog: Catalog, query: Query, matches: BitSet): Comparison {
  const wanted = query.conditions.filter(({ id, isExcluded }) => !isExcluded && TITLED.has(id))
  const words = wanted.flatMap(({ id, value, spans }) => {
    const written = spans.flatMap(({ start, end }) => splitWords(query.text.slice(start, end)))
    return [...written, ...((kindOf(id) as ConditionKind).titleWords?.(value) ?? [])]
  })
  const scores = catalog.titles.score([...new Set(words)], matches)
  return (a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0)
}

function compareIds({ entries }: Catalog): Comparison {
  const idOf = (posting: number) => entries[posting]?.posting.id ?? ''
  return (a, b) => (idOf(a) < idOf(b) ? -1 : idOf(a) > idOf(b) ? 1 : 0)
}
