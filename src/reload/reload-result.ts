import type { CatalogSummary } from './catalog-summary.ts'
import type { CatalogDiff } from './diff-catalogs.ts'
import type { Doubt } from './guard.ts'

/** A document that is no posting, or that could not be read. */
export interface RejectedDocument {
  readonly sourceName: string
  readonly path: string
  readonly reason: string
}

/** A source that could not be read; what it gave before is kept. */
export interface FailedSource {
  readonly name: string
  readonly reason: string
  /** How many postings are kept of it. */
  readonly kept: number
  readonly error: unknown
}

/** What came of reading the sources anew. */
export interface ReloadResult {
  /**
   * `swapped`: the new catalog is in force. `unchanged`: it is, and says the same. `held`: an admin is asked first.
   * `dry-run`: nothing was changed.
   */
  readonly outcome: 'swapped' | 'unchanged' | 'held' | 'dry-run'
  readonly at: Date
  /** Who asked for it. */
  readonly by: string
  readonly durationMs: number
  /** Names the new catalog. */
  readonly revision: string
  /** True where there was no catalog before. */
  readonly isFirst: boolean
  readonly summary: CatalogSummary
  readonly diff: CatalogDiff
  readonly doubts: readonly Doubt[]
  readonly rejected: readonly RejectedDocument[]
  readonly failures: readonly FailedSource[]
  /** Titles of postings in the diff by their ids, for the first few. */
  readonly titles: ReadonlyMap<string, string>
}

/** A catalog that waits for an admin's word. */
export interface HeldReload {
  readonly result: ReloadResult
  /** When an admin was asked last. */
  readonly askedAt: Date
}
