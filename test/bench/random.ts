import { createHash } from 'node:crypto'

/** A source of choices that are the same for the same seed. */
export interface Random {
  /** A whole number from 0 up to but without `limit`. */
  below(limit: number): number
  /** True in `share` of the cases (0 to 1). */
  isIn(share: number): boolean
  pick<T>(items: readonly T[]): T
}

/** Makes a source of choices (xorshift32, Marsaglia 2003) out of any text. */
export function createRandom(seed: string): Random {
  let state = createHash('sha256').update(seed).digest().readUInt32LE() || 1
  const next = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    isIn: share => next() < share,
    pick(items) {
      const item = items[below(items.length)]
      if (item === undefined) throw new RangeError('there is nothing to pick from')
      return item
    },
  }
}
