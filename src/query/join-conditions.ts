import { anyOf } from './any-of.ts'
import { kindOf } from './conditions/index.ts'
import type { Condition } from './query.ts'

/** What the receipt says where "/" stands between different facts. */
export const CROSSING_NOTE = '“/” between different facts is read as “and”'

/** One condition that asks for either; null where these two cannot be one. */
export function joinConditions(first: Condition, second: Condition): Condition | null {
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
