import { type Provenance, parsePosting } from '../posting/parse-posting.ts'
import type { Posting } from '../posting/posting.ts'
import type { Source, UnreadDocument } from '../source/source.ts'

/** What came out of one document, in the order of the sources. */
export type Collected =
  | { readonly type: 'posting'; readonly posting: Posting }
  | { readonly type: 'rejected'; readonly rejected: UnreadDocument; readonly sourceName: string }

/**
 * Reads every document of the sources, one after another.
 * @throws {AppError} when a source as a whole cannot be read
 */
export async function* collectPostings(sources: readonly Source[]): AsyncGenerator<Collected> {
  for (const source of sources) {
    const provenance: Provenance = { sourceName: source.name, isSample: source.isSample }
    for await (const document of source.collect()) {
      const result = 'content' in document ? parsePosting(document, provenance) : document
      if ('reason' in result) yield { type: 'rejected', rejected: result, sourceName: source.name }
      else yield { type: 'posting', posting: result }
    }
  }
}

/** Every posting of the sources and every document that is none. */
export interface Collection {
  readonly postings: readonly Posting[]
  readonly rejected: readonly UnreadDocument[]
}

/**
 * Collects everything at once.
 * @param onProgress is told the number of documents read so far
 */
export async function collectAll(
  sources: readonly Source[],
  onProgress?: (documents: number) => void,
): Promise<Collection> {
  const postings: Posting[] = []
  const rejected: UnreadDocument[] = []
  for await (const collected of collectPostings(sources)) {
    if (collected.type === 'posting') postings.push(collected.posting)
    else rejected.push(collected.rejected)
    onProgress?.(postings.length + rejected.length)
  }
  return { postings, rejected }
}
