import { createHash } from 'node:crypto'
import { AppError, ERRORS } from '../errors.ts'
import type { Posting } from '../posting/posting.ts'
import type { Source, SourceDocument, UnreadDocument } from '../source/source.ts'

/** What a source gave when it was read whole last, and whether the last try went well. */
export interface LoadedSource {
  readonly source: Source
  readonly postings: readonly Posting[]
  readonly rejected: readonly UnreadDocument[]
  /** What each document was read as, by `hashDocument`; what comes again unchanged is not read again. */
  readonly parsed: ReadonlyMap<string, Posting | UnreadDocument>
  /** null where it was never read whole. */
  readonly loadedAt: Date | null
  /** null where the last try went well. */
  readonly failure: SourceFailure | null
}

export interface SourceFailure {
  readonly at: Date
  readonly error: unknown
}

/** Names everything of a document that its posting depends on. */
export function hashDocument({ path, pathDate = '', content }: SourceDocument): string {
  return createHash('sha256')
    .update(JSON.stringify([path, pathDate]))
    .update(content)
    .digest('base64url')
}

/** Why a source could not be read, in a sentence for admins. */
export function describeFailure({ error }: SourceFailure): string {
  if (error instanceof AppError)
    return `${ERRORS[error.code].title}: ${error.message}. ${ERRORS[error.code].fix}`
  return error instanceof Error ? error.message : String(error)
}
