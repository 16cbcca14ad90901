import type { SourceDocument, UnreadDocument } from '../source/source.ts'
import type { Posting } from './posting.ts'

/** Where a document came from, as its posting will carry it. */
export interface Provenance {
  readonly sourceName: string
  readonly isSample: boolean
}

/**
 * Reads one document into a posting, or says why it is none.
 * @example parsePosting({ path: 'a.md', content }, { sourceName: 'folder', isSample: false })
 */
export function parsePosting(document: SourceDocument, provenance: Provenance): Posting | UnreadDocument {
  return { path: document.path, reason: `not readable yet (${provenance.sourceName})` }
}
