import type { YearlyRange } from '../catalog/pay-column.ts'
import type { PayBound } from './pay-ask.ts'

/** A pay that is asked for, in US dollars a year. */
export interface YearlyAsk {
  readonly bound: PayBound
  readonly amount: number
  /** The upper end for `between`; NaN else. */
  readonly to: number
}

/** What a range says to an ask; `crossing` is a yes of which a part lies outside of the ask. */
export type PayVerdict = 'yes' | 'crossing' | 'not-stated' | 'no'

/** Rates make 150000.00000000003 out of 150000. */
const TOLERANCE = 1e-9

/** What is at least this reaches an amount. */
export const reachesFrom = (amount: number) => amount * (1 - TOLERANCE)
/** What is above this exceeds an amount. */
export const exceedsFrom = (amount: number) => amount * (1 + TOLERANCE)
/** What is not above this is reached by an amount. */
export const reachesUpTo = (amount: number) => amount / (1 - TOLERANCE)

const reaches = (a: number, b: number) => a >= reachesFrom(b)
const exceeds = (a: number, b: number) => a > exceedsFrom(b)

/** The ends as they count: an open end counts as the number that is stated. */
interface Ends {
  readonly bottom: number
  readonly top: number
  readonly isOpenAbove: boolean
  readonly isOpenBelow: boolean
}

const MATCHERS: Readonly<Record<PayBound, (ends: Ends, ask: YearlyAsk) => PayVerdict>> = {
  over: (ends, { amount }) => {
    if (!exceeds(ends.top, amount)) return ends.isOpenAbove ? 'not-stated' : 'no'
    return exceeds(ends.bottom, amount) ? 'yes' : 'crossing'
  },
  reaches: (ends, { amount }) => {
    if (!reaches(ends.top, amount)) return ends.isOpenAbove ? 'not-stated' : 'no'
    return reaches(ends.bottom, amount) ? 'yes' : 'crossing'
  },
  from: (ends, { amount }) => (reaches(ends.bottom, amount) ? 'yes' : 'no'),
  'at-most': (ends, { amount }) => (reaches(amount, ends.top) ? 'yes' : 'no'),
  between: (ends, { amount, to }) => {
    if (!reaches(ends.top, amount)) return ends.isOpenAbove ? 'not-stated' : 'no'
    if (!reaches(to, ends.bottom)) return ends.isOpenBelow ? 'not-stated' : 'no'
    return reaches(ends.bottom, amount) && reaches(to, ends.top) ? 'yes' : 'crossing'
  },
  stated: () => 'yes',
}

/**
 * Holds a range against an ask.
 * @example matchPay({ low: 150000, high: NaN }, { bound: 'over', amount: 200000, to: NaN }) // "not-stated"
 */
export function matchPay(range: YearlyRange, ask: YearlyAsk): PayVerdict {
  const isOpenAbove = Number.isNaN(range.high)
  const isOpenBelow = Number.isNaN(range.low)
  if (isOpenAbove && isOpenBelow) return ask.bound === 'stated' ? 'no' : 'not-stated'
  const top = isOpenAbove ? range.low : range.high
  const bottom = isOpenBelow ? range.high : range.low
  return MATCHERS[ask.bound]({ bottom, top, isOpenAbove, isOpenBelow }, ask)
}
