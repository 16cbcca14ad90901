import {
  addBit,
  type BitSet,
  countBits,
  countCommon,
  createBitSet,
  intersect,
  intersectAll,
  noBits,
  subtract,
  unite,
  uniteAll,
} from '../catalog/bit-set.ts'
import { dayOf } from '../catalog/calendar-day.ts'
import type { Catalog } from '../catalog/catalog.ts'
import { selectBelow } from '../catalog/figure-index.ts'
import type { MatchScope, Verdict } from '../query/condition.ts'
import { kindOf } from '../query/conditions/index.ts'
import { judgeCondition } from '../query/judge-condition.ts'
import type { Condition, Query } from '../query/query.ts'
import { readLength } from '../query/tokenize.ts'
import type { LeftOut, NotStated } from './answer.ts'

/** What a query finds in a catalog, before it is ordered. */
export interface QueryMatches {
  /** Satisfy every condition. */
  readonly matches: BitSet
  readonly notStated: readonly NotStated[]
  readonly notStatedTotal: number
  readonly leftOut: LeftOut
}

/** What the postings say to a condition of a query. */
export type Judge = (catalog: Catalog, condition: Condition, scope: MatchScope) => Verdict

/**
 * Holds a query against a catalog.
 * @param dismissed ids of postings that the asker does not want to see
 * @param judge may remember what it said before, where many queries are held against one catalog
 */
export function matchQuery(
  catalog: Catalog,
  query: Query,
  now: Date,
  dismissed: readonly string[] = [],
  judge: Judge = judgeByKind,
): QueryMatches {
  if (isUnanswerable(query))
    return {
      matches: noBits(catalog.size),
      notStated: [],
      notStatedTotal: 0,
      leftOut: { closed: 0, old: 0, dismissed: 0 },
    }
  const { verdicts, all } = holdAgainst(catalog, query, now, judge)
  const { closed, old } = selectGone(catalog, query, now)
  const unwanted = dismissed.length === 0 ? noBits(catalog.size) : selectIds(catalog, dismissed)
  const out = uniteAll(catalog.size, [closed, old, catalog.hidden, unwanted])
  const matches = subtract(all, out)
  return {
    matches,
    ...countNotStated(query.conditions, verdicts, out, matches),
    leftOut: countLeftOut(subtract(all, catalog.hidden), closed, old, unwanted),
  }
}

/** Each posting counts once, with the first of the reasons. */
function countLeftOut(visible: BitSet, closed: BitSet, old: BitSet, unwanted: BitSet): LeftOut {
  const open = subtract(visible, closed)
  return {
    closed: countCommon(visible, closed),
    old: countCommon(open, old),
    dismissed: countCommon(subtract(open, old), unwanted),
  }
}

/** The postings that a query finds, and nothing else. */
export function selectMatches(catalog: Catalog, query: Query, now: Date, judge: Judge = judgeByKind): BitSet {
  if (isUnanswerable(query)) return noBits(catalog.size)
  const { all } = holdAgainst(catalog, query, now, judge)
  const { closed, old } = selectGone(catalog, query, now)
  return subtract(all, uniteAll(catalog.size, [catalog.hidden, closed, old]))
}

/** How many postings a query finds. */
export function countMatches(catalog: Catalog, query: Query, now: Date, judge: Judge = judgeByKind): number {
  return countBits(selectMatches(catalog, query, now, judge))
}

/** What the conditions say, and the postings that satisfy all of them. */
function holdAgainst(catalog: Catalog, { conditions }: Query, now: Date, judge: Judge) {
  const verdicts = conditions.map(condition => judge(catalog, condition, { now, conditions }))
  return {
    verdicts,
    all: intersectAll(
      catalog.size,
      verdicts.map(({ yes }) => yes),
    ),
  }
}

/** A question of which a word is unknown, or nothing is known, is never answered with everything. */
function isUnanswerable(query: Query): boolean {
  return hasUnreadWord(query) || (query.conditions.length === 0 && !query.asksForAll)
}

/** Whether a word was not understood; lone numbers and what lies behind the end of a long question do not count. */
export function hasUnreadWord({ text: question, unread }: Query): boolean {
  const end = readLength(question)
  return unread.some(({ text, start }) => /\p{L}/u.test(text) && start < end)
}

/** What the kind of a condition says. */
export function judgeByKind(catalog: Catalog, condition: Condition, scope: MatchScope): Verdict {
  return judgeCondition(catalog, kindOf(condition.id), condition, scope)
}

function countNotStated(
  conditions: readonly Condition[],
  verdicts: readonly Verdict[],
  out: BitSet,
  matches: BitSet,
) {
  const open = verdicts.map(({ yes, notStated }) => unite(yes, notStated))
  const possible = subtract(intersectAll(out.size, open), out)
  const totals = new Map<NotStated['id'], BitSet>()
  conditions.forEach(({ id }, at) => {
    const silent = intersect(possible, verdicts[at]?.notStated ?? noBits(out.size))
    const other = totals.get(id)
    totals.set(id, other ? unite(other, silent) : silent)
  })
  const notStated = Array.from(totals, ([id, set]) => ({ id, total: countBits(set) })).filter(
    ({ total }) => total > 0,
  )
  return { notStated, notStatedTotal: countBits(subtract(possible, matches)) }
}

/** The postings that closed, and those older than their source's limit. */
function selectGone(
  { columns, expiresDay, size }: Catalog,
  query: Query,
  now: Date,
): { closed: BitSet; old: BitSet } {
  const today = dayOf(now)
  const none = noBits(size)
  return {
    closed: query.includeClosed ? none : selectBelow(columns.closesDay, today),
    old: query.includeOld ? none : selectBelow(expiresDay, today),
  }
}

function selectIds({ size, numberOf }: Catalog, ids: readonly string[]): BitSet {
  const set = createBitSet(size)
  for (const id of ids) {
    const number = numberOf(id)
    if (number !== undefined) addBit(set, number)
  }
  return set
}
