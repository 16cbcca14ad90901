/** Values that schema.org names for kinds of employment. */
export type EmploymentType = 'FULL_TIME' | 'PART_TIME' | 'CONTRACTOR' | 'TEMPORARY' | 'INTERN'

/** Pay as a source states it in fields of its own. */
export interface ListedPay {
  /** ISO 4217. */
  readonly currency: string
  readonly min: number | null
  readonly max: number | null
  /** schema.org's word for the period; null where the source does not say. */
  readonly unit: 'YEAR' | 'MONTH' | 'WEEK' | 'DAY' | 'HOUR' | null
  /** What the range is for, such as "Zone A"; null where the source does not say. */
  readonly label: string | null
}

/** One job as a board or feed lists it: facts in fields of their own, beside the text. `null` means that it does not say. */
export interface ListedJob {
  /** The source's own number or name for it. */
  readonly number: string | null
  readonly title: string
  readonly company: string | null
  /** Where to apply or to read it; http(s). */
  readonly url: string | null
  /** Places as written, such as "Berlin, Germany". */
  readonly places: readonly string[]
  readonly workplace: 'remote' | 'hybrid' | 'onsite' | null
  readonly employment: EmploymentType | null
  readonly department: string | null
  readonly pay: readonly ListedPay[]
  /** Pay in words, where there are no fields for it. */
  readonly payText: string | null
  /** ISO 8601 date. */
  readonly postedAt: string | null
  /** ISO 8601 date. */
  readonly closesAt: string | null
  /** The text, as HTML, HTML with its signs escaped, or plain text. */
  readonly body: string | null
  /** True where nothing but its text can tell whether it is a posting at all. */
  readonly isDoubtful: boolean
}

/** A listed item of which nothing is known yet. */
export const EMPTY_JOB: ListedJob = {
  number: null,
  title: '',
  company: null,
  url: null,
  places: [],
  workplace: null,
  employment: null,
  department: null,
  pay: [],
  payText: null,
  postedAt: null,
  closesAt: null,
  body: null,
  isDoubtful: false,
}
