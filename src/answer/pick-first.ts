/** Beyond so many, sorting all of them is no slower. */
const MOST_PICKED = 500

/**
 * The first of some numbers in an order, without sorting the others.
 * @param most how many of them are wanted
 * @example pickFirst([3, 1, 2], (a, b) => a - b, 2) // [1, 2]
 */
export function pickFirst(
  numbers: readonly number[],
  compare: (a: number, b: number) => number,
  most: number,
): readonly number[] {
  if (most >= numbers.length || most > MOST_PICKED) return numbers.toSorted(compare).slice(0, most)
  const best: number[] = []
  for (const number of numbers) {
    const last = best.at(-1)
    if (best.length === most && (last === undefined || compare(number, last) >= 0)) continue
    best.splice(findPlace(best, number, compare), 0, number)
    if (best.length > most) best.pop()
  }
  return best
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
