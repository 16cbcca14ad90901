import type { ConditionId } from './query.ts'

/** A condition on its way, as far as grouping looks at it. */
export interface Groupable {
  readonly item: { readonly id: ConditionId }
  /** What stands between it and the one before. */
  readonly joint: 'or' | 'and' | 'comma' | 'none'
  readonly isExcluded: boolean
  /** True where "or" in so many words stands between it and something that it cannot be one value with. */
  readonly isAlternative: boolean
}

/** Conditions that all hold, or alternatives of which one holds. */
export type Unit<P> =
  | { readonly type: 'one'; readonly part: P }
  | { readonly type: 'either'; readonly alternatives: readonly (readonly P[])[] }

/**
 * Finds alternatives across kinds. "or" reaches over its two neighbours; where what comes after it is of a kind that
 * was named before in the same clause, it reaches back to there: "onsite in Munich or remote".
 */
export function groupAlternatives<P extends Groupable>(parts: readonly P[]): readonly Unit<P>[] {
  const units: Unit<P>[] = []
  for (let at = 0; at < parts.length; ) {
    const part = parts[at]
    if (!part) break
    const left = part.isAlternative && !part.isExcluded ? takeLeft(units, part) : null
    if (!left) {
      units.push({ type: 'one', part })
      at++
      continue
    }
    const right = takeRight(parts, at, left.flat())
    units.push({ type: 'either', alternatives: [...left, right] })
    at += right.length
  }
  return units
}

/** Takes the alternatives before "or" off the units; null where there are none that can be one. */
function takeLeft<P extends Groupable>(units: Unit<P>[], part: P): readonly (readonly P[])[] | null {
  const last = units.at(-1)
  if (last?.type === 'either') {
    units.pop()
    return last.alternatives
  }
  const clause = listClause(units)
  if (clause.length === 0 || clause.some(({ isExcluded }) => isExcluded)) return null
  const same = clause.findLastIndex(({ item }) => item.id === part.item.id)
  const from = startOfList(clause, same < 0 ? clause.length - 1 : same)
  const left = clause.slice(from)
  units.splice(units.length - left.length)
  return [left]
}

/** The conditions back to the last comma or group. */
function listClause<P extends Groupable>(units: readonly Unit<P>[]): readonly P[] {
  const clause: P[] = []
  for (const unit of units.toReversed()) {
    if (unit.type === 'either') break
    clause.unshift(unit.part)
    const isListed = unit.part.joint === 'comma' && isSameKindBefore(units, unit)
    if (unit.part.joint === 'comma' && !isListed) break
  }
  return clause
}

function isSameKindBefore<P extends Groupable>(units: readonly Unit<P>[], unit: Unit<P>): boolean {
  const before = units[units.indexOf(unit) - 1]
  return before?.type === 'one' && unit.type === 'one' && before.part.item.id === unit.part.item.id
}

/** "remote, hybrid or in Berlin": values of one kind stay together. */
function startOfList<P extends Groupable>(clause: readonly P[], from: number): number {
  let start = from
  while (start > 0) {
    const [part, before] = [clause[start], clause[start - 1]]
    if (!part || part.joint === 'none' || part.joint === 'and' || part.item.id !== before?.item.id) break
    start--
  }
  return start
}

/** What comes after "or": further values of its kind, and what answers to a kind on the left. */
function takeRight<P extends Groupable>(parts: readonly P[], at: number, left: readonly P[]): readonly P[] {
  const kinds = new Set(left.map(({ item }) => item.id))
  const first = parts[at]
  const right: P[] = first ? [first] : []
  for (const part of parts.slice(at + 1)) {
    const last = right.at(-1)
    const isListed = part.joint === 'or' && part.item.id === last?.item.id && !part.isAlternative
    const isAnswering =
      part.joint === 'none' && kinds.has(part.item.id) && !right.some(({ item }) => item.id === part.item.id)
    if (part.isExcluded || !(isListed || (isAnswering && kinds.size > 1))) break
    right.push(part)
  }
  return right
}
