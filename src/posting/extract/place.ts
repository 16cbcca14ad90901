import type { PostingText, Reading } from '../posting-text.ts'
import type { Region } from '../vocabulary.ts'

/** Where the work may be done from. */
export interface Place {
  readonly countries: readonly string[]
  readonly regions: readonly Region[]
  readonly states: readonly string[]
  readonly cities: readonly string[]
  readonly timeZones: readonly string[]
}

/** Reads where the work may be done from. */
export function readPlace(_text: PostingText): Reading<Place> {
  return { value: { countries: [], regions: [], states: [], cities: [], timeZones: [] }, quotes: [] }
}
