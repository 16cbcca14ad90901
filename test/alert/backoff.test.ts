import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeBackoff } from '../../src/alert/backoff.ts'

describe('computeBackoff', () => {
  it('waits twice as long each time, up to five minutes', () => {
    expect([1, 2, 3, 9, 99].map(tries => computeBackoff(tries, 0, 0.5))).toEqual([
      2000, 4000, 8000, 300_000, 300_000,
    ])
  })

  it('never undercuts what the platform asks for', () => {
    fc.assert(
      fc.property(
        fc.nat(50),
        fc.nat(3_600_000),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (tries, afterMs, random) => {
          expect(computeBackoff(tries, afterMs, random)).toBeGreaterThanOrEqual(afterMs)
        },
      ),
    )
  })

  it('sends those who wait at different moments', () => {
    expect(computeBackoff(1, 60_000, 0)).not.toBe(computeBackoff(1, 60_000, 1))
    expect(computeBackoff(1, 0, 0)).not.toBe(computeBackoff(1, 0, 1))
  })
})
