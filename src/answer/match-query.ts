import {
  addBit,
  type BitSet,
  countBits,
  countCommon,
  createBitSet,
  intersectAll,
  keepEither,
  noBits,
  takeOut,
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
  /** Satisfy every condition or do not say, also those that the asker does not want to see. */
  readonly openTotal: number
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
      openTotal: 0,
      leftOut: { closed: 0, old: 0, dismissed: 0 },
    }
  const verdicts = holdAgainst(catalog, query, now, judge)
  const { closed, old } = selectGone(catalog, query, now)
  const unwanted = dismissed.length === 0 ? noBits(catalog.size) : selectIds(catalog, dismissed)
  const out = [catalog.hidden, closed, old, unwanted]
  const matches = intersectAll(catalog.size, verdicts.map(toYes))
  const [, ...[leftClosed = 0, leftOld = 0, leftDismissed = 0]] = takeOut(matches, out)
  return {
    matches,
    ...countNotStated(query.conditions, verdicts, out, matches),
    // Each posting counts once, with the first of the reasons.
    leftOut: { closed: leftClosed, old: leftOld, dismissed: leftDismissed },
  }
}

function toYes({ yes }: Verdict): BitSet {
  return yes
}

/** The postings that a query finds, and nothing else. */
export function selectMatches(catalog: Catalog, query: Query, now: Date, judge: Judge = judgeByKind): BitSet {
  if (isUnanswerable(query)) return noBits(catalog.size)
  const all = intersectAll(catalog.size, holdAgainst(catalog, query, now, judge).map(toYes))
  const { closed, old } = selectGone(catalog, query, now)
  takeOut(all, [catalog.hidden, closed, old])
  return all
}

/** How many postings a query finds. */
export function countMatches(catalog: Catalog, query: Query, now: Date, judge: Judge = judgeByKind): number {
  return countBits(selectMatches(catalog, query, now, judge))
}

/** What the postings say to each of the conditions. */
function holdAgainst(catalog: Catalog, { conditions }: Query, now: Date, judge: Judge): readonly Verdict[] {
  return conditions.map(condition => judge(catalog, condition, { now, conditions }))
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

/** The postings of which no condition says no; a set of its own. */
function selectOpen(size: number, [first, ...others]: readonly Verdict[]): BitSet {
  if (!first) return createBitSet(size, true)
  const open = unite(first.yes, first.notStated)
  for (const { yes, notStated } of others) keepEither(open, yes, notStated)
  return open
}

function countNotStated(
  conditions: readonly Condition[],
  verdicts: readonly Verdict[],
  out: readonly BitSet[],
  matches: BitSet,
): Pick<QueryMatches, 'notStated' | 'notStatedTotal' | 'openTotal'> {
  const { size } = matches
  const total = countBits(matches)
  const open = selectOpen(size, verdicts)
  const dismissed = takeOut(open, out).at(-1) ?? 0
  const openTotal = countBits(open)
  const silent = new Map<NotStated['id'], readonly BitSet[]>()
  conditions.forEach(({ id }, at) => {
    silent.set(id, [...(silent.get(id) ?? []), verdicts[at]?.notStated ?? noBits(size)])
  })
  const notStated = Array.from(silent, ([id, sets]) => ({
    id,
    total: countCommon(open, uniteAll(size, sets)),
  })).filter(({ total }) => total > 0)
  // Whatever matches is open.
  return { notStated, notStatedTotal: openTotal - total, openTotal: openTotal + dismissed }
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
