import { describe, expect, it } from 'vitest'
import { parseRetryAfter, planRetry } from '../../src/source/http-retry.ts'

describe('parseRetryAfter', () => {
  const now = Date.UTC(2026, 7, 22, 12, 0, 0)
  it.each([
    ['120', 120_000],
    ['0', 0],
    ['Sat, 22 Aug 2026 12:00:30 GMT', 30_000],
    ['Sat, 22 Aug 2026 11:00:00 GMT', 0],
    ['soon', null],
    ['-5', null],
    ['', null],
    [undefined, null],
  ])('reads %j as %j', (header, ms) => {
    expect(parseRetryAfter(header, now)).toBe(ms)
  })
})

describe('planRetry', () => {
  it('waits longer each time, spread by chance, and at least as long as asked', () => {
    expect([planRetry(1, null, 1), planRetry(2, null, 1), planRetry(1, null, 0)]).toEqual([1000, 2000, 500])
    expect(planRetry(1, 5000, 1)).toBe(5000)
  })

  it('gives up after the last attempt and before a pause of more than a minute', () => {
    expect([planRetry(3, null, 1), planRetry(1, 60_001, 1)]).toEqual([null, null])
  })
})
