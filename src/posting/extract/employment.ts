import type { PostingText, Reading } from '../posting-text.ts'
import type { Employment } from '../vocabulary.ts'

/** Reads the kind of employment; null where the posting does not say. */
export function readEmployment(_text: PostingText): Reading<Employment | null> {
  return { value: null, quotes: [] }
}
