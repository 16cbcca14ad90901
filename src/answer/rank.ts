import { type BitSet, countBits, hasBit, intersect, isEmpty, subtract } from '../catalog/bit-set.ts'
import type { Catalog } from '../catalog/catalog.ts'
import { splitWords } from '../catalog/split-words.ts'
import type { ConditionKind } from '../query/condition.ts'
import { kindOf } from '../query/conditions/index.ts'
import type { ConditionId, Query, SortOrder } from '../query/query.ts'
import { type Figure, pickFirst } from './pick-first.ts'

/** The matches of a query in answer order, worked out as far as they are looked at. */
export interface Ranking {
  readonly total: number
  /** The numbers of the postings from a place in the order on. */
  readonly list: (offset: number, count: number) => readonly number[]
  /** Some of the matches in answer order. */
  readonly order: (some: BitSet) => readonly number[]
}

/** Postings from the best on; those in none come last. */
type Tiers = readonly BitSet[]

/**
 * Orders the matches: as asked (pay, newest), else pay ranges wholly within the ask before those that cross it,
 * then how well the place fits, how well the title fits, and the number of the posting, which is the newest first.
 */
export function rankMatches(catalog: Catalog, query: Query, matches: BitSet, now: Date): Ranking {
  const total = countBits(matches)
  const asked = FIGURES[query.sort](catalog)
  const tiers = [...tiersOf(catalog, query, 'pay', now), ...tiersOf(catalog, query, 'place', now)]
  const title = scoreTitles(catalog, query, total)
  const order = (some: BitSet, most: number) =>
    asked.length === 0
      ? orderByTiers(some, tiers, title, most)
      : pickFirst(some, [...asked, ...tiers.map(toFigure), ...title], most)
  let known: readonly number[] = []
  return {
    total,
    list(offset, count) {
      const end = Math.min(offset + count, total)
      if (end > known.length) known = order(matches, end)
      return known.slice(offset, end)
    },
    order: some => order(some, total),
  }
}

/** Only as many tiers are looked into as are needed, and figures compared only within one. */
function orderByTiers(
  set: BitSet,
  [tiers, ...others]: readonly Tiers[],
  figures: readonly Figure[],
  most: number,
): readonly number[] {
  if (!tiers) return pickFirst(set, figures, most)
  let ordered: readonly number[] = []
  let rest = set
  for (const tier of [...tiers, rest]) {
    const part = intersect(rest, tier)
    if (isEmpty(part)) continue
    ordered = ordered.concat(orderByTiers(part, others, figures, most - ordered.length))
    if (ordered.length >= most) break
    rest = subtract(rest, part)
  }
  return ordered
}

function toFigure(tiers: Tiers): Figure {
  return posting => {
    const at = tiers.findIndex(tier => hasBit(tier, posting))
    return at < 0 ? tiers.length : at
  }
}

/** A stated figure, else the next one; what is not stated comes last. */
function firstStated(figure: number | undefined, other: number | undefined = figure): number {
  const stated = figure === undefined || Number.isNaN(figure) ? other : figure
  return stated === undefined || Number.isNaN(stated) ? Number.POSITIVE_INFINITY : stated
}

/** What an asker wants to see first. */
const FIGURES: Readonly<Record<SortOrder, (catalog: Catalog) => readonly Figure[]>> = {
  relevance: () => [],
  newest: ({ columns: { postedDay } }) => [posting => firstStated(-(postedDay[posting] ?? Number.NaN))],
  pay: ({ columns: { pay } }) => [
    posting => firstStated(-(pay.high[posting] ?? Number.NaN), -(pay.low[posting] ?? Number.NaN)),
    posting => firstStated(-(pay.low[posting] ?? Number.NaN)),
  ],
  'lowest-pay': ({ columns: { pay } }) => [
    posting => Math.min(firstStated(pay.low[posting]), firstStated(pay.high[posting])),
  ],
}

function tiersOf(catalog: Catalog, { conditions }: Query, id: ConditionId, now: Date): readonly Tiers[] {
  return conditions.flatMap(condition => {
    const kind: ConditionKind = kindOf(condition.id)
    if (condition.id !== id || condition.isExcluded || !kind.tiers) return []
    return [kind.tiers(catalog, condition.value, { now, conditions })]
  })
}

/** Kinds of conditions whose words say what the work is; a place or a company in a title says nothing about it. */
const TITLED: ReadonlySet<ConditionId> = new Set(['topic', 'skill', 'level', 'word'] as const)

function scoreTitles(catalog: Catalog, query: Query, total: number): readonly Figure[] {
  const wanted = query.conditions.filter(({ id, isExcluded }) => !isExcluded && TITLED.has(id))
  const words = wanted.flatMap(({ id, value, spans }) => {
    const written = spans.flatMap(({ start, end }) => splitWords(query.text.slice(start, end)))
    return [...written, ...((kindOf(id) as ConditionKind).titleWords?.(value) ?? [])]
  })
  const score = catalog.titles.score([...new Set(words)], total)
  return score === null ? [] : [posting => -score(posting)]
}
