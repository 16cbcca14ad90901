import { type Catalog, createCatalogInSteps } from '../catalog/catalog.ts'
import type { Breathe } from './breathe.ts'
import type { LoadedSource } from './loaded-source.ts'

/** Makes a catalog of what sources gave; needs nothing else, so that it can be done elsewhere than in this thread. */
export type BuildCatalog = (loads: readonly LoadedSource[]) => Promise<Catalog>

/** Builds in this thread, step by step, so that questions are answered meanwhile. */
export function createBuilder(breathe: Breathe): BuildCatalog {
  return async loads => {
    const maxAgeDays = new Map(loads.map(({ source }) => [source.name, source.maxAgeDays]))
    const postings = loads.flatMap(load => load.postings)
    const steps = createCatalogInSteps(postings, { maxAgeDays })
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
      await breathe()
    }
  }
}
