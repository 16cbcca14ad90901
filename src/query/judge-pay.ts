import {
  addBit,
  type BitSet,
  createBitSet,
  intersect,
  removeBit,
  subtract,
  unite,
} from '../catalog/bit-set.ts'
import { selectAbove, selectFrom } from '../catalog/figure-index.ts'
import type { PayColumn } from '../catalog/pay-column.ts'
import { type PayEnds, payEnds } from '../catalog/pay-ends.ts'
import { exceedsFrom, reachesFrom, reachesUpTo, type YearlyAsk } from './match-pay.ts'
import type { PayBound } from './pay-ask.ts'

/** What all ranges say to an ask, as `matchPay` says it of one; those in none say no. */
export interface PaySets {
  /** Wholly within the ask. */
  readonly within: BitSet
  /** A part lies outside of the ask. */
  readonly crossing: BitSet
  readonly notStated: BitSet
}

type Judge = (ends: PayEnds, ask: YearlyAsk) => PaySets

/** A lower bound: the top has to meet it; where it does not, an open end may. */
function judgeLower(
  { top, bottom, isOpenAbove }: PayEnds,
  select: (values: Float64Array) => BitSet,
): PaySets {
  const met = select(top)
  const within = intersect(met, select(bottom))
  return { within, crossing: subtract(met, within), notStated: subtract(isOpenAbove, met) }
}

const JUDGES: Readonly<Record<PayBound, Judge>> = {
  over: (ends, { amount }) => judgeLower(ends, values => selectAbove(values, exceedsFrom(amount))),
  reaches: (ends, { amount }) => judgeLower(ends, values => selectFrom(values, reachesFrom(amount))),
  from: ({ bottom }, { amount }) => onlyWithin(selectFrom(bottom, reachesFrom(amount))),
  'at-most': ({ top, stated }, { amount }) =>
    onlyWithin(subtract(stated, selectAbove(top, reachesUpTo(amount)))),
  between: ({ top, bottom, isOpenAbove, isOpenBelow, stated }, { amount, to }) => {
    const reached = selectFrom(top, reachesFrom(amount))
    const begun = subtract(stated, selectAbove(bottom, reachesUpTo(to)))
    const met = intersect(reached, begun)
    const ended = subtract(met, selectAbove(top, reachesUpTo(to)))
    const within = intersect(ended, selectFrom(bottom, reachesFrom(amount)))
    const notReached = subtract(isOpenAbove, reached)
    const notBegun = subtract(intersect(reached, isOpenBelow), begun)
    return { within, crossing: subtract(met, within), notStated: unite(notReached, notBegun) }
  },
  stated: ({ stated }) => onlyWithin(stated),
}

/** Sets of their own, because postings with zones are moved between them. */
function onlyWithin(within: BitSet): PaySets {
  const { size } = within
  return {
    within: unite(within, createBitSet(size)),
    crossing: createBitSet(size),
    notStated: createBitSet(size),
  }
}

/** Holds the ranges of all postings against an ask, by the order of their ends. */
export function judgePay(column: PayColumn, ask: YearlyAsk): PaySets {
  const ends = payEnds.of(column)
  const sets = JUDGES[ask.bound](ends, ask)
  if (ask.bound === 'stated') return sets
  return { ...sets, notStated: unite(sets.notStated, ends.silent) }
}

/** Files a posting anew whose own zone decides instead of its range. */
export function moveTo(
  { within, crossing, notStated }: PaySets,
  posting: number,
  verdict: keyof PaySets | 'no',
): void {
  const sets = { within, crossing, notStated }
  removeBit(within, posting)
  removeBit(crossing, posting)
  removeBit(notStated, posting)
  if (verdict !== 'no') addBit(sets[verdict], posting)
}
