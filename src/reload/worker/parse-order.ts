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
  /** One number, shared: of how many documents the thread began to read. It may end before it tells what it read. */
  readonly begun: Int32Array
}

/** What such a thread says: once that it is there, then the records of its orders, several at a time, in their order. */
export type ParseReport =
  | { readonly type: 'ready' }
  | { readonly type: 'read'; readonly records: readonly ArchiveRecord[] }
