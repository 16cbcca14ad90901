import type { PostingText, Reading } from '../posting-text.ts'
import type { Degree } from '../vocabulary.ts'

/** The degree that is required. */
export interface Education {
  readonly degree: Degree | null
  readonly orEquivalent: boolean
}

/** Reads the lowest degree that is required. */
export function readEducation(_text: PostingText): Reading<Education> {
  return { value: { degree: null, orEquivalent: false }, quotes: [] }
}
