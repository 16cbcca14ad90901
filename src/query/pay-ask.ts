import type { PayPeriod } from '../posting/vocabulary.ts'

/** How a pay is bounded; what each means is in the contract under "Pay". */
export type PayBound = 'over' | 'reaches' | 'from' | 'at-most' | 'between' | 'stated'

/** A pay that a question asks for. */
export interface PayAsk {
  readonly bound: PayBound
  /** In units of the currency; the lower end for `between`, 0 for `stated`. */
  readonly amount: number
  /** The upper end for `between`, else null. */
  readonly to: number | null
  /** ISO 4217; null until the whole question is known. */
  readonly currency: string | null
  readonly period: PayPeriod
  /** True for "base": total compensation and on-target earnings do not count. */
  readonly isBase: boolean
}

/** Asks that a pay is stated at all. */
export const STATED_PAY: PayAsk = {
  bound: 'stated',
  amount: 0,
  to: null,
  currency: null,
  period: 'year',
  isBase: false,
}
