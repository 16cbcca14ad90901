import { type BitSet, countBits } from './bit-set.ts'
import { deriveTable } from './derived-table.ts'
import { sortInSteps } from './sort-in-steps.ts'
import type { Steps } from './steps.ts'
import { countWith, type ValueColumn } from './value-column.ts'

/** The values of each posting, the other way round than a column has them. */
interface PostingValues {
  readonly names: readonly string[]
  /** Where the values of each posting begin; one more than there are postings. */
  readonly starts: Uint32Array
  /** Places in `names`. */
  readonly values: Uint32Array
}

/** The values of each posting of a column. */
export const postingValues = deriveTable(function* ({ size, postings }: ValueColumn): Steps<PostingValues> {
  const starts = new Uint32Array(size + 1)
  for (const list of postings.values()) {
    for (let i = 0; i < list.length; i++) increment(starts, (list[i] ?? 0) + 1, 1)
    if (list.length > STEP_SIZE) yield
  }
  for (let posting = 0; posting < size; posting++) increment(starts, posting + 1, starts[posting] ?? 0)
  const next = starts.slice()
  const values = new Uint32Array(starts[size] ?? 0)
  let value = 0
  for (const list of postings.values()) {
    for (let i = 0; i < list.length; i++) {
      const posting = list[i] ?? 0
      values[next[posting] ?? 0] = value
      increment(next, posting, 1)
    }
    value++
    if (list.length > STEP_SIZE) yield
  }
  return { names: [...postings.keys()], starts, values }
})

/** Longer lists are a step of their own. */
const STEP_SIZE = 1000

function increment(array: Uint32Array, at: number, by: number): void {
  array[at] = (array[at] ?? 0) + by
}

/** A value and how many postings have it. */
export type ValueCount = readonly [value: string, total: number]

/** How many of the postings in a set have each value, the commonest first; values that none has are left out. */
export function countValues(column: ValueColumn, set: BitSet): readonly ValueCount[] {
  const { names, totals } = count(column, set)
  const counted = names.map((name, at): ValueCount => [name, totals[at] ?? 0])
  return counted.filter(([, total]) => total > 0).sort(compareCounts)
}

/** The `most` commonest values that not all of the postings in a set have. */
export function countLargest(column: ValueColumn, set: BitSet, most: number): readonly ValueCount[] {
  const all = countBits(set)
  return countCommonest(column, set, most, (_, total) => total !== all)
}

/** The `most` commonest values of the postings in a set among those that are wanted. */
export function countCommonest(
  column: ValueColumn,
  set: BitSet,
  most: number,
  isWanted: (value: string, total: number) => boolean,
): readonly ValueCount[] {
  const best: ValueCount[] = []
  const isHopeless = (upper: number) => best.length === most && upper < (best.at(-1)?.[1] ?? 0)
  const add = (value: string, total: number) => {
    if (total === 0 || isHopeless(total) || !isWanted(value, total)) return
    best.push([value, total])
    best.sort(compareCounts)
    if (best.length > most) best.pop()
  }
  if (isSoonerByValue(column, set, most)) {
    const { values, sizes } = valuesBySize.of(column)
    for (let at = 0; at < values.length && !isHopeless(sizes[at] ?? 0); at++)
      add(values[at] ?? '', countWith(column, values[at] ?? '', set))
    return best
  }
  const { names, totals } = count(column, set)
  for (let at = 0; at < totals.length; at++) if (totals[at] !== 0) add(names[at] ?? '', totals[at] ?? 0)
  return best
}

/** Looking at 32 postings of a bit set takes half as long as looking up one value of a posting. */
const WORD_EFFORT = 0.5

/**
 * Whether looking at the commonest values one by one is sooner done than at the postings of a set, if they have the
 * values as often as all postings do: then all values have to be looked at that are commoner than the last wanted one.
 */
function isSoonerByValue(column: ValueColumn, set: BitSet, most: number): boolean {
  const { sizes } = valuesBySize.of(column)
  const { values, starts } = postingValues.of(column)
  const share = countBits(set) / column.size
  const least = (sizes[most] ?? 0) * share
  let left = (starts.length + values.length) * share
  for (let at = 0; at < sizes.length && left > 0; at++) {
    const size = sizes[at] ?? 0
    if (size < least) return true
    left -= Math.min(size, set.words.length * WORD_EFFORT)
  }
  return left > 0
}

/** The values of a column, those of the most postings first, and how many postings have each. */
export const valuesBySize = deriveTable(function* ({ postings }: ValueColumn): Steps<{
  readonly values: readonly string[]
  readonly sizes: Uint32Array
}> {
  const sorted = yield* sortInSteps([...postings], ([, a], [, b]) => b.length - a.length)
  return {
    values: sorted.map(([value]) => value),
    sizes: Uint32Array.from(sorted, ([, list]) => list.length),
  }
})

function compareCounts([a, totalA]: ValueCount, [b, totalB]: ValueCount): number {
  return totalB - totalA || (a < b ? -1 : 1)
}

function count(column: ValueColumn, { words }: BitSet): { names: readonly string[]; totals: Uint32Array } {
  const { names, starts, values } = postingValues.of(column)
  const totals = new Uint32Array(names.length)
  // Plain loops: a call for each posting takes twice as long.
  for (let i = 0; i < words.length; i++) {
    for (let word = words[i] ?? 0; word !== 0; word &= word - 1) {
      const posting = i * 32 + 31 - Math.clz32(word & -word)
      const end = starts[posting + 1] ?? 0
      for (let at = starts[posting] ?? 0; at < end; at++) increment(totals, values[at] ?? 0, 1)
    }
  }
  return { names, totals }
}
