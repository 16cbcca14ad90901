import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pickFirst } from '../../src/answer/pick-first.ts'

const byLastDigit = (a: number, b: number) => (a % 10) - (b % 10) || a - b

describe('pickFirst', () => {
  it('gives what sorting all of them would give first', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(5000)), fc.nat(40), (numbers, most) => {
        expect(pickFirst(numbers, byLastDigit, most)).toEqual(numbers.toSorted(byLastDigit).slice(0, most))
      }),
    )
  })
})
