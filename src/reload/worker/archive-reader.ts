import type { ArchiveRecord } from '../../catalog/archive/archive-record.ts'
import type { ArchivedResult, PostingArchive } from '../../catalog/archive/posting-archive.ts'
import type { ReadDocument } from '../load-source.ts'
import { keyDocument, type LoadedPart } from '../loaded-source.ts'
import type { ParsePool } from './parse-pool.ts'

/** Reads what the archive does not know, and puts it there. */
export interface ArchiveReader {
  readonly read: ReadDocument
  /** Writes what is not written yet. */
  readonly flush: () => void
}

/** So many records are written at a time: a tenth of a second's work that another writer may have to wait for. */
const BATCH = 200

export function createArchiveReader(
  archive: PostingArchive,
  pool: Pick<ParsePool, 'parse'>,
  readingVersion: string,
): ArchiveReader {
  let records: ArchiveRecord[] = []
  const flush = () => {
    const batch = records
    records = []
    if (batch.length > 0) archive.save(batch)
  }
  return {
    flush,
    async read(document, provenance) {
      const key = keyDocument(document, provenance, readingVersion)
      const known = archive.lookUp(new Set([key])).get(key)
      if (known !== undefined) return toPart(key, known)
      const outcome = await pool.parse({ key, document, provenance })
      if (outcome.type === 'lost') return { key: null, path: document.path, reason: outcome.reason }
      records.push(outcome.record)
      if (records.length >= BATCH) flush()
      return toPart(key, readResult(outcome.record))
    },
  }
}

function toPart(key: string, result: ArchivedResult): LoadedPart {
  return result.type === 'posting' ? { key } : { key, path: result.path, reason: result.reason }
}

function readResult({ marks, facts }: ArchiveRecord): ArchivedResult {
  return marks === null ? { type: 'rejected', ...JSON.parse(facts) } : { type: 'posting' }
}
