import { describe, expect, it } from 'vitest'
import type { Salary } from '../../src/posting/posting.ts'
import { describeYearlyPay } from '../../src/reply/describe-yearly-pay.ts'

const salary: Salary = { min: 100_000, max: 120_000, currency: 'USD', period: 'year', kind: null, zones: [] }

describe('describeYearlyPay', () => {
  it('says nothing where the posting already says it', () => {
    expect(describeYearlyPay(salary, 'USD')).toBeNull()
  })

  it('says that it is about so much, in the currency of the reader, with the day of the rates', () => {
    const said = describeYearlyPay(salary, 'EUR')
    expect(said).toMatch(/^about €\d{2,3},000 – €\d{2,3},000 a year \(rates of \d{4}-\d{2}-\d{2}\)$/)
  })

  it('makes a year out of hours', () => {
    const said = describeYearlyPay({ ...salary, min: 50, max: null, period: 'hour' }, 'USD')
    expect(said).toMatch(/about .*\$(?:9\d|10\d),000/)
  })

  it('says nothing where a rate is missing or no amount is stated', () => {
    expect(describeYearlyPay(salary, 'XXX')).toBeNull()
    expect(describeYearlyPay({ ...salary, currency: 'XXX' }, 'EUR')).toBeNull()
    expect(describeYearlyPay({ ...salary, min: null, max: null }, 'EUR')).toBeNull()
  })
})
