import { describe, expect, it } from 'vitest'
import { readCounts, readShare } from './read-figures.ts'

describe('what benchmarks are given', () => {
  it('is a share from 0 to 1', () => {
    expect(['0', '0.01', '1'].map(readShare)).toEqual([0, 0.01, 1])
    for (const text of ['1000', '-0.1', 'all', '', 'NaN'])
      expect(() => readShare(text)).toThrow('a share from 0 to 1')
  })

  it('is one count or several', () => {
    expect(readCounts('10000')).toEqual([10_000])
    expect(readCounts('10000,20000')).toEqual([10_000, 20_000])
    for (const text of ['0', '1.5', '10000,', 'many', '-3'])
      expect(() => readCounts(text)).toThrow('a whole number from 1')
  })
})
