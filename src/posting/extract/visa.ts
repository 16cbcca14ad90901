import type { PostingText, Reading } from '../posting-text.ts'

/** Reads whether visas are sponsored; null where the posting does not say. */
export function readVisa(_text: PostingText): Reading<boolean | null> {
  return { value: null, quotes: [] }
}
