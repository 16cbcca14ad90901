import { parsePosting } from '../posting/parse-posting.ts'
import type { Posting } from '../posting/posting.ts'
import type { Source, UnreadDocument } from '../source/source.ts'

/** The first postings of a source, and what came before them that is none. */
export interface SourcePreview {
  readonly postings: readonly Posting[]
  readonly rejected: readonly UnreadDocument[]
}

/** A source whose first documents are all no postings is none. */
const MOST_DOCUMENTS = 50

/**
 * Reads the first postings of a source.
 * @throws {AppError} `SOURCE_…` when it cannot be read
 */
export async function previewSource(source: Source, wanted: number): Promise<SourcePreview> {
  const { name: sourceName, isSample } = source
  const postings: Posting[] = []
  const rejected: UnreadDocument[] = []
  for await (const document of source.collect()) {
    const result = 'content' in document ? parsePosting(document, { sourceName, isSample }) : document
    if ('reason' in result) rejected.push(result)
    else postings.push(result)
    if (postings.length >= wanted || postings.length + rejected.length >= MOST_DOCUMENTS) break
  }
  return { postings, rejected }
}
