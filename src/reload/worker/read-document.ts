import { type ArchiveRecord, encodeRecord } from '../../catalog/archive/archive-record.ts'
import { parsePosting } from '../../posting/parse-posting.ts'
import type { ParseOrder } from './parse-order.ts'

/** Reads one document into a record of the archive. */
export function readDocument({ key, document, provenance }: ParseOrder): ArchiveRecord {
  return encodeRecord(key, parsePosting(document, provenance))
}
