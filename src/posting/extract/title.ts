import type { PostingText, Reading } from '../posting-text.ts'

/** The job title and whether it had to be made from the work described. */
export interface Title {
  readonly title: string
  readonly isInferred: boolean
}

/** Reads the job title without its decorations. */
export function readTitle(text: PostingText): Reading<Title> {
  if (text.titleLine) return { value: { title: text.titleLine, isInferred: false }, quotes: [text.titleLine] }
  return { value: { title: 'Untitled role', isInferred: true }, quotes: [] }
}
