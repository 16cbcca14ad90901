import { hash } from 'node:crypto'
import { AppError, ERRORS } from '../errors.ts'
import type { Provenance } from '../posting/parse-posting.ts'
import type { Source, SourceDocument, UnreadDocument } from '../source/source.ts'

/** What of a source goes with what it gave. */
export type SourceLabel = Pick<Source, 'id' | 'name' | 'maxAgeDays'>

/** A document that is no posting, with its key; the key is null for what could not be read at all. */
export interface RejectedPart extends UnreadDocument {
  readonly key: string | null
}

/** A posting by its key, or what is none. */
export type LoadedPart = { readonly key: string } | RejectedPart

/** What a source gave when it was read whole last, and whether the last try went well. */
export interface LoadedSource {
  readonly source: SourceLabel
  /** The keys (`keyDocument`) of its postings, in the order in which it gave them. */
  readonly keys: readonly string[]
  readonly rejected: readonly RejectedPart[]
  /** null where it was never read whole. */
  readonly loadedAt: Date | null
  /** null where the last try went well. */
  readonly failure: SourceFailure | null
}

export interface SourceFailure {
  readonly at: Date
  readonly error: unknown
}

const KEY_CHARACTERS = 22

/**
 * Names everything on which a document's posting depends, in 22 characters: what comes again unchanged is not read again.
 * @param readingVersion names the code and the tables that read it
 */
export function keyDocument(
  { path, pathDate = '', content }: SourceDocument,
  { sourceName, isSample }: Provenance,
  readingVersion: string,
): string {
  const about = JSON.stringify([readingVersion, sourceName, isSample, path, pathDate])
  return hash('sha256', Buffer.concat([Buffer.from(about), content]), 'base64url').slice(0, KEY_CHARACTERS)
}

/** Why a source could not be read, in a sentence for admins. */
export function describeFailure({ error }: SourceFailure): string {
  if (error instanceof AppError)
    return `${ERRORS[error.code].title}: ${error.message}. ${ERRORS[error.code].fix}`
  return error instanceof Error ? error.message : String(error)
}
