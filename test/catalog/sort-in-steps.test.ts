import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sortInSteps } from '../../src/catalog/sort-in-steps.ts'
import { runSteps } from '../../src/catalog/steps.ts'

interface Item {
  readonly key: number
  readonly at: number
}

const byKey = (a: Item, b: Item) => a.key - b.key

describe('sortInSteps', () => {
  it('sorts as toSorted does, equals in the order they came in', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 3000, size: 'max' }), keys => {
        const items = keys.map((key, at): Item => ({ key, at }))
        expect(runSteps(sortInSteps(items, byKey))).toEqual(items.toSorted(byKey))
      }),
      { numRuns: 20 },
    )
  })

  it('lets others run in between', () => {
    const items = Array.from({ length: 20_000 }, (_, at): Item => ({ key: (at * 7919) % 20_011, at }))
    const steps = sortInSteps(items, byKey)
    let count = 0
    while (!steps.next().done) count++
    expect(count).toBeGreaterThan(40)
  })
})
