import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitPlan } from '../../src/alert/split-plan.ts'
import { runSteps } from '../../src/catalog/steps.ts'
import type { LedgerPlan } from '../../src/store/store.ts'

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const about = fc.array(id.map(postingId => ({ postingId }) as never))
const plan = fc
  .record({ sightings: about, deliveries: about, stopped: about, outcomes: about, revived: fc.array(id) })
  .map((lists): LedgerPlan => ({ at: new Date(0), sources: ['board'], ...lists }))

const LISTS = ['sightings', 'deliveries', 'stopped', 'outcomes', 'revived'] as const
const idOf = (item: string | { readonly postingId: string }) =>
  typeof item === 'string' ? item : item.postingId
const idsOf = (part: LedgerPlan) => new Set(LISTS.flatMap(name => part[name].map(idOf)))

describe('splitPlan', () => {
  it('keeps all about one posting together, and every row once and in its order', () => {
    fc.assert(
      fc.property(plan, fc.integer({ min: 1, max: 9 }), (whole, rows) => {
        const parts = runSteps(splitPlan(whole, rows))
        const ids = parts.flatMap(part => [...idsOf(part)])
        expect(ids).toHaveLength(new Set(ids).size)
        for (const name of LISTS)
          for (const one of new Set(ids))
            expect(parts.flatMap<unknown>(part => part[name].filter(item => idOf(item) === one))).toEqual(
              whole[name].filter(item => idOf(item) === one),
            )
      }),
    )
  })

  it('names the sources in the last part alone', () => {
    fc.assert(
      fc.property(plan, fc.integer({ min: 1, max: 9 }), (whole, rows) => {
        const sources = runSteps(splitPlan(whole, rows)).map(part => part.sources)
        expect(sources.at(-1)).toEqual(['board'])
        expect(sources.slice(0, -1).flat()).toEqual([])
      }),
    )
  })
})
