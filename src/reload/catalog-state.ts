import type { Catalog } from '../catalog/catalog.ts'
import type { CatalogSummary } from './catalog-summary.ts'
import type { LoadedSource } from './loaded-source.ts'

/** A catalog that is or was in force. */
export interface CatalogState {
  /** Names it among all that were ever made; two that say the same differ in it. */
  readonly id: string
  /** Of all postings, also of those that are hidden. */
  readonly whole: Catalog
  /** What answers. */
  readonly catalog: Catalog
  readonly loads: readonly LoadedSource[]
  readonly summary: CatalogSummary
  readonly revision: string
  /** When a source was read whole last. */
  readonly loadedAt: Date
  /** When it was compared with the one before: what closed until then is known to be gone. */
  readonly comparedAt: Date
}

/** A catalog that is not in force yet. */
export type CatalogCandidate = Omit<CatalogState, 'catalog'>

/** When a source was read whole last; null where none ever was. */
export function findLatestLoad(loads: readonly LoadedSource[]): Date | null {
  return loads.reduce<Date | null>(
    (latest, { loadedAt }) =>
      latest === null || (loadedAt !== null && loadedAt > latest) ? loadedAt : latest,
    null,
  )
}
