import type { PostingText, Reading } from '../posting-text.ts'
import type { Workplace } from '../vocabulary.ts'
import type { Place } from './place.ts'

/** Reads whether the work is remote, hybrid or on site; null where the posting does not say. */
export function readWorkplace(_text: PostingText, _place: Reading<Place>): Reading<Workplace | null> {
  return { value: null, quotes: [] }
}
