import {
  compareStrings,
  countStrings,
  joinRanges,
  type PackedStrings,
  type StringRange,
} from './packed-strings.ts'

/**
 * Joins two ascending lists of values into one; takes little more than the shorter one is long.
 * @param isKept is asked about each value in its order, with its place in either list, -1 where it is not in it
 */
export function mergeValues(
  left: PackedStrings,
  right: PackedStrings,
  isKept: (left: number, right: number) => boolean,
): PackedStrings {
  const ranges: (StringRange & { to: number })[] = []
  const keep = (list: PackedStrings, at: number) => {
    const last = ranges.at(-1)
    if (last?.list === list && last.to === at) last.to++
    else ranges.push({ list, from: at, to: at + 1 })
  }
  const [leftEnd, rightEnd] = [countStrings(left), countStrings(right)]
  let i = 0
  for (let j = 0; j < rightEnd; j++) {
    const place = findPlace(left, right, j, i)
    for (; i < place; i++) if (isKept(i, -1)) keep(left, i)
    if (i < leftEnd && compareStrings(left, i, right, j) === 0) {
      if (isKept(i, j)) keep(left, i)
      i++
    } else if (isKept(-1, j)) keep(right, j)
  }
  for (; i < leftEnd; i++) if (isKept(i, -1)) keep(left, i)
  return joinRanges(ranges)
}

/** The place of the first value from `start` on that is not before one of the other list; seldom far away. */
function findPlace(left: PackedStrings, right: PackedStrings, j: number, start: number): number {
  const end = countStrings(left)
  const isBefore = (at: number) => compareStrings(left, at, right, j) < 0
  let [low, step] = [start, 1]
  for (; low + step <= end && isBefore(low + step - 1); step *= 2) low += step
  let high = Math.min(end, low + step - 1)
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(middle)) low = middle + 1
    else high = middle
  }
  return low
}
