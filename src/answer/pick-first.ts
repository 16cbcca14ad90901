import { type BitSet, listBits } from '../catalog/bit-set.ts'

/** A figure of a posting, smaller first; never NaN. */
export type Figure = (posting: number) => number

/** Beyond so many, sorting all of them is no slower. */
const MOST_PICKED = 500

/**
 * The first postings of a set by their figures, then by their number, without sorting the others.
 * @param figures the first one decides, the next one where it is the same
 * @param most how many of them are wanted
 * @example pickFirst(bitSetOf(4, [1, 2, 3]), [posting => -posting], 2) // [3, 2]
 */
export function pickFirst(set: BitSet, figures: readonly Figure[], most: number): readonly number[] {
  const [first] = figures
  if (!first) return listBits(set, most)
  const compare = compareFigures(figures)
  return most > MOST_PICKED
    ? listBits(set).sort(compare).slice(0, most)
    : pickBest(set, { first, isOnly: figures.length === 1, compare }, most)
}

interface Order {
  /** The figure that decides first. */
  readonly first: Figure
  /** Whether nothing but the number tells those apart that have the same. */
  readonly isOnly: boolean
  readonly compare: (a: number, b: number) => number
}

function pickBest({ words }: BitSet, { first, isOnly, compare }: Order, most: number): readonly number[] {
  const best: number[] = []
  if (most < 1) return best
  let limit = Number.POSITIVE_INFINITY
  for (let i = 0; i < words.length; i++) {
    for (let word = words[i] ?? 0; word !== 0; word &= word - 1) {
      const number = i * 32 + 31 - Math.clz32(word & -word)
      const figure = first(number)
      const isFull = best.length === most
      // Numbers come in ascending order, so that of two alike the one before stays.
      if (isFull && (figure > limit || (isOnly && figure === limit))) continue
      best.splice(findPlace(best, number, compare), 0, number)
      if (isFull) best.pop()
      if (best.length === most) limit = first(best.at(-1) ?? number)
    }
  }
  return best
}

function compareFigures(figures: readonly Figure[]): (a: number, b: number) => number {
  return (a, b) => {
    for (const figure of figures) {
      const [one, other] = [figure(a), figure(b)]
      if (one !== other) return one < other ? -1 : 1
    }
    return a - b
  }
}

/** The first place whose number comes after this one. */
function findPlace(
  sorted: readonly number[],
  number: number,
  compare: (a: number, b: number) => number,
): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compare(sorted[middle] ?? 0, number) <= 0) low = middle + 1
    else high = middle
  }
  return low
}
