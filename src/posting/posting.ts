import type { Section } from './posting-text.ts'
import type {
  Degree,
  Employment,
  PayKind,
  PayPeriod,
  Region,
  Seniority,
  Topic,
  Workplace,
} from './vocabulary.ts'

/** A separate pay range for one place or level, in the currency and period of the salary it belongs to. */
export interface PayZone {
  /** The place or level as the posting names it, such as "California" or "Zone 2". */
  readonly label: string
  readonly min: number | null
  readonly max: number | null
}

/** The pay of the role, in whole units of `currency` for one `period`; gross. */
export interface Salary {
  /** Lowest amount; null when the range is open below ("up to X"). */
  readonly min: number | null
  /** Highest amount; null when the range is open above ("from X"). */
  readonly max: number | null
  /** ISO 4217. */
  readonly currency: string
  readonly period: PayPeriod
  /** null when the posting does not say what the figure counts. */
  readonly kind: PayKind | null
  /** The separate ranges by place or level; empty where there is one range. */
  readonly zones: readonly PayZone[]
}

/** Two readings of one field that a posting gives in different passages. */
export interface Contradiction {
  readonly field: PostingField
  /** The readings, the one that won first. */
  readonly values: readonly string[]
  /** The passages, in the order of `values`, word for word. */
  readonly quotes: readonly string[]
}

/** What one posting says. `null` or an empty list means that the posting does not say. */
export interface PostingFacts {
  readonly title: string
  /** True where the text has no title line and the title was made from its content. */
  readonly titleInferred: boolean
  readonly company: string | null
  readonly salary: Salary | null
  readonly workplace: Workplace | null
  /** ISO 3166 alpha-2; `*` for anywhere in the world. */
  readonly countries: readonly string[]
  readonly regions: readonly Region[]
  /** US state codes. */
  readonly states: readonly string[]
  /** English city names. */
  readonly cities: readonly string[]
  /** Working hours or overlap as stated, such as "CET" or "UTC-5 to UTC+1". */
  readonly timeZones: readonly string[]
  readonly seniority: Seniority | null
  readonly employment: Employment | null
  /** Lowest number of years of professional experience that is required. */
  readonly yearsMin: number | null
  readonly degree: Degree | null
  /** True where equivalent experience is accepted instead of the degree. */
  readonly degreeOrEquivalent: boolean
  /** True where it says visas are sponsored, false where it says they are not. */
  readonly visaSponsorship: boolean | null
  /** Canonical names, lower case. */
  readonly skills: readonly string[]
  readonly topics: readonly Topic[]
  /** ISO 639-1 of the text. */
  readonly language: string
  /** ISO 8601 date stated by the source or the text. */
  readonly postedAt: string | null
  /** ISO 8601 date after which it no longer takes applications. */
  readonly closesAt: string | null
  readonly contradictions: readonly Contradiction[]
}

/** The name of a field of a posting. */
export type PostingField = keyof Omit<PostingFacts, 'contradictions'>

/** The passages that a field was read from, word for word, the best first. */
export type Evidence = Readonly<Partial<Record<PostingField, readonly string[]>>>

/** One job posting, parsed. */
export interface Posting extends PostingFacts {
  /** Stable across reloads and machines; see `fingerprint.ts`. */
  readonly id: string
  /** Path relative to its source. */
  readonly path: string
  /** The address to apply at or to read the posting at; http(s) only; null where none is given. */
  readonly url: string | null
  /** Who handed the document over. */
  readonly sourceName: string
  /** True for the sample data that comes with the project. */
  readonly isSample: boolean
  readonly evidence: Evidence
  /** The text by parts (about us, duties, requirements, …), repaired and without markup. */
  readonly sections: readonly Section[]
}
