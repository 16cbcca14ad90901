import type { Catalog } from '../catalog/catalog.ts'
import type { MergedPosting } from '../catalog/merge-duplicates.ts'
import type { LoadedSource } from './loaded-source.ts'

/** What one source gave, in figures. */
export interface SourceCount {
  readonly id: string
  readonly name: string
  readonly postings: number
  readonly rejected: number
}

/** A catalog in figures; shares are from 0 to 1. */
export interface CatalogSummary {
  /** Distinct postings. */
  readonly size: number
  readonly sources: readonly SourceCount[]
  readonly payShare: number
  readonly placeShare: number
  readonly companyShare: number
}

/** Counts what a catalog and its sources hold. */
export function summariseCatalog({ entries }: Catalog, loads: readonly LoadedSource[]): CatalogSummary {
  const share = (states: (entry: MergedPosting) => boolean) =>
    entries.length === 0 ? 0 : entries.filter(states).length / entries.length
  return {
    size: entries.length,
    sources: loads.map(({ source: { id, name }, postings, rejected }) => ({
      id,
      name,
      postings: postings.length,
      rejected: rejected.length,
    })),
    payShare: share(({ posting }) => posting.salary !== null),
    placeShare: share(
      ({ posting: { countries, regions, states, cities } }) =>
        countries.length + regions.length + states.length + cities.length > 0,
    ),
    companyShare: share(({ posting }) => posting.company !== null),
  }
}
