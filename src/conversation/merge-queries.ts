import { toCondition } from '../query/condition.ts'
import { kindOf } from '../query/conditions/index.ts'
import type { Condition, ConditionId, Query } from '../query/query.ts'
import type { FollowUpWay } from './follow-up-forms.ts'

/** The question before with what a follow-up changes; null where there is nothing to change. */
export function mergeQueries(before: Query, added: Query, way: FollowUpWay): Query | null {
  const conditions = MERGES[way](before.conditions, added.conditions)
  const isReordered =
    added.sort !== 'relevance' ||
    added.limit !== null ||
    isOtherKind(added) ||
    added.includeClosed ||
    added.includeOld
  if (conditions === null && !isReordered && added.unread.length === 0) return null
  return {
    ...before,
    conditions: conditions ?? before.conditions,
    kind: isOtherKind(added) ? added.kind : before.kind === 'count' ? 'listings' : before.kind,
    subject: isOtherKind(added) ? added.subject : before.subject,
    sort: added.sort === 'relevance' ? before.sort : added.sort,
    limit: added.limit ?? before.limit,
    includeClosed: before.includeClosed || added.includeClosed,
    includeOld: before.includeOld || added.includeOld,
    unread: added.unread,
    detail: null,
  }
}

/** "how many of them …", "what's the median pay?": another figure of the same postings. */
function isOtherKind({ kind }: Query): boolean {
  return kind === 'count' || kind === 'statistic' || kind === 'facets'
}

type Merge = (before: readonly Condition[], added: readonly Condition[]) => readonly Condition[] | null

const MERGES: Readonly<Record<FollowUpWay, Merge>> = {
  narrow: (before, added) => (added.length === 0 ? null : added.reduce(narrow, before)),
  replace: (before, added) => (added.length === 0 ? null : replaceAll(before, added)),
  widen: (before, added) => (added.length === 0 ? null : added.reduce(widen, before)),
  drop: (before, added) => drop(before, added),
  order: (before, added) => added.reduce(narrow, before),
}

/** Facts that a posting has one value of: another value takes the place of the one before. */
function isSingle(id: ConditionId): boolean {
  return kindOf(id).severalMean === 'any' || REPLACED.has(id)
}

const REPLACED: ReadonlySet<ConditionId> = new Set(['pay', 'experience', 'posted'] as const)

function narrow(before: readonly Condition[], added: Condition): readonly Condition[] {
  const kept = before.filter(each => {
    const isSame = each.id === added.id && each.isExcluded === added.isExcluded
    return !(isSame && (isSingle(added.id) || isEqual(each, added)) && !added.isExcluded)
  })
  // What is left out now is not asked for any more.
  return [...kept.filter(each => !(added.isExcluded && isEqualBut(each, added))), added]
}

function replaceAll(before: readonly Condition[], added: readonly Condition[]): readonly Condition[] {
  const ids = new Set(added.filter(({ isExcluded }) => !isExcluded).map(({ id }) => id))
  return [...before.filter(({ id, isExcluded }) => isExcluded || !ids.has(id)), ...added]
}

function widen(before: readonly Condition[], added: Condition): readonly Condition[] {
  const at = before.findIndex(({ id, isExcluded }) => id === added.id && !isExcluded)
  const other = before[at]
  const value = other ? kindOf(added.id).join(other.value, added.value) : null
  if (!other || value === null || added.isExcluded) return narrow(before, added)
  return before.map((each, i) => (i === at ? { ...other, value } : each))
}

/** Takes away what has the value, else everything of the kind; what was not asked for is left out from now on. */
function drop(before: readonly Condition[], added: readonly Condition[]): readonly Condition[] | null {
  if (added.length === 0) return null
  return added.reduce<readonly Condition[]>((kept, { id, value, isExcluded }) => {
    const wanted = { id, value, isExcluded: false }
    const exact = kept.filter(each => !(each.id === id && isEqualBut(each, wanted)))
    if (exact.length < kept.length) return exact
    const other = kept.filter(each => each.id !== id || each.isExcluded)
    if (other.length < kept.length && isSingle(id)) return other
    return isExcluded ? kept : kept.concat(toCondition(id, value, { isExcluded: true }))
  }, before)
}

function isEqual(a: Condition, b: Condition): boolean {
  return a.isExcluded === b.isExcluded && isEqualBut(a, b)
}

function isEqualBut(a: Pick<Condition, 'id' | 'value'>, b: Pick<Condition, 'id' | 'value'>): boolean {
  return a.id === b.id && JSON.stringify(a.value) === JSON.stringify(b.value)
}
