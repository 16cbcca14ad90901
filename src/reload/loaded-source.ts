import { AppError, ERRORS } from '../errors.ts'
import type { Posting } from '../posting/posting.ts'
import type { Source, UnreadDocument } from '../source/source.ts'

/** What a source gave when it was read whole last, and whether the last try went well. */
export interface LoadedSource {
  readonly source: Source
  readonly postings: readonly Posting[]
  readonly rejected: readonly UnreadDocument[]
  /** null where it was never read whole. */
  readonly loadedAt: Date | null
  /** null where the last try went well. */
  readonly failure: SourceFailure | null
}

export interface SourceFailure {
  readonly at: Date
  readonly error: unknown
}

/** Why a source could not be read, in a sentence for admins. */
export function describeFailure({ error }: SourceFailure): string {
  if (error instanceof AppError)
    return `${ERRORS[error.code].title}: ${error.message}. ${ERRORS[error.code].fix}`
  return error instanceof Error ? error.message : String(error)
}
