import { type BitSet, countBits, unite } from '../catalog/bit-set.ts'
import type { Catalog } from '../catalog/catalog.ts'
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
export function summariseCatalog({ size, columns }: Catalog, loads: readonly LoadedSource[]): CatalogSummary {
  const share = (stated: BitSet) => (size === 0 ? 0 : countBits(stated) / size)
  const { country, region, state, city } = columns
  return {
    size,
    sources: loads.map(({ source: { id, name }, keys, rejected }) => ({
      id,
      name,
      postings: keys.length,
      rejected: rejected.length,
    })),
    payShare: share(columns.payCurrency.stated),
    placeShare: share([region, state, city].reduce((all, { stated }) => unite(all, stated), country.stated)),
    companyShare: share(columns.company.stated),
  }
}
