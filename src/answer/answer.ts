import type { ValueCount } from '../catalog/count-values.ts'
import type { Posting } from '../posting/posting.ts'
import type { AnswerKind, ConditionId, Query, Span } from '../query/query.ts'
import type { PartField } from './count-parts.ts'

/** One condition of the question as the receipt shows it. */
export interface UnderstoodPart {
  readonly id: ConditionId
  /** In words: "pay over $200,000 a year", "not Java". */
  readonly label: string
  readonly spans: readonly Span[]
  readonly note: string | null
}

/** Why a posting satisfies one condition. */
export interface MatchReason {
  readonly id: ConditionId
  /** In words: "pays $240,000 to $1,200,000 a year". */
  readonly label: string
  /** A caveat worth a mark: "the range starts below 200k"; null where none. */
  readonly caveat: string | null
}

/** A posting that satisfies every condition. */
export interface Match {
  readonly posting: Posting
  /** Paths of the duplicates that were merged into it. */
  readonly alsoPaths: readonly string[]
  readonly reasons: readonly MatchReason[]
}

/** A question that would change the result. */
export interface Suggestion {
  /** What it does: "without pay over 200k". */
  readonly label: string
  /** The question to ask, in words that read back to the same conditions. */
  readonly query: string
  readonly total: number
}

/** How many postings do not say something. */
export interface NotStated {
  readonly id: ConditionId
  readonly total: number
}

/** How many postings that satisfy every condition are left out all the same. */
export interface LeftOut {
  readonly closed: number
  /** Older than their source's limit. */
  readonly old: number
  /** The asker does not want to see them again. */
  readonly dismissed: number
}

/** What the catalog says to a query, before any layout. */
export interface Answer {
  readonly query: Query
  readonly kind: AnswerKind
  readonly understood: readonly UnderstoodPart[]
  /** All of them, in answer order; made when they are asked for. */
  readonly matches: readonly Match[]
  /** Some of them, from a place in the order on: cheaper than all. */
  readonly listMatches: (offset: number, count: number) => readonly Match[]
  /** The largest parts of them by the values of a fact, without those that are all of them. */
  readonly countParts: (field: PartField, most: number) => readonly ValueCount[]
  readonly total: number
  /** For each condition: postings that do not say it while no other condition rules them out. */
  readonly notStated: readonly NotStated[]
  /** Distinct postings that only lack facts. */
  readonly notStatedTotal: number
  readonly suggestions: readonly Suggestion[]
  readonly leftOut: LeftOut
  readonly statistic: Statistic | null
  readonly facets: readonly Facet[]
  /** For `detail`: false where the posting does not say. */
  readonly found: boolean
  readonly evidence: readonly { readonly path: string; readonly quote: string }[]
  /** The answer as one plain sentence. */
  readonly text: string
  /** How many postings the catalog held. */
  readonly catalogSize: number
  /** What was said about one posting; null for answers about many. */
  readonly detail: DetailResult | null
}

/** An answer about one posting, for those who lay it out. */
export interface DetailResult {
  /** Ids of the postings: one for an answer, those that may be meant for a question back. */
  readonly postingIds: readonly string[]
  /** A sentence in our words ("Yes, it sponsors visas."); empty where the quotes of `evidence` speak for themselves. */
  readonly lead: string
}

/** A figure over the matches. */
export interface Statistic {
  readonly measure: string
  readonly field: string
  /** For a range its median; null where no match states it. */
  readonly value: number | null
  readonly currency: string | null
  readonly period: string | null
  /** What the figures count, for pay: `base` (also those that do not say), `total` or `ote`; the commonest among the matches. */
  readonly kind: string | null
  /** How many postings it was made from. */
  readonly n: number
  /** How many matches do not state it. */
  readonly notStated: number
  /** The first, second and third quartile; null where there are too few to sum up. */
  readonly quartiles: readonly [number, number, number] | null
  readonly lowest: number | null
  readonly highest: number | null
  /** Each figure by itself, the lowest first, where there are too few to sum up; else empty. */
  readonly listed: readonly {
    readonly path: string
    readonly title: string
    readonly company: string | null
    readonly value: number
  }[]
  /** The other kinds of pay, which are no part of the figure. */
  readonly others: readonly { readonly kind: string; readonly value: number | null; readonly n: number }[]
}

/** How many matches have one value of a field. */
export interface Facet {
  readonly field: string
  readonly value: string
  readonly total: number
}
