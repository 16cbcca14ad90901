import type { Catalog } from '../catalog/catalog.ts'
import { computeRevision } from '../catalog/compute-revision.ts'
import { type CatalogCandidate, findLatestLoad } from './catalog-state.ts'
import { summariseCatalog } from './catalog-summary.ts'
import type { LoadedSource } from './loaded-source.ts'

/** A catalog with what is to be known of it before it may be in force. */
export function makeCandidate(
  id: string,
  whole: Catalog,
  loads: readonly LoadedSource[],
  at: Date,
): CatalogCandidate {
  return {
    id,
    whole,
    loads,
    summary: summariseCatalog(whole, loads),
    revision: computeRevision(whole),
    loadedAt: findLatestLoad(loads) ?? at,
    comparedAt: at,
  }
}
