import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pickFirst } from '../../src/answer/pick-first.ts'
import { bitSetOf } from '../../src/catalog/bit-set.ts'

const SIZE = 5000
const byLastDigit = (posting: number) => posting % 10
const byNothing = () => Number.POSITIVE_INFINITY
const byLength = (posting: number) => -String(posting).length

describe('pickFirst', () => {
  it('gives what sorting all of them would give first', () => {
    const figures = fc.subarray([byLastDigit, byNothing, byLength], { minLength: 0 })
    const numbers = fc.uniqueArray(fc.nat(SIZE - 1))
    const most = fc.oneof(fc.nat(40), fc.integer({ min: 501, max: 600 }))
    fc.assert(
      fc.property(numbers, figures, most, (numbers, figures, most) => {
        const sorted = numbers.toSorted((a, b) => {
          for (const figure of figures) if (figure(a) !== figure(b)) return figure(a) < figure(b) ? -1 : 1
          return a - b
        })
        expect(pickFirst(bitSetOf(SIZE, numbers), figures, most)).toEqual(sorted.slice(0, most))
      }),
    )
  })
})
