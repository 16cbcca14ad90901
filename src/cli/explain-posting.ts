import { FACT_FIELDS } from '../posting/fact-fields.ts'
import type { LineFinder } from '../posting/find-line.ts'
import type { Posting, PostingField } from '../posting/posting.ts'

/** A passage of the document. */
export interface FoundQuote {
  /** Word for word, without markup. */
  readonly quote: string
  /** Its line in the document, from 1; null where it stands in the path or cannot be found again. */
  readonly line: number | null
}

/** What was read for one field, and from where. */
export interface ExplainedField {
  readonly field: PostingField | 'url'
  readonly value: unknown
  /** The passages it was read from, the best first. */
  readonly evidence: readonly FoundQuote[]
}

/** Everything that was read from one posting. Keys are part of what `--json` promises. */
export interface Explanation {
  readonly path: string
  readonly id: string
  readonly fields: readonly ExplainedField[]
  readonly contradictions: readonly {
    readonly field: PostingField
    readonly values: readonly string[]
    readonly quotes: readonly FoundQuote[]
  }[]
  /** The fields of which the posting says nothing. */
  readonly notStated: readonly (PostingField | 'url')[]
}

/** In the order in which people ask; what belongs to another field (`titleInferred`, `degreeOrEquivalent`) stands behind it. */
export const EXPLAINED_FIELDS: readonly (PostingField | 'url')[] = [
  ...FACT_FIELDS.filter(field => field !== 'titleInferred' && field !== 'degreeOrEquivalent'),
  'url',
]

/** Gathers what a posting states, the passages that say it with their lines, and what it does not state. */
export function explainPosting(posting: Posting, { lineOf }: LineFinder): Explanation {
  const find = (quotes: readonly string[]): FoundQuote[] =>
    quotes.map(quote => ({ quote, line: lineOf(quote) }))
  const stated = EXPLAINED_FIELDS.filter(field => isStated(posting[field]))
  return {
    path: posting.path,
    id: posting.id,
    fields: stated.map(field => ({
      field,
      value: posting[field],
      evidence: find(quotesOf(posting, field)),
    })),
    contradictions: posting.contradictions.map(({ field, values, quotes }) => ({
      field,
      values,
      quotes: find(quotes),
    })),
    notStated: EXPLAINED_FIELDS.filter(field => !stated.includes(field)),
  }
}

const isStated = (value: unknown): boolean =>
  value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

function quotesOf(posting: Posting, field: PostingField | 'url'): readonly string[] {
  if (field === 'url') return posting.url === null ? [] : [posting.url]
  return posting.evidence[field] ?? []
}
