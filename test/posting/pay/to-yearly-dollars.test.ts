import { describe, expect, it } from 'vitest'
import { usdPerUnit } from '../../../src/posting/pay/currencies.ts'
import { toYearlyDollars } from '../../../src/posting/pay/to-yearly-dollars.ts'

describe('toYearlyDollars', () => {
  it('counts 2080 hours, 260 days, 52 weeks and 12 months a year', () => {
    expect(toYearlyDollars(50, 'USD', 'hour')).toBe(104_000)
    expect(toYearlyDollars(400, 'USD', 'day')).toBe(104_000)
    expect(toYearlyDollars(2_000, 'USD', 'week')).toBe(104_000)
    expect(toYearlyDollars(5_000, 'USD', 'month')).toBe(60_000)
  })

  it('converts by the dated table', () => {
    expect(toYearlyDollars(1, 'EUR', 'year')).toBe(usdPerUnit('EUR'))
  })

  it('says nothing of a currency that the table lacks', () => {
    expect(toYearlyDollars(1, 'XYZ', 'year')).toBeNull()
  })
})
