import type { Condition, Span } from '../query.ts'
import type { Aspect } from './aspects.ts'

/** What kind of answer a question about one posting wants. */
export type AskForm = 'yes-no' | 'amount' | 'open'

/** An aspect with the words that named it. */
export interface NamedAspect extends Span {
  readonly aspect: Aspect
}

/** A word of the question that may be of the title or of what is asked. */
export interface AskWord extends Span {
  /** Folded. */
  readonly key: string
  /** True for the words right before "role", "job", "engineer": they name the posting. */
  readonly isOfTarget: boolean
}

/** A question about one posting. */
export interface DetailAsk {
  readonly form: AskForm
  /** What it is about, in the order of the question; empty where no aspect is known by a name. */
  readonly aspects: readonly NamedAspect[]
  /** Names of companies as the catalog's column has them; any of them. */
  readonly companies: readonly string[]
  /** The posting's number in the last list, from 1 on, or the last of it; null where not said. */
  readonly number: number | 'last' | null
  /** True for "it", "this job", "they": the posting that was shown last. */
  readonly isPronoun: boolean
  /** True for "what's the stack?": no word says which posting is meant, and where none was shown it is no such question. */
  readonly isImplied: boolean
  /** Words that are no grammar, without the company's. */
  readonly words: readonly AskWord[]
  /** True for "need", "required", "must": what is only welcome is no plain yes. */
  readonly asksForNeed: boolean
  /** What the words ask for as a search would read them, for questions that yes or no answers. */
  readonly conditions: readonly Condition[]
}
