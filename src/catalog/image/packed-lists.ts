import { mergeValues } from './merge-values.ts'
import { type PackedStrings, packStrings } from './packed-strings.ts'
import { createSharedNumbers } from './share-image.ts'

/** Values in ascending order, each with the numbers of the postings that have it, ascending: one stretch a value. */
export interface PackedLists<Values extends PackedStrings = PackedStrings> {
  readonly values: Values
  /** Where the stretch of each value begins in `postings`; one longer than the values. */
  readonly starts: Uint32Array
  readonly postings: Uint32Array
}

/** Packs the postings of each value. */
export function packLists(lists: ReadonlyMap<string, Uint32Array>): PackedLists {
  const values = [...lists.keys()].sort()
  const starts = new Uint32Array(values.length + 1)
  values.forEach((value, at) => {
    starts[at + 1] = (starts[at] ?? 0) + (lists.get(value)?.length ?? 0)
  })
  const postings = new Uint32Array(starts[values.length] ?? 0)
  values.forEach((value, at) => {
    postings.set(lists.get(value) ?? [], starts[at])
  })
  return { values: packStrings(values), starts, postings }
}

/** The stretch of the value at a place. */
export function postingsAt({ starts, postings }: PackedLists, at: number): Uint32Array {
  return postings.subarray(starts[at], starts[at + 1])
}

/** Lists whose postings go by other numbers now. */
export interface Renumbered {
  readonly lists: PackedLists
  /** The new number of each posting, ascending; -1 for those that went. */
  readonly numbers: Int32Array
}

/**
 * Joins two sets of lists into one; values without a posting are left out.
 * @param right few, none of which went
 */
export function joinLists(left: Renumbered, right: Renumbered): PackedLists {
  // One more, because a number that went is written before it is known to have gone.
  const postings = createSharedNumbers(left.lists.postings.length + right.lists.postings.length + 1)
  const starts = new Uint32Array(left.lists.starts.length + right.lists.starts.length)
  let [count, length] = [0, 0]
  const values = mergeValues(left.lists.values, right.lists.values, (i, j) => {
    const end = j < 0 ? renumber(left, i, postings, length) : merge(left, i, right, j, postings, length)
    if (end === length) return false
    length = end
    starts[++count] = end
    return true
  })
  return { values, starts: starts.slice(0, count + 1), postings: postings.subarray(0, length) }
}

/** Writes the postings of one value under their new numbers; returns where they end. */
function renumber({ lists, numbers }: Renumbered, at: number, target: Uint32Array, start: number): number {
  const { postings, starts } = lists
  const last = starts[at + 1] ?? 0
  let end = start
  for (let i = starts[at] ?? 0; i < last; i++) {
    const number = numbers[postings[i] ?? 0] ?? -1
    target[end] = number
    if (number >= 0) end++
  }
  return end
}

/** The same for a value with few postings on the right, ascending again. */
function merge(
  { lists: { postings, starts }, numbers }: Renumbered,
  leftAt: number,
  right: Renumbered,
  rightAt: number,
  target: Uint32Array,
  start: number,
): number {
  const few = postingsAt(right.lists, rightAt).map(posting => right.numbers[posting] ?? 0)
  const last = leftAt < 0 ? 0 : (starts[leftAt + 1] ?? 0)
  let [end, next] = [start, 0]
  let waiting = few[0] ?? Number.POSITIVE_INFINITY
  for (let i = leftAt < 0 ? 0 : (starts[leftAt] ?? 0); i < last; i++) {
    const number = numbers[postings[i] ?? 0] ?? -1
    for (; waiting < number; waiting = few[++next] ?? Number.POSITIVE_INFINITY) target[end++] = waiting
    target[end] = number
    if (number >= 0) end++
  }
  for (; next < few.length; next++) target[end++] = few[next] ?? 0
  return end
}
