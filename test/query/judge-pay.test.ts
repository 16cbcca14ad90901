import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasBit } from '../../src/catalog/bit-set.ts'
import { judgePay, moveTo } from '../../src/query/judge-pay.ts'
import { matchPay } from '../../src/query/match-pay.ts'

const NO_ZONES = new Map()
const end = fc.oneof(
  fc.constant(Number.NaN),
  fc.integer({ min: 1, max: 30 }).map(tens => tens * 10_000),
)
const ask = fc.record({
  bound: fc.constantFrom('over', 'reaches', 'from', 'at-most', 'between', 'stated'),
  amount: fc.integer({ min: 1, max: 30 }).map(tens => tens * 10_000),
  to: fc.integer({ min: 1, max: 30 }).map(tens => tens * 10_000),
} as const)

describe('judgePay', () => {
  it('says of all ranges what matchPay says of each', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(end, end), { maxLength: 70 }), ask, (ranges, asked) => {
        const low = Float64Array.from(ranges, ([each]) => each)
        const high = Float64Array.from(ranges, ([, each]) => each)
        const sets = judgePay({ low, high, zones: NO_ZONES }, asked)
        ranges.forEach(([bottom, top], posting) => {
          const verdict = matchPay({ low: bottom, high: top }, asked)
          expect([
            hasBit(sets.within, posting),
            hasBit(sets.crossing, posting),
            hasBit(sets.notStated, posting),
          ]).toEqual([verdict === 'yes', verdict === 'crossing', verdict === 'not-stated'])
        })
      }),
    )
  })

  it('hands out sets in which a posting can be moved without changing what is said next', () => {
    const column = { low: Float64Array.of(50_000), high: Float64Array.of(90_000), zones: NO_ZONES }
    const asked = { bound: 'stated', amount: 0, to: Number.NaN } as const
    moveTo(judgePay(column, asked), 0, 'no')
    expect(hasBit(judgePay(column, asked).within, 0)).toBe(true)
  })
})
