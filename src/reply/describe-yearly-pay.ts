import { MESSAGES } from '../messages.ts'
import { describeRange } from '../posting/describe-posting.ts'
import { RATES_AS_OF } from '../posting/pay/currencies.ts'
import { toYearlyDollars } from '../posting/pay/to-yearly-dollars.ts'
import type { Salary } from '../posting/posting.ts'

const ROUNDED_TO = 1000

/**
 * The pay of a year in another currency, rounded to thousands: "about €110,000 – €130,000 a year (rates of 2024-05-01)".
 * @param currency ISO 4217
 * @returns null where the posting already says it so, or a rate is missing
 */
export function describeYearlyPay(salary: Salary, currency: string): string | null {
  if (salary.currency === currency && salary.period === 'year') return null
  const rate = toYearlyDollars(1, currency, 'year')
  const [min, max] = [salary.min, salary.max].map(amount => {
    const dollars = amount === null ? null : toYearlyDollars(amount, salary.currency, salary.period)
    return dollars === null || rate === null ? null : Math.round(dollars / rate / ROUNDED_TO) * ROUNDED_TO
  })
  if (min == null && max == null) return null
  return MESSAGES.aboutYearly(describeRange(min ?? null, max ?? null, currency), RATES_AS_OF)
}
