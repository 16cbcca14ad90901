import type { DetailAsk } from './detail/detail-ask.ts'

/** A stretch of the question, in UTF-16 code units. */
export interface Span {
  readonly start: number
  /** First code unit after the stretch. */
  readonly end: number
}

/** The names of the things a question can ask for; also the keys of `understood` and `notStated`. */
export const CONDITION_IDS = [
  'pay',
  'workplace',
  'place',
  'level',
  'skill',
  'topic',
  'company',
  'employment',
  'experience',
  'degree',
  'visa',
  'language',
  'posted',
  'timezone',
  'either',
  'word',
] as const
export type ConditionId = (typeof CONDITION_IDS)[number]

/** One typed thing a question asks for. */
export interface Condition<V = unknown> {
  readonly id: ConditionId
  readonly value: V
  /** True for "not", "without", "no": leaves out what says it and keeps what does not say. */
  readonly isExcluded: boolean
  /** True for "… or not stated": postings that do not say are matches too. */
  readonly orNotStated: boolean
  /** Where in the question it was read; empty for one that came from a button or a subscription. */
  readonly spans: readonly Span[]
  /** What the reader assumed, for the receipt ("no currency named: US dollars"); null where nothing. */
  readonly note: string | null
}

/** Words of the question that were not understood. */
export interface UnreadWords extends Span {
  readonly text: string
  /** The nearest thing that would be understood; null where nothing is near. */
  readonly nearest: string | null
}

/** The orders an answer can be asked in. */
export const SORT_ORDERS = ['relevance', 'pay', 'lowest-pay', 'newest'] as const
export type SortOrder = (typeof SORT_ORDERS)[number]

/** The kinds of answers. */
export const ANSWER_KINDS = ['listings', 'count', 'statistic', 'facets', 'detail', 'help', 'clarify'] as const
export type AnswerKind = (typeof ANSWER_KINDS)[number]

/** The facts that a statistic or a breakdown can be made over. */
export const SUBJECT_FIELDS = [
  'pay',
  'experience',
  'company',
  'skill',
  'topic',
  'level',
  'workplace',
  'place',
  'employment',
] as const
export type SubjectField = (typeof SUBJECT_FIELDS)[number]

/** The figures that can be made over the pay or the years of the matches. */
export const MEASURES = ['median', 'average', 'lowest', 'highest', 'range'] as const
export type Measure = (typeof MEASURES)[number]

/** What a statistic or a breakdown is about. */
export interface Subject {
  readonly field: SubjectField
  /** null for a breakdown by value. */
  readonly measure: Measure | null
}

/** The conditions and free words of a question. */
export interface Query {
  readonly text: string
  readonly kind: AnswerKind
  /** For `statistic` and `facets`; null for the other kinds. */
  readonly subject: Subject | null
  /** In the order of the question. */
  readonly conditions: readonly Condition[]
  readonly sort: SortOrder
  /** How many postings the asker wants to see ("top 10"); null where not said. */
  readonly limit: number | null
  readonly includeClosed: boolean
  readonly includeOld: boolean
  readonly unread: readonly UnreadWords[]
  /** True for a question that asks for all postings in so many words ("all jobs"), so that it may have no condition. */
  readonly asksForAll: boolean
  /** What a question about one posting asks; null for the other kinds. */
  readonly detail: DetailAsk | null
}
