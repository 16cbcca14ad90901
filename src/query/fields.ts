import type { ConditionKind, ReadScope } from './condition.ts'
import { CONDITION_KINDS } from './conditions/index.ts'
import type { Item } from './scan-question.ts'
import type { Token } from './tokenize.ts'

const FIELDS = new Map(CONDITION_KINDS.flatMap(kind => kind.fields.map(field => [field, kind] as const)))
const COMPARISONS = new Set(['<', '>', '≤', '≥'])
const YES = new Set(['yes', 'true', '1', 'y', 'on', 'ja'])
const NO = new Set(['no', 'false', '0', 'n', 'off', 'nein'])

/**
 * Reads the structured form of a condition: `skill:go,rust`, `salary>150000`, `remote:yes`; empty where there is none.
 * @example readField(tokenize('level:senior'), 0, scope) // one level condition
 */
export function readField(tokens: readonly Token[], at: number, scope: ReadScope): readonly Item[] {
  const [name, sign] = [tokens[at], tokens[at + 1]]
  if (name?.type !== 'word' || sign?.type !== 'sign') return []
  const isNaming = (sign.text === ':' && sign.isGlued) || sign.text === '='
  const flag = isNaming ? readFlag(tokens, at, scope) : null
  if (flag) return [flag]
  const kind = FIELDS.get(name.key)
  if (!kind || !(isNaming || COMPARISONS.has(sign.text))) return []
  return readValues(tokens, at, at + (isNaming ? 2 : 1), kind, scope)
}

/** "remote:yes", "visa:no": the name is itself what is asked for. */
function readFlag(tokens: readonly Token[], at: number, scope: ReadScope): Item | null {
  const answer = tokens[at + 2]?.key ?? ''
  if (!YES.has(answer) && !NO.has(answer)) return null
  for (const kind of CONDITION_KINDS) {
    const found = kind.read(tokens.slice(at, at + 1), 0, scope)
    if (found)
      return {
        type: 'condition',
        id: kind.id,
        value: found.value,
        isExcluded: NO.has(answer),
        note: null,
        at,
        count: 3,
      }
  }
  return null
}

const LISTS = new Set([',', '|', '/'])

/** One value or several, with commas between them and no space. */
function readValues(
  tokens: readonly Token[],
  at: number,
  start: number,
  kind: ConditionKind,
  scope: ReadScope,
): readonly Item[] {
  const items: Item[] = []
  for (let next = start; ; ) {
    const name = tokens[at]?.key ?? ''
    const found = kind.readField?.(tokens, next, scope, name) ?? kind.read(tokens, next, scope)
    if (!found) break
    const { value, count, note = null, isExcluded = false } = found
    const first = items.length === 0 ? at : next
    items.push({
      type: 'condition',
      id: kind.id,
      value,
      isExcluded,
      note,
      at: first,
      count: next - first + count,
    })
    next += count
    const sign = tokens[next]
    if (!sign?.isGlued || !LISTS.has(sign.text) || tokens[next + 1]?.isGlued !== true) break
    if (sign.text !== ',') items.push({ type: 'joint', joint: 'or', at: next, count: 1 })
    next++
  }
  return items
}
