import { anyOf } from './any-of.ts'
import { type ConditionKind, toCondition } from './condition.ts'
import type { Either } from './conditions/either.ts'
import { kindOf } from './conditions/index.ts'
import { groupAlternatives } from './group-alternatives.ts'
import type { Condition, ConditionId, Span } from './query.ts'
import type { ConditionItem, Item } from './scan-question.ts'
import type { Token } from './tokenize.ts'

type Joint = 'or' | 'and' | 'comma' | 'none'

/** A condition on its way, with what stands between it and the one before. */
interface Part {
  readonly item: ConditionItem
  readonly span: Span
  readonly joint: Joint
  isExcluded: boolean
  orNotStated: boolean
  /** True where "not" stands right before it or "but" ends an earlier "not". */
  readonly isBound: boolean
  /** True where "or" stands between it and another kind of condition. */
  readonly isCrossing: boolean
  /** True where that is the word "or", and not "/", between things that are not two values of one kind. */
  readonly isAlternative: boolean
}

/** Makes conditions out of what was scanned: lists become one, "not" reaches as far as it should. */
export function assembleConditions(items: readonly Item[], tokens: readonly Token[]): readonly Condition[] {
  const parts = collectParts(items, tokens)
  spreadExclusions(parts)
  const units = groupAlternatives(parts)
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

function collectParts(items: readonly Item[], tokens: readonly Token[]): Part[] {
  const parts: Part[] = []
  let joint: Joint = 'none'
  let isWord = false
  let isNegated = false
  let isBound = false
  let isListNegated = false
  for (const item of items) {
    if (isPause(item, tokens)) isNegated = isListNegated && tokens[item.at]?.text === ','
    if (!isNegated && item.type !== 'condition') isListNegated = false
    if (item.type === 'joint') {
      isWord = tokens[item.at]?.text !== '/' && (isWord || item.joint === 'or')
      joint = joint === 'or' ? 'or' : item.joint
    }
    if (item.type === 'not') {
      isNegated = true
      // "don't want: java, crypto" leaves out all that the colon announces.
      isListNegated = tokens[item.at + item.count]?.text === ':'
    } else if (item.type === 'but') isBound = true
    else if (item.type === 'or-not-stated') markNotStated(parts)
    else if (item.type === 'condition') {
      const span = spanOf(tokens, item)
      const isExcluded = isNegated !== item.isExcluded
      parts.push({
        item,
        span,
        joint,
        isExcluded,
        orNotStated: false,
        isBound: isBound || isNegated || parts.length === 0,
        isCrossing: joint === 'or' && parts.length > 0 && parts.at(-1)?.item.id !== item.id,
        isAlternative: joint === 'or' && isWord && !isExcluded && isApart(parts.at(-1)?.item, item),
      })
      joint = 'none'
      isWord = false
      isNegated = false
      isBound = false
    }
  }
  return parts
}

/** Whether two things cannot be two values of one condition: "remote or in Berlin", "under 60k or over 200k". */
function isApart(before: ConditionItem | undefined, item: ConditionItem): boolean {
  if (!before) return false
  const pair = [before, item].map(({ id, value }) => toCondition(id, value))
  return pair[0] !== undefined && pair[1] !== undefined && join(pair[0], pair[1]) === null
}

/** "if not, remote", "no! backend": what is said after a pause is not what is left out. */
function isPause(item: Item, tokens: readonly Token[]): boolean {
  return ['.', '!', '?', ',', ';'].includes(tokens[item.at]?.text ?? '')
}

function markNotStated(parts: readonly Part[]): void {
  const last = parts.at(-1)
  if (last) last.orNotStated = true
}

function spanOf(tokens: readonly Token[], item: Item): Span {
  return { start: tokens[item.at]?.start ?? 0, end: tokens[item.at + item.count - 1]?.end ?? 0 }
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
      last && isAlternative && last.isExcluded === part.isExcluded ? join(last, toPart(part)) : null
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

const CROSSING_NOTE = '“/” between different facts is read as “and”'

function toPart({ item, span, isExcluded, orNotStated, isCrossing }: Part): Condition {
  return toCondition(item.id, item.value, {
    isExcluded,
    orNotStated,
    spans: [span],
    note: isCrossing && !isExcluded ? CROSSING_NOTE : item.note,
  })
}

function join(first: Condition, second: Condition): Condition | null {
  const [a, b] = alignInterns(first, second)
  if (a.id !== b.id) return null
  const value = kindOf(a.id).join(a.value, b.value)
  if (value === null) return null
  return {
    ...a,
    value,
    orNotStated: a.orNotStated || b.orNotStated,
    spans: [...a.spans, ...b.spans],
    note: a.note ?? (b.note === CROSSING_NOTE ? null : b.note),
  }
}

/** An internship is a level, but beside other forms of employment ("temporary or internships") it is one of them. */
function alignInterns(a: Condition, b: Condition): readonly [Condition, Condition] {
  if (a.id === 'employment' && isIntern(b)) return [a, { ...b, id: 'employment', value: INTERNSHIP }]
  if (b.id === 'employment' && isIntern(a)) return [{ ...a, id: 'employment', value: INTERNSHIP }, b]
  return [a, b]
}

const INTERNSHIP = anyOf(['internship'])

function isIntern({ id, value }: Condition): boolean {
  return id === 'level' && JSON.stringify(value) === JSON.stringify(anyOf(['intern']))
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
    const joined = other ? join(other, condition) : null
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
