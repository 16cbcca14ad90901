import type { ArchiveRecord } from '../../catalog/archive/archive-record.ts'
import type { Provenance } from '../../posting/parse-posting.ts'
import type { SourceDocument } from '../../source/source.ts'

/** A document to be read in a thread of its own. */
export interface ParseOrder {
  /** The key of its record. */
  readonly key: string
  readonly document: SourceDocument
  readonly provenance: Provenance
}

/** What such a thread is told as it starts. */
export interface ParseSetting {
  /** True where memory is short. */
  readonly isFrugal: boolean
}

/** What such a thread says: once that it is there, then one record an order, in their order. */
export type ParseReport =
  | { readonly type: 'ready' }
  | { readonly type: 'read'; readonly record: ArchiveRecord }
