import { type BitSet, complement, subtract } from './bit-set.ts'
import { deriveTable } from './derived-table.ts'
import { figureOrder, selectStated } from './figure-index.ts'
import type { PayColumn } from './pay-column.ts'
import type { Steps } from './steps.ts'

/** The ends of all pay ranges as they count: an open end counts as the number that is stated. In US dollars a year, NaN where none is stated. */
export interface PayEnds {
  readonly bottom: Float64Array
  readonly middle: Float64Array
  readonly top: Float64Array
  readonly stated: BitSet
  readonly silent: BitSet
  readonly isOpenBelow: BitSet
  readonly isOpenAbove: BitSet
}

/** The ends of a pay column. */
export const payEnds = deriveTable(function* (column: PayColumn): Steps<PayEnds> {
  const { low, high } = column
  const bottom = low.map((each, at) => (Number.isNaN(each) ? (high[at] ?? Number.NaN) : each))
  const top = high.map((each, at) => (Number.isNaN(each) ? (low[at] ?? Number.NaN) : each))
  const middle = bottom.map((each, at) => (each + (top[at] ?? Number.NaN)) / 2)
  yield
  for (const figures of [low, high, bottom, middle, top]) yield* figureOrder.prepare(figures)
  const stated = selectStated(top)
  return {
    ...{ bottom, middle, top, stated, silent: complement(stated) },
    isOpenBelow: subtract(stated, selectStated(low)),
    isOpenAbove: subtract(stated, selectStated(high)),
  }
})
