import { decodeText, type Refusal } from './decode-text.ts'
import { judgePosting } from './judge-posting.ts'
import type { PostingText } from './posting-text.ts'
import { readLayout } from './read-layout.ts'
import { readSections } from './read-sections.ts'
import { repairText } from './repair-text.ts'

/**
 * Takes a document apart into header lines and sections, or says why it is no posting.
 * @param maxBytes largest size that is read (bytes; default 1 MiB)
 */
export function readPostingText(content: Uint8Array, maxBytes?: number): PostingText | Refusal {
  const decoded = decodeText(content, maxBytes)
  if (typeof decoded !== 'string') return decoded
  const repaired = repairText(decoded)
  const { blocks, ...header } = readLayout(repaired)
  const text = { ...header, sections: readSections(blocks) }
  return judgePosting(text, repaired) ?? text
}
