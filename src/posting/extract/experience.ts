import type { PostingText, Reading } from '../posting-text.ts'

/** Reads the least number of years of experience required; null where the posting does not say. */
export function readExperience(_text: PostingText): Reading<number | null> {
  return { value: null, quotes: [] }
}
