import type { Contradiction, Salary } from '../posting.ts'
import type { PostingText, Reading } from '../posting-text.ts'

/** The pay of the role and where its passages disagree. */
export interface Pay {
  readonly salary: Salary | null
  readonly contradictions: readonly Contradiction[]
}

/** Reads what the role pays. */
export function readPay(_text: PostingText, _countries: readonly string[]): Reading<Pay> {
  return { value: { salary: null, contradictions: [] }, quotes: [] }
}
