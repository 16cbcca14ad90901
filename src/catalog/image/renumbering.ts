import { joinRanges, type PackedStrings } from './packed-strings.ts'

/** How postings are numbered after some went and others came. */
export interface Renumbering {
  /** How many there are now. */
  readonly size: number
  /** The new number of each old posting, ascending; -1 for those that went. */
  readonly keptNumbers: Int32Array
  /** The new number of each posting that came, ascending. */
  readonly addedNumbers: Int32Array
  /** The same the other way round: which postings stand one after the other now. */
  readonly stretches: readonly Stretch[]
}

/** Postings that stood side by side, and do: from one number up to another, which is not among them. */
export interface Stretch {
  /** False for old ones. */
  readonly isAdded: boolean
  readonly from: number
  readonly to: number
}

/** Lists which postings stand one after the other now. */
export function listStretches(keptNumbers: Int32Array, addedNumbers: Int32Array): readonly Stretch[] {
  const stretches: { isAdded: boolean; from: number; to: number }[] = []
  const push = (isAdded: boolean, at: number) => {
    const last = stretches.at(-1)
    if (last?.isAdded === isAdded && last.to === at) last.to++
    else stretches.push({ isAdded, from: at, to: at + 1 })
  }
  let added = 0
  keptNumbers.forEach((number, old) => {
    if (number < 0) return
    while (added < addedNumbers.length && (addedNumbers[added] ?? 0) < number) push(true, added++)
    push(false, old)
  })
  while (added < addedNumbers.length) push(true, added++)
  return stretches
}

/**
 * Brings what stands there for each posting into the new order.
 * @param width how many elements each posting has
 */
export function joinNumbers<T extends Float64Array | Uint32Array>(
  before: T,
  added: T,
  { size, stretches }: Pick<Renumbering, 'size' | 'stretches'>,
  width = 1,
): T {
  const Constructor = before.constructor as new (length: number) => T
  const joined = new Constructor(size * width)
  let place = 0
  for (const { isAdded, from, to } of stretches) {
    joined.set((isAdded ? added : before).subarray(from * width, to * width), place)
    place += (to - from) * width
  }
  return joined
}

/** As `joinNumbers` for a string each. */
export function joinStrings(
  before: PackedStrings,
  added: PackedStrings,
  { stretches }: Pick<Renumbering, 'stretches'>,
): PackedStrings {
  return joinRanges(stretches.map(({ isAdded, from, to }) => ({ list: isAdded ? added : before, from, to })))
}
