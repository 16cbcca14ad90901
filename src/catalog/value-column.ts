import { addBit, type BitSet, bitSetOf, createBitSet, hasBit } from './bit-set.ts'

/** A fact with words as values: which postings have which value. Lists, not bit sets, because most values are rare. */
export interface ValueColumn {
  readonly size: number
  /** The postings of each value, ascending. */
  readonly postings: ReadonlyMap<string, Uint32Array>
  /** The postings that have any value. */
  readonly stated: BitSet
}

/**
 * Makes a column out of each posting's values.
 * @example createValueColumn([['java'], [], ['go', 'java']]).postings.get('java') // 0, 2
 */
export function createValueColumn(valuesByPosting: readonly (readonly string[])[]): ValueColumn {
  const size = valuesByPosting.length
  const lists = new Map<string, number[]>()
  const stated: number[] = []
  valuesByPosting.forEach((values, posting) => {
    if (values.length > 0) stated.push(posting)
    for (const value of new Set(values)) {
      const list = lists.get(value)
      if (list) list.push(posting)
      else lists.set(value, [posting])
    }
  })
  const postings = new Map(Array.from(lists, ([value, list]) => [value, Uint32Array.from(list)]))
  return { size, postings, stated: bitSetOf(size, stated) }
}

/** How many of the postings in a set have each value; values that none has are left out. */
export function countValues({ postings }: ValueColumn, set: BitSet): ReadonlyMap<string, number> {
  const totals = new Map<string, number>()
  for (const [value, list] of postings) {
    let total = 0
    for (const posting of list) if (hasBit(set, posting)) total++
    if (total > 0) totals.set(value, total)
  }
  return totals
}

/** The postings that have at least one of the values. */
export function postingsWith(column: ValueColumn, values: Iterable<string>): BitSet {
  const set = createBitSet(column.size)
  for (const value of values) for (const posting of column.postings.get(value) ?? []) addBit(set, posting)
  return set
}
