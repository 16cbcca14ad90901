import type { PayPeriod } from '../vocabulary.ts'
import { usdPerUnit } from './currencies.ts'

/** How many of a period make a working year: 2080 hours, 260 days, 52 weeks, 12 months. */
const PER_YEAR: Readonly<Record<PayPeriod, number>> = { year: 1, month: 12, week: 52, day: 260, hour: 2080 }

/**
 * US dollars a year for an amount of a currency a period; null where the currency is not in the table.
 * @example toYearlyDollars(50, 'USD', 'hour') // 104000
 */
export function toYearlyDollars(amount: number, currency: string, period: PayPeriod): number | null {
  const rate = usdPerUnit(currency)
  return rate === null ? null : amount * PER_YEAR[period] * rate
}
