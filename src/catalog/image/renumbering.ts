import { type PackedStrings, packStrings, stringAt } from './packed-strings.ts'

/** How postings are numbered after some went and others came. */
export interface Renumbering {
  /** How many there are now. */
  readonly size: number
  /** The new number of each old posting, ascending; -1 for those that went. */
  readonly keptNumbers: Int32Array
  /** The new number of each posting that came, ascending. */
  readonly addedNumbers: Int32Array
}

/**
 * Brings what stands there for each posting into the new order.
 * @param width how many elements each posting has
 */
export function joinNumbers<T extends Float64Array | Uint32Array>(
  before: T,
  added: T,
  { size, keptNumbers, addedNumbers }: Renumbering,
  width = 1,
): T {
  const Constructor = before.constructor as new (length: number) => T
  const joined = new Constructor(size * width)
  const place = (from: T, numbers: Int32Array) => {
    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at] ?? -1
      if (number >= 0) for (let i = 0; i < width; i++) joined[number * width + i] = from[at * width + i] ?? 0
    }
  }
  place(before, keptNumbers)
  place(added, addedNumbers)
  return joined
}

/** As `joinNumbers` for a string each. */
export function joinStrings(
  before: PackedStrings,
  added: PackedStrings,
  { size, keptNumbers, addedNumbers }: Renumbering,
): PackedStrings {
  const joined = new Array<string>(size).fill('')
  for (const [old, number] of keptNumbers.entries()) if (number >= 0) joined[number] = stringAt(before, old)
  for (const [at, number] of addedNumbers.entries()) joined[number] = stringAt(added, at)
  return packStrings(joined)
}
