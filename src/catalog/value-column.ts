import {
  addAll,
  addBits,
  type BitSet,
  bitSetOf,
  complement,
  countCommon,
  createBitSet,
  hasBit,
} from './bit-set.ts'

/** A fact with words as values: which postings have which value. Lists, not bit sets, because most values are rare. */
export interface ValueColumn {
  readonly size: number
  /** The postings of each value, ascending; so are the values. */
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
  const values = [...lists.keys()].sort()
  const postings = new Map(values.map(value => [value, Uint32Array.from(lists.get(value) ?? [])]))
  return { size, postings, stated: bitSetOf(size, stated) }
}

/** The postings that have at least one of the values; of one frequent value a set that all share. */
export function postingsWith(column: ValueColumn, values: readonly string[]): BitSet {
  const [only = ''] = values
  const list = values.length === 1 ? column.postings.get(only) : undefined
  if (list && isDense(list, column)) return denseSet(column, only, list)
  const set = createBitSet(column.size)
  for (const value of values) {
    const list = column.postings.get(value)
    if (!list) continue
    if (isDense(list, column)) addAll(set, denseSet(column, value, list))
    else addBits(set, list)
  }
  return set
}

const silentSets = new WeakMap<ValueColumn, BitSet>()

/** The postings that have no value; worked out once for each column. */
export function silentOf(column: ValueColumn): BitSet {
  const silent = silentSets.get(column) ?? complement(column.stated)
  silentSets.set(column, silent)
  return silent
}

/** How many postings of a set have a value. */
export function countWith(column: ValueColumn, value: string, set: BitSet): number {
  const list = column.postings.get(value)
  if (!list) return 0
  if (isDense(list, column)) return countCommon(denseSet(column, value, list), set)
  let total = 0
  for (let at = 0; at < list.length; at++) if (hasBit(set, list[at] ?? 0)) total++
  return total
}

/** A bit set of so many postings is smaller than the list of them. */
function isDense(list: Uint32Array, { size }: ValueColumn): boolean {
  return list.length > size / 32
}

const denseSets = new WeakMap<ValueColumn, Map<string, BitSet>>()

/** The postings of a frequent value as a set; made once for each. */
function denseSet(column: ValueColumn, value: string, list: Uint32Array): BitSet {
  const known = denseSets.get(column) ?? new Map<string, BitSet>()
  denseSets.set(column, known)
  const set = known.get(value) ?? bitSetOf(column.size, list)
  known.set(value, set)
  return set
}
