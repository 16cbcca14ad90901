import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bitSetOf,
  complement,
  countBits,
  hasBit,
  intersect,
  intersectAll,
  listBits,
  subtract,
  takeOut,
  unite,
  uniteAll,
} from '../../src/catalog/bit-set.ts'

const SIZE = 100
const numbers = fc.uniqueArray(fc.integer({ min: 0, max: SIZE - 1 }))
const ascending = (list: Iterable<number>) => [...new Set(list)].sort((a, b) => a - b)

describe('a bit set', () => {
  it('behaves like a set of numbers', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const [first, second] = [bitSetOf(SIZE, a), bitSetOf(SIZE, b)]
        expect(listBits(first)).toEqual(ascending(a))
        expect(countBits(first)).toBe(a.length)
        expect(listBits(unite(first, second))).toEqual(ascending([...a, ...b]))
        expect(listBits(intersect(first, second))).toEqual(ascending(a.filter(n => b.includes(n))))
        expect(listBits(subtract(first, second))).toEqual(ascending(a.filter(n => !b.includes(n))))
        expect(countBits(complement(first))).toBe(SIZE - a.length)
        expect(a.every(n => hasBit(first, n))).toBe(true)
      }),
    )
  })

  it('takes sets out one after the other, and counts what each took', () => {
    fc.assert(
      fc.property(numbers, fc.array(numbers, { maxLength: 3 }), (all, others) => {
        const left = bitSetOf(SIZE, all)
        const rest = new Set(all)
        const taken = others.map(other => other.filter(number => rest.delete(number)).length)
        expect(
          takeOut(
            left,
            others.map(other => bitSetOf(SIZE, other)),
          ),
        ).toEqual(taken)
        expect(listBits(left)).toEqual(ascending(rest))
      }),
    )
  })

  it('is united and intersected with any number of others', () => {
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 4 }), lists => {
        const sets = lists.map(list => bitSetOf(SIZE, list))
        const [first = [], ...others] = lists
        const common = first.filter(number => others.every(other => other.includes(number)))
        expect(listBits(uniteAll(SIZE, sets))).toEqual(ascending(lists.flat()))
        expect(listBits(intersectAll(SIZE, sets))).toEqual(
          ascending(lists.length === 0 ? Array(SIZE).keys() : common),
        )
        expect(sets.map(set => listBits(set))).toEqual(lists.map(ascending))
      }),
    )
  })

  it('holds nothing outside of its size', () => {
    expect(listBits(bitSetOf(33, [-1, 32, 33, 64]))).toEqual([32])
    expect(countBits(complement(bitSetOf(33, [])))).toBe(33)
    expect(listBits(complement(bitSetOf(0, [])))).toEqual([])
  })
})
