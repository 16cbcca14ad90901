import { crc32, deflateSync, inflateSync } from 'node:zlib'
import type { Posting } from '../../posting/posting.ts'
import type { UnreadDocument } from '../../source/source.ts'
import { type MergeMarks, makeMergeMarks } from '../mergeable.ts'
import { listPostingWords } from '../posting-words.ts'
import type { PostingWords } from '../word-index.ts'

/** What one document was read as, packed for the archive; plain, so that it can go from thread to thread. */
export interface ArchiveRecord {
  /** Names the document with all that its reading depends on. */
  readonly key: string
  /** What merging needs, as JSON; null for a document that is no posting. */
  readonly marks: string | null
  /** Everything of a posting but its text, or path and reason of a rejected document, as JSON. */
  readonly facts: string
  /** Checksum over key, marks and facts. */
  readonly sum: number
  /** Sections and evidence; empty for a rejected document. */
  readonly text: Uint8Array
  /** The distinct words of the text; empty for a rejected document. */
  readonly words: Uint8Array
}

/** The part of a record that is kept in memory. */
export type ArchivedFacts = Pick<ArchiveRecord, 'key' | 'marks' | 'facts' | 'sum'>

/** The part of a posting that stays on disk until a card or a quote needs it. */
export type PostingBody = Pick<Posting, 'sections' | 'evidence'>

const NOTHING = new Uint8Array(0)

/** Packs what a document was read as. */
export function encodeRecord(key: string, result: Posting | UnreadDocument): ArchiveRecord {
  if ('reason' in result) {
    const facts = JSON.stringify({ path: result.path, reason: result.reason })
    return { key, marks: null, facts, sum: sumUp(key, null, facts), text: NOTHING, words: NOTHING }
  }
  const { sections, evidence, ...rest } = result
  const [marks, facts] = [JSON.stringify(makeMergeMarks(result)), JSON.stringify({ ...rest, key })]
  const { searched, others } = listPostingWords(result)
  return {
    key,
    marks,
    facts,
    sum: sumUp(key, marks, facts),
    text: pack(key, JSON.stringify({ sections, evidence })),
    words: pack(key, JSON.stringify({ searched: [...new Set(searched)], others: [...new Set(others)] })),
  }
}

/** Whether facts are as they were written. */
export function isIntact({ key, marks, facts, sum }: ArchivedFacts): boolean {
  return sum === sumUp(key, marks, facts)
}

/** The marks of a posting; null for a rejected document. */
export function decodeMarks({ marks }: ArchivedFacts): MergeMarks | null {
  return marks === null ? null : JSON.parse(marks)
}

/**
 * The text of a posting.
 * @throws when the bytes are not those of the key
 */
export function decodeBody(key: string, text: Uint8Array): PostingBody {
  return JSON.parse(unpack(key, text))
}

/**
 * The words of a posting, each once.
 * @throws when the bytes are not those of the key
 */
export function decodeWords(key: string, words: Uint8Array): PostingWords {
  return JSON.parse(unpack(key, words))
}

function sumUp(key: string, marks: string | null, facts: string): number {
  return crc32(`${key}\n${marks ?? ''}\n${facts}`)
}

/** The key goes along, so that the text of another posting is noticed; zlib's own checksum finds flipped bytes. */
function pack(key: string, text: string): Uint8Array {
  return deflateSync(`${key}\n${text}`)
}

function unpack(key: string, bytes: Uint8Array): string {
  const text = inflateSync(bytes).toString()
  if (!text.startsWith(`${key}\n`)) throw new Error(`the archive holds something else than ${key}`)
  return text.slice(key.length + 1)
}
