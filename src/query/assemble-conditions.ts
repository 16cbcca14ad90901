import { collectParts, type Part, UNKNOWN } from './collect-parts.ts'
import { type ConditionKind, toCondition } from './condition.ts'
import type { Either } from './conditions/either.ts'
import { kindOf } from './conditions/index.ts'
import { groupAlternatives } from './group-alternatives.ts'
import { CROSSING_NOTE, joinConditions } from './join-conditions.ts'
import type { Condition, ConditionId } from './query.ts'
import type { Item } from './scan-question.ts'
import type { Token } from './tokenize.ts'

/** Makes conditions out of what was scanned: lists become one, "not" reaches as far as it should. */
export function assembleConditions(items: readonly Item[], tokens: readonly Token[]): readonly Condition[] {
  const parts = collectParts(items, tokens)
  spreadExclusions(parts)
  const units = groupAlternatives(parts.filter(({ item }) => item !== UNKNOWN))
  const groups = units.flatMap(unit => (unit.type === 'either' ? [toEither(unit.alternatives)] : []))
  const single = units.flatMap(unit => (unit.type === 'one' ? [unit.part] : []))
  return [...finish(single), ...groups].sort((a, b) => startOf(a) - startOf(b))
}

function finish(parts: readonly Part[]): readonly Condition[] {
  return dropRepeated(mergeSeveral(joinLists(parts).map(negate)))
}

function startOf({ spans }: Condition): number {
  return spans[0]?.start ?? 0
}

/** Alternatives of different kinds are one condition. */
function toEither(alternatives: readonly (readonly Part[])[]): Condition {
  const anyOf = alternatives.map(finish)
  const spans = anyOf.flat().flatMap(condition => condition.spans)
  const notes = anyOf.flat().flatMap(({ note }) => (note === null || note === CROSSING_NOTE ? [] : note))
  return toCondition<Either>('either', { anyOf }, { spans, note: notes.join('; ') || null })
}

/** "not java, php or c#" leaves out all three, "not senior, frontend" only the first. */
function spreadExclusions(parts: readonly Part[]): void {
  parts.forEach((part, at) => {
    const before = parts[at - 1]
    if (!before?.isExcluded || before.item.isExcluded || part.isBound) return
    const isSame = part.item.id === before.item.id
    const isListed = isSame && part.joint === 'comma' && endsInOr(parts, at)
    const isJoined = part.joint === 'or' ? isSameSort(before.item, part.item) : isSame && part.joint === 'and'
    if (isJoined || isListed) part.isExcluded = true
  })
}

/** Whether the list that goes on at a part ends in "or" or "and" before another kind of condition comes. */
function endsInOr(parts: readonly Part[], at: number): boolean {
  const id = parts[at]?.item.id
  for (const part of parts.slice(at + 1)) {
    if (part.isBound) return false
    if (part.joint === 'or') return isSameSort({ id }, part.item)
    if (part.item.id !== id) return false
    if (part.joint === 'and') return true
    if (part.joint !== 'comma') return false
  }
  return false
}

const SUBJECTS: ReadonlySet<ConditionId | undefined> = new Set(['word', 'topic', 'skill'] as const)

/** "no startups, banks or crypto": what the work is about is one list, whichever kind knows each word. */
function isSameSort(a: { readonly id: ConditionId | undefined }, b: { readonly id: ConditionId }): boolean {
  return a.id === b.id || (SUBJECTS.has(a.id) && SUBJECTS.has(b.id) && (a.id === 'word' || b.id === 'word'))
}

/** Joins neighbours of one kind with "or" between them, and the commas of a list that ends in "or". */
function joinLists(parts: readonly Part[]): Condition[] {
  const conditions: Condition[] = []
  parts.forEach((part, at) => {
    const last = conditions.at(-1)
    const isAlternative = part.joint === 'or' || (part.joint === 'comma' && isOrList(parts, at))
    const joined =
      last && isAlternative && last.isExcluded === part.isExcluded ? joinConditions(last, toPart(part)) : null
    if (joined) conditions[conditions.length - 1] = joined
    else conditions.push(toPart(part))
  })
  return conditions
}

function isOrList(parts: readonly Part[], at: number): boolean {
  const id = parts[at]?.item.id
  for (const part of parts.slice(at + 1)) {
    if (part.item.id !== id) return false
    if (part.joint === 'or') return true
    if (part.joint !== 'comma') return false
  }
  return false
}

function toPart({ item, span, isExcluded, orNotStated, isCrossing }: Part): Condition {
  return toCondition(item.id, item.value, {
    isExcluded,
    orNotStated,
    spans: [span],
    note: isCrossing && !isExcluded ? CROSSING_NOTE : item.note,
  })
}

/** "not remote" asks for hybrid or onsite. */
function negate(condition: Condition): Condition {
  const kind: ConditionKind = kindOf(condition.id)
  const value = condition.isExcluded ? (kind.negate?.(condition.value) ?? null) : null
  return value === null ? condition : { ...condition, value, isExcluded: false }
}

/** Several values of a fact that has one value mean any of them, wherever in the question they stand. */
function mergeSeveral(conditions: readonly Condition[]): readonly Condition[] {
  const merged: Condition[] = []
  for (const condition of conditions) {
    const isAny = kindOf(condition.id).severalMean === 'any' || condition.isExcluded
    const at = isAny
      ? merged.findIndex(other => other.id === condition.id && other.isExcluded === condition.isExcluded)
      : -1
    const other = merged[at]
    const joined = other ? joinConditions(other, condition) : null
    if (joined) merged[at] = joined
    else merged.push(condition)
  }
  return merged
}

function dropRepeated(conditions: readonly Condition[]): readonly Condition[] {
  const keys = new Map<string, Condition>()
  for (const condition of conditions) {
    const key = JSON.stringify([condition.id, condition.value, condition.isExcluded])
    const other = keys.get(key)
    keys.set(key, other ? { ...other, spans: [...other.spans, ...condition.spans] } : condition)
  }
  return [...keys.values()]
}
