import { postingsWith, silentOf, type ValueColumn } from '../catalog/value-column.ts'
import type { Verdict } from './condition.ts'

/** The value of a condition that names what a fact may be. */
export interface AnyOf<T extends string = string> {
  /** Sorted, each once. */
  readonly anyOf: readonly T[]
}

/** The value for these names, in an order of its own so that equal questions have equal values. */
export function anyOf<T extends string>(values: Iterable<T>): AnyOf<T> {
  return { anyOf: [...new Set(values)].sort() }
}

export function joinAnyOf<T extends string>(a: AnyOf<T>, b: AnyOf<T>): AnyOf<T> {
  return anyOf([...a.anyOf, ...b.anyOf])
}

/** Yes for the postings that have one of the values, not stated for those that have none at all. */
export function evaluateAnyOf(column: ValueColumn, values: readonly string[]): Verdict {
  return { yes: postingsWith(column, values), notStated: silentOf(column) }
}

/** "a", "a or b", "a, b or c". */
export function describeList(names: readonly string[], joint = 'or'): string {
  if (names.length < 2) return names[0] ?? ''
  return `${names.slice(0, -1).join(', ')} ${joint} ${names.at(-1)}`
}
