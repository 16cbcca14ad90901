import type { PostingText, Reading } from '../posting-text.ts'
import type { Topic } from '../vocabulary.ts'

/** Reads the kinds of work. */
export function readTopics(
  _text: PostingText,
  _title: string,
  _skills: readonly string[],
): Reading<readonly Topic[]> {
  return { value: [], quotes: [] }
}
