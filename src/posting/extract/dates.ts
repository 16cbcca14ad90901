import type { PostingText, Reading } from '../posting-text.ts'

/** Dates that the posting states (ISO 8601); null where it states none. */
export interface Dates {
  readonly postedAt: string | null
  readonly closesAt: string | null
}

/** Reads when the posting was published and when it closes. */
export function readDates(_text: PostingText): Reading<Dates> {
  return { value: { postedAt: null, closesAt: null }, quotes: [] }
}
