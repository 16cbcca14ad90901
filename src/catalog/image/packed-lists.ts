import { countStrings, type PackedStrings, packStrings, stringAt } from './packed-strings.ts'

/** Values in ascending order, each with the numbers of the postings that have it, ascending: one stretch a value. */
export interface PackedLists {
  readonly values: PackedStrings
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
  /** The new number of each posting, in the same order as the old ones; -1 for those that went. */
  readonly numbers: Int32Array
}

/** Joins two sets of lists into one; values without a posting are left out. */
export function joinLists(left: Renumbered, right: Renumbered): PackedLists {
  const most = left.lists.postings.length + right.lists.postings.length
  const postings = new Uint32Array(most)
  const values: string[] = []
  const starts: number[] = [0]
  let length = 0
  for (const [value, i, j] of pairValues(left.lists.values, right.lists.values)) {
    const end = mergeStretches(stretchOf(left, i), stretchOf(right, j), postings, length)
    if (end === length) continue
    values.push(value)
    starts.push(end)
    length = end
  }
  return {
    values: packStrings(values),
    starts: Uint32Array.from(starts),
    postings: postings.slice(0, length),
  }
}

/** Every value of two ascending lists with its place in either; -1 where it is not in it. */
export function* pairValues(
  left: PackedStrings,
  right: PackedStrings,
): Generator<readonly [value: string, left: number, right: number]> {
  const [leftEnd, rightEnd] = [countStrings(left), countStrings(right)]
  let [i, j] = [0, 0]
  while (i < leftEnd && j < rightEnd) {
    const [a, b] = [stringAt(left, i), stringAt(right, j)]
    if (a < b) yield [a, i++, -1]
    else if (a > b) yield [b, -1, j++]
    else yield [a, i++, j++]
  }
  while (i < leftEnd) yield [stringAt(left, i), i++, -1]
  while (j < rightEnd) yield [stringAt(right, j), -1, j++]
}

interface Stretch {
  readonly postings: Uint32Array
  readonly numbers: Int32Array
  at: number
  readonly end: number
}

function stretchOf({ lists, numbers }: Renumbered, at: number): Stretch {
  const [start, end] = at < 0 ? [0, 0] : [lists.starts[at] ?? 0, lists.starts[at + 1] ?? 0]
  return { postings: lists.postings, numbers, at: start, end }
}

/** Writes both under their new numbers, ascending; returns where it ended. */
function mergeStretches(left: Stretch, right: Stretch, target: Uint32Array, start: number): number {
  let length = start
  let [a, b] = [next(left), next(right)]
  while (a >= 0 || b >= 0) {
    const isLeft = b < 0 || (a >= 0 && a < b)
    target[length++] = isLeft ? a : b
    if (isLeft) a = next(left)
    else b = next(right)
  }
  return length
}

/** The next number that is still there; -1 at the end. */
function next(stretch: Stretch): number {
  while (stretch.at < stretch.end) {
    const number = stretch.numbers[stretch.postings[stretch.at++] ?? 0] ?? -1
    if (number >= 0) return number
  }
  return -1
}
