import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bitSetOf, hasBit } from '../../src/catalog/bit-set.ts'
import { countLargest, countValues } from '../../src/catalog/count-values.ts'
import { createValueColumn, postingsWith } from '../../src/catalog/value-column.ts'

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f']
const values = fc.array(fc.subarray(NAMES), { minLength: 1, maxLength: 90 })

function countByHand(list: readonly (readonly string[])[], chosen: readonly number[]) {
  const total = (name: string) => chosen.filter(at => list[at]?.includes(name)).length
  return NAMES.map(name => [name, total(name)] as const)
    .filter(([, count]) => count > 0)
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
}

describe('counting values', () => {
  it('counts in a set of any size what a look at each posting counts', () => {
    fc.assert(
      fc.property(values, fc.array(fc.nat(89)), fc.integer({ min: 1, max: 3 }), (list, picked, most) => {
        const chosen = [...new Set(picked)].filter(at => at < list.length)
        const column = createValueColumn(list)
        const set = bitSetOf(list.length, chosen)
        const counted = countByHand(list, chosen)
        expect(countValues(column, set)).toEqual(counted)
        const parts = counted.filter(([, total]) => total < chosen.length)
        expect(countLargest(column, set, most)).toEqual(parts.slice(0, most))
      }),
    )
  })

  it('finds the postings of frequent and of rare values', () => {
    const list = Array.from({ length: 100 }, (_, at) => (at % 2 === 0 ? ['even'] : at === 33 ? ['rare'] : []))
    const found = postingsWith(createValueColumn(list), ['even', 'rare', 'nowhere'])
    expect(list.map((_, at) => hasBit(found, at))).toEqual(list.map(({ length }) => length > 0))
  })
})
