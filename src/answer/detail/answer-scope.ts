import type { Catalog } from '../../catalog/catalog.ts'
import type { Posting } from '../../posting/posting.ts'
import type { DetailAsk } from '../../query/detail/detail-ask.ts'

/** What a posting says: a sentence in our words, and the quotes that prove it. */
export interface Said {
  readonly lead: string
  readonly quotes: readonly string[]
}

/** What is known while one posting is asked. */
export interface AnswerScope {
  readonly catalog: Catalog
  /** The posting's number in the catalog. */
  readonly number: number
  readonly posting: Posting
  readonly ask: DetailAsk
  readonly now: Date
}
