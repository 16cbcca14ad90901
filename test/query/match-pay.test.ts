import { describe, expect, it } from 'vitest'
import { matchPay } from '../../src/query/match-pay.ts'
import type { PayBound } from '../../src/query/pay-ask.ts'

const OPEN = Number.NaN
const match = (low: number, high: number, bound: PayBound, amount: number, to = OPEN) =>
  matchPay({ low, high }, { bound, amount, to })

describe('matchPay', () => {
  it.each([
    [150, 210, 'over', 200, 'crossing'],
    [201, 210, 'over', 200, 'yes'],
    [150, 200, 'over', 200, 'no'],
    [150, 200, 'reaches', 200, 'crossing'],
    [150, 199, 'reaches', 200, 'no'],
    [150, 300, 'from', 150, 'yes'],
    [149, 300, 'from', 150, 'no'],
    [90, 100, 'at-most', 100, 'yes'],
    [90, 101, 'at-most', 100, 'no'],
  ] as const)('holds %d–%d against %s %d', (low, high, bound, amount, verdict) => {
    expect(match(low, high, bound, amount)).toBe(verdict)
  })

  it('counts an open end as the number that is stated, and beyond it as not stated', () => {
    expect(match(150, OPEN, 'over', 140)).toBe('yes')
    expect(match(150, OPEN, 'over', 200)).toBe('not-stated')
    expect(match(OPEN, 150, 'from', 140)).toBe('yes')
    expect(match(OPEN, 150, 'over', 200)).toBe('no')
    expect(match(90, OPEN, 'at-most', 100)).toBe('yes')
  })

  it('takes ranges that overlap for between', () => {
    expect(match(90, 110, 'between', 100, 150)).toBe('crossing')
    expect(match(110, 140, 'between', 100, 150)).toBe('yes')
    expect(match(160, 200, 'between', 100, 150)).toBe('no')
    expect(match(80, OPEN, 'between', 100, 150)).toBe('not-stated')
    expect(match(OPEN, 200, 'between', 100, 150)).toBe('not-stated')
  })

  it('says nothing of a posting without pay, but that it states none', () => {
    expect(match(OPEN, OPEN, 'over', 1)).toBe('not-stated')
    expect(match(OPEN, OPEN, 'stated', 0)).toBe('no')
  })

  it('does not trip over rates', () => {
    expect(match(0.1 + 0.2, 0.3, 'reaches', 0.3)).toBe('yes')
    expect(match(0.3, 0.1 + 0.2, 'over', 0.3)).toBe('no')
  })
})
