import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bitSetOf, listBits } from '../../src/catalog/bit-set.ts'
import {
  listFigures,
  selectAbove,
  selectBelow,
  selectFrom,
  selectStated,
} from '../../src/catalog/figure-index.ts'

const figure = fc.oneof(fc.constant(Number.NaN), fc.integer({ min: -5, max: 5 }))
const figures = fc.array(figure, { maxLength: 80 }).map(list => Float64Array.from(list))
const placesOf = (list: Float64Array, test: (value: number) => boolean) =>
  [...list.keys()].filter(at => test(list[at] ?? Number.NaN))

describe('figures in their order', () => {
  it('are selected by a bound as by a look at each', () => {
    fc.assert(
      fc.property(figures, fc.integer({ min: -6, max: 6 }), (list, limit) => {
        expect(listBits(selectFrom(list, limit))).toEqual(placesOf(list, value => value >= limit))
        expect(listBits(selectAbove(list, limit))).toEqual(placesOf(list, value => value > limit))
        expect(listBits(selectBelow(list, limit))).toEqual(placesOf(list, value => value < limit))
        expect(listBits(selectStated(list))).toEqual(placesOf(list, value => !Number.isNaN(value)))
      }),
    )
  })

  it('remember a day that was asked for, not another', () => {
    const list = Float64Array.of(1, 2, 3)
    expect([2, 3, 2].map(limit => listBits(selectBelow(list, limit)))).toEqual([[0], [0, 1], [0]])
  })

  it('are listed ascending for some postings', () => {
    const list = Float64Array.of(30, Number.NaN, 10, 20, 10)
    expect([...listFigures(list, bitSetOf(5, [0, 1, 2, 4]))]).toEqual([10, 10, 30])
  })
})
