import type { Posting } from '../../posting/posting.ts'
import type { UnreadDocument } from '../../source/source.ts'
import { makeMergeMarks } from '../mergeable.ts'
import { listPostingWords } from '../posting-words.ts'
import type { PostingWords } from '../word-index.ts'

/** What one document was read as, encoded for the archive; plain, so that it can go from thread to thread. */
export interface ArchiveRecord {
  /** Names the document with all that its reading depends on. */
  readonly key: string
  /** What merging needs, as JSON; null for a document that is no posting. */
  readonly marks: string | null
  /** Everything of a posting but its text, or path and reason of a rejected document; with the key, as JSON. */
  readonly facts: string
  /** Sections and evidence; empty for a rejected document. */
  readonly text: Uint8Array
  /** The distinct words of the text; empty for a rejected document. */
  readonly words: Uint8Array
}

/** The part of a posting that stays on disk until a card or a quote needs it. */
export type PostingBody = Pick<Posting, 'sections' | 'evidence'>

const NOTHING = new Uint8Array(0)

/** Encodes what a document was read as. Nothing is compressed: that took an eighth of reading, to save half of the disk. */
export function encodeRecord(key: string, result: Posting | UnreadDocument): ArchiveRecord {
  if ('reason' in result) {
    const { path, reason } = result
    return { key, marks: null, facts: JSON.stringify({ path, reason, key }), text: NOTHING, words: NOTHING }
  }
  const { sections, evidence, ...facts } = result
  return {
    key,
    marks: JSON.stringify(makeMergeMarks(result)),
    facts: JSON.stringify({ ...facts, key }),
    text: sign(key, JSON.stringify({ sections, evidence })),
    words: sign(key, encodeWords(listPostingWords(result))),
  }
}

/** The document that was rejected, and why. */
export function decodeRejected(facts: string): UnreadDocument {
  const { path, reason } = JSON.parse(facts)
  return { path, reason }
}

/** The distinct words of a posting, each in a line; an empty line stands before those that free words do not search. */
export function encodeWords({ searched, others }: PostingWords): string {
  return [...searched, '', ...others, ''].join('\n')
}

/**
 * The text of a posting.
 * @throws when the bytes are not those of the key
 */
export function decodeBody(key: string, text: Uint8Array): PostingBody {
  return JSON.parse(stripKey(key, text).toString())
}

/** The key goes along, so that what belongs to another posting is noticed. */
function sign(key: string, content: string): Uint8Array {
  return Buffer.from(`${key}\n${content}`)
}

/**
 * The words of a posting as `encodeWords` writes them, in UTF-8.
 * @throws when the bytes are not those of the key
 */
export function decodeWords(key: string, words: Uint8Array): Uint8Array {
  return stripKey(key, words)
}

function stripKey(key: string, { buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  const bytes = Buffer.from(buffer, byteOffset, byteLength)
  const start = Buffer.byteLength(key) + 1
  if (bytes.toString('utf8', 0, start) !== `${key}\n`)
    throw new Error(`the archive holds something else than ${key}`)
  return bytes.subarray(start)
}
