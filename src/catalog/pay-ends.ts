import { type BitSet, subtract } from './bit-set.ts'
import { selectStated } from './figure-index.ts'
import type { PayColumn } from './pay-column.ts'

/** The ends of all pay ranges as they count: an open end counts as the number that is stated. In US dollars a year, NaN where none is stated. */
export interface PayEnds {
  readonly bottom: Float64Array
  readonly middle: Float64Array
  readonly top: Float64Array
  readonly stated: BitSet
  readonly isOpenBelow: BitSet
  readonly isOpenAbove: BitSet
}

const known = new WeakMap<PayColumn, PayEnds>()

/** The ends of a pay column; made once for each. */
export function payEndsOf(column: PayColumn): PayEnds {
  const made = known.get(column)
  if (made) return made
  const { low, high } = column
  const bottom = low.map((each, at) => (Number.isNaN(each) ? (high[at] ?? Number.NaN) : each))
  const top = high.map((each, at) => (Number.isNaN(each) ? (low[at] ?? Number.NaN) : each))
  const stated = selectStated(top)
  const ends = {
    bottom,
    middle: bottom.map((each, at) => (each + (top[at] ?? Number.NaN)) / 2),
    top,
    stated,
    isOpenBelow: subtract(stated, selectStated(low)),
    isOpenAbove: subtract(stated, selectStated(high)),
  }
  known.set(column, ends)
  return ends
}
