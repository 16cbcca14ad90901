import type { PostingText, Reading } from '../posting-text.ts'
import type { Seniority } from '../vocabulary.ts'

/** Reads the level; null where the posting does not say. */
export function readLevel(_text: PostingText, _title: string): Reading<Seniority | null> {
  return { value: null, quotes: [] }
}
