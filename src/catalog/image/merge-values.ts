import { countStrings, joinRanges, type PackedStrings, type StringRange, stringAt } from './packed-strings.ts'

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
    const value = stringAt(right, j)
    const place = findPlace(left, value, i)
    for (; i < place; i++) if (isKept(i, -1)) keep(left, i)
    if (i < leftEnd && stringAt(left, i) === value) {
      if (isKept(i, j)) keep(left, i)
      i++
    } else if (isKept(-1, j)) keep(right, j)
  }
  for (; i < leftEnd; i++) if (isKept(i, -1)) keep(left, i)
  return joinRanges(ranges)
}

/** The place of the first value from `low` on that is not before another. */
function findPlace(list: PackedStrings, value: string, from: number): number {
  let [low, high] = [from, countStrings(list)]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (stringAt(list, middle) < value) low = middle + 1
    else high = middle
  }
  return low
}
