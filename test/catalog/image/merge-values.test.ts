import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeValues } from '../../../src/catalog/image/merge-values.ts'
import { listStrings, packStrings } from '../../../src/catalog/image/packed-strings.ts'

const values = fc.uniqueArray(fc.string({ unit: 'binary', maxLength: 3 }), { maxLength: 60 })
const sort = (list: Iterable<string>) => [...list].sort()

describe('mergeValues', () => {
  it('joins any two ascending lists, and says where each value stands in either', () => {
    fc.assert(
      fc.property(values, values, values, (left, right, dropped) => {
        const [a, b] = [sort(left), sort(right)]
        const asked: string[] = []
        const merged = mergeValues(packStrings(a), packStrings(b), (i, j) => {
          const value = a[i] ?? b[j] ?? 'nowhere'
          expect([i, j]).toEqual([a.indexOf(value), b.indexOf(value)])
          asked.push(value)
          return !dropped.includes(value)
        })
        const all = sort(new Set([...a, ...b]))
        expect(asked).toEqual(all)
        const kept = all.filter(value => !dropped.includes(value))
        expect(listStrings(merged)).toEqual(kept)
        expect(merged).toEqual(packStrings(kept))
      }),
    )
  })
})
