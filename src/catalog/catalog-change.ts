import type { PostingField } from '../posting/posting.ts'
import type { Catalog } from './catalog.ts'

/** A posting whose facts are others than before. */
export interface ChangedPosting {
  readonly postingId: string
  readonly fields: readonly PostingField[]
}

/** What became different when one catalog took the place of another; ids are those of merged postings. */
export interface CatalogChange {
  /** Why: the first load after a start, a reload, the undo of one, or something hidden or shown again. */
  readonly cause: 'start' | 'reload' | 'undo' | 'hide'
  readonly at: Date
  /** null where there was none. */
  readonly before: Catalog | null
  readonly after: Catalog
  readonly added: readonly string[]
  readonly changed: readonly ChangedPosting[]
  /** No longer in their source, hidden, or past their closing date. */
  readonly gone: readonly string[]
}
