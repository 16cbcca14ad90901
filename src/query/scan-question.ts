import type { ReadScope } from './condition.ts'
import { CONDITION_KINDS } from './conditions/index.ts'
import { DIRECTIVES, type Directive, SIGN_DIRECTIVES } from './directives.ts'
import { readField } from './fields.ts'
import { FILLERS, ROLE_NOUNS, TITLE_NOUNS } from './filler-words.ts'
import type { ConditionId } from './query.ts'
import { readLimit } from './read-limit.ts'
import type { Token } from './tokenize.ts'

/** A value read from a stretch of tokens. */
export interface ConditionItem {
  readonly type: 'condition'
  readonly id: ConditionId
  readonly value: unknown
  readonly isExcluded: boolean
  readonly note: string | null
}

/** What a stretch of tokens is. */
export type Meaning =
  | ConditionItem
  | Directive
  | { readonly type: 'limit'; readonly limit: number }
  | { readonly type: 'filler' }
  /** "engineer": filler beside a condition, but what is asked for where it stands alone. */
  | { readonly type: 'role-noun' }
  /** "consultant": filler beside a kind of work or a skill, elsewhere what is asked for. */
  | { readonly type: 'title-noun' }
  | { readonly type: 'unknown' }

/** A meaning with the tokens it covers. */
export type Item = Meaning & {
  /** First token. */
  readonly at: number
  readonly count: number
}

/** Splits the tokens of a question into what they mean: at each place the longest reading wins. */
export function scanQuestion(tokens: readonly Token[], scope: ReadScope): readonly Item[] {
  const items: Item[] = []
  for (let at = 0; at < tokens.length; ) {
    const found = scanAt(tokens, at, scope)
    items.push(...found)
    at += Math.max(1, ...found.map(item => item.at - at + item.count))
  }
  return items
}

function scanAt(tokens: readonly Token[], at: number, scope: ReadScope): readonly Item[] {
  const field = readField(tokens, at, scope)
  if (field.length > 0) return field
  const sign = scanSign(tokens, at)
  const candidates = [...scanConditions(tokens, at, scope), ...scanDirectives(tokens, at)]
  const best = longest(candidates)
  if (!best || (sign && best.count === 1)) return [sign ?? unknown(tokens, at)]
  // The level goes first, so that "director or VP of engineering" joins the two levels.
  return [...scanLevelInside(candidates, best), best]
}

function longest(items: readonly Item[]): Item | undefined {
  return items.reduce<Item | undefined>(
    (best, item) => (best && !isBetter(item, best) ? best : item),
    undefined,
  )
}

/** Of equally long readings the first stays, but a company's whole name of several words is no chance. */
function isBetter(item: Item, best: Item): boolean {
  const isName = item.type === 'condition' && item.id === 'company' && item.count > 1
  return (
    item.count > best.count ||
    (isName && item.count === best.count && best.type === 'condition' && best.id === 'skill')
  )
}

/** Signs that no condition begins with. */
const PAUSES = new Set([',', '.', '!', '?', ';', '(', ')', '&', '|', '-'])

/** All readings at a token, the kinds in the order of the registry. */
function scanConditions(tokens: readonly Token[], at: number, scope: ReadScope): readonly Item[] {
  const items: Item[] = []
  if (PAUSES.has(tokens[at]?.text ?? '')) return items
  for (const kind of CONDITION_KINDS) {
    const found = kind.read(tokens, at, scope)
    if (!found) continue
    const { value, count, note = null, isExcluded = false } = found
    items.push({ type: 'condition', id: kind.id, value, isExcluded, note, at, count })
  }
  return items
}

function scanDirectives(tokens: readonly Token[], at: number): readonly Item[] {
  const directive = DIRECTIVES.find(tokens, at)
  const limit = readLimit(tokens, at)
  const filler = FILLERS.find(tokens, at)
  const noun = ROLE_NOUNS.find(tokens, at)
  const title = TITLE_NOUNS.find(tokens, at)
  return [
    ...(directive ? [{ ...directive.value, at, count: directive.count }] : []),
    ...(limit ? [{ type: 'limit' as const, limit: limit.limit, at, count: limit.count }] : []),
    ...(noun ? [{ type: 'role-noun' as const, at, count: noun.count }] : []),
    ...(title ? [{ type: 'title-noun' as const, at, count: title.count }] : []),
    ...(filler ? [{ type: 'filler' as const, at, count: filler.count }] : []),
  ]
}

const RULING = new Set(['director', 'head', 'vp', 'c-level'])

/** "director of engineering" asks for a kind of work and for a level. */
function scanLevelInside(candidates: readonly Item[], best: Item): readonly Item[] {
  if (best.type !== 'condition' || best.id !== 'topic') return []
  return candidates.filter(item => {
    if (item.type !== 'condition' || item.id !== 'level') return false
    return (item.value as { anyOf: readonly string[] }).anyOf.every(level => RULING.has(level))
  })
}

/** "-java" and "!java" leave out; other signs join or mean nothing. */
function scanSign(tokens: readonly Token[], at: number): Item | null {
  const token = tokens[at]
  if (token?.type !== 'sign') return null
  const next = tokens[at + 1]
  const isBeforeWord = next?.isGlued === true && next.type === 'word'
  if ((token.text === '-' && isBeforeWord && !token.isGlued) || (token.text === '!' && isBeforeWord))
    return { type: 'not', at, count: 1 }
  const joint = SIGN_DIRECTIVES.get(token.text)
  return joint ? { ...joint, at, count: 1 } : { type: 'filler', at, count: 1 }
}

function unknown(tokens: readonly Token[], at: number): Item {
  return { type: tokens[at]?.type === 'sign' ? 'filler' : 'unknown', at, count: 1 }
}
