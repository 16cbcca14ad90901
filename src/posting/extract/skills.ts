import type { PostingText, Reading } from '../posting-text.ts'

/** Reads the technologies named, by canonical name. */
export function readSkills(_text: PostingText): Reading<readonly string[]> {
  return { value: [], quotes: [] }
}
