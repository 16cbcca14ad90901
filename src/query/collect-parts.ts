import { anyOf } from './any-of.ts'
import { toCondition } from './condition.ts'
import { joinConditions } from './join-conditions.ts'
import type { Span } from './query.ts'
import type { ConditionItem, Item } from './scan-question.ts'
import type { Token } from './tokenize.ts'

type Joint = 'or' | 'and' | 'comma' | 'none'

/** A condition on its way, with what stands between it and the one before. */
export interface Part {
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

/** A word that nothing knows, in the list that "not" reaches over: "no blorp, banks or crypto". */
export const UNKNOWN: ConditionItem = {
  type: 'condition',
  id: 'word',
  value: anyOf([]),
  isExcluded: false,
  note: null,
}

/** What was said since the condition before. */
interface Between {
  readonly joint: Joint
  /** True for "or" in so many words, and not "/". */
  readonly isWord: boolean
  readonly isNegated: boolean
  /** True after "but". */
  readonly isBound: boolean
  /** True where "not" announced a list with a colon. */
  readonly isListNegated: boolean
}

const NOTHING: Between = {
  joint: 'none',
  isWord: false,
  isNegated: false,
  isBound: false,
  isListNegated: false,
}

/** Conditions in the order of the question, each with what stands before it. */
export function collectParts(items: readonly Item[], tokens: readonly Token[]): Part[] {
  const parts: Part[] = []
  let between = NOTHING
  for (const item of items) {
    between = afterPause(between, item, tokens)
    const known = item.type === 'condition' ? item : unknownOf(item, between)
    if (known) {
      parts.push(makePart(known, spanOf(tokens, item), between, parts.at(-1)))
      // A word that nothing knows may be one of grammar: "not" goes on behind it.
      between = { ...NOTHING, isNegated: known === UNKNOWN, isListNegated: between.isListNegated }
    } else if (item.type === 'or-not-stated') markNotStated(parts)
    else between = afterWord(between, item, tokens)
  }
  return parts
}

/** An unknown word is a part only where it is left out. */
function unknownOf({ type }: Item, { isNegated }: Between): ConditionItem | null {
  return type === 'unknown' && isNegated ? UNKNOWN : null
}

function makePart(item: ConditionItem, span: Span, between: Between, before: Part | undefined): Part {
  const { joint, isWord, isNegated, isBound } = between
  const isExcluded = isNegated !== item.isExcluded
  return {
    item,
    span,
    joint,
    isExcluded,
    orNotStated: false,
    isBound: isBound || isNegated || before === undefined,
    isCrossing: joint === 'or' && before !== undefined && before.item.id !== item.id,
    isAlternative: joint === 'or' && isWord && !isExcluded && isApart(before?.item, item),
  }
}

/** "don't want: java, crypto" leaves out all that the colon announces; other pauses end a "not". */
function afterPause(between: Between, item: Item, tokens: readonly Token[]): Between {
  const isNegated = isPause(item, tokens)
    ? between.isListNegated && tokens[item.at]?.text === ','
    : between.isNegated
  const isListNegated = between.isListNegated && (isNegated || item.type === 'condition')
  return { ...between, isNegated, isListNegated }
}

function afterWord(between: Between, item: Item, tokens: readonly Token[]): Between {
  if (item.type === 'but') return { ...between, isBound: true }
  if (item.type === 'not')
    return { ...between, isNegated: true, isListNegated: tokens[item.at + item.count]?.text === ':' }
  if (item.type !== 'joint') return between
  const isWord = tokens[item.at]?.text !== '/' && (between.isWord || item.joint === 'or')
  return { ...between, isWord, joint: between.joint === 'or' ? 'or' : item.joint }
}

/** Whether two things cannot be two values of one condition: "remote or in Berlin", "under 60k or over 200k". */
function isApart(before: ConditionItem | undefined, item: ConditionItem): boolean {
  if (!before) return false
  const pair = [before, item].map(({ id, value }) => toCondition(id, value))
  return pair[0] !== undefined && pair[1] !== undefined && joinConditions(pair[0], pair[1]) === null
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
