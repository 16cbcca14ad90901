/** What a part of a posting is about. It decides what a number or a word in it may mean. */
export const SECTION_KINDS = [
  'role', // what the job is, in prose; also text before the first heading
  'duties',
  'requirements',
  'nice-to-have',
  'stack',
  'company', // about us
  'benefits',
  'pay',
  'place',
  'process', // how to apply, interviews
  'legal', // equal opportunity, privacy, accommodation
] as const
export type SectionKind = (typeof SECTION_KINDS)[number]

/** One line of a posting: a paragraph or a list item, without markup. */
export interface Line {
  readonly text: string
  readonly isItem: boolean
}

/** A run of lines under one heading (or none). */
export interface Section {
  readonly kind: SectionKind
  readonly heading: string | null
  readonly lines: readonly Line[]
}

/** The layouts documents come in, told apart by their content. */
export const LAYOUT_IDS = ['board-markdown', 'plain-text', 'html'] as const
export type LayoutId = (typeof LAYOUT_IDS)[number]

/** A piece of a document in reading order, without markup. */
export interface Block {
  readonly type: 'heading' | 'paragraph' | 'item'
  readonly text: string
}

/** What a layout finds in a document before anything is interpreted. */
export interface DocumentText {
  readonly layout: LayoutId
  /** The title line as written; null where the document has none. */
  readonly titleLine: string | null
  /** The company line as written; null where the document has none. */
  readonly companyLine: string | null
  /** The pay tag as written ("$120k - $150k"); null where there is none. */
  readonly payTag: string | null
  /** The place tag as written ("Remote,US,Los Gatos, CA"); null where there is none. */
  readonly placeTag: string | null
  /** Where to apply or to read the original; http(s) only. */
  readonly url: string | null
  /** The `JobPosting` object of schema.org JSON-LD, unparsed; null where there is none. */
  readonly jobPosting: Readonly<Record<string, unknown>> | null
  readonly blocks: readonly Block[]
}

/** A document ready for the field readers: header lines and sections. */
export interface PostingText extends Omit<DocumentText, 'blocks'> {
  readonly sections: readonly Section[]
}

/** A value together with the passages it was read from, word for word, the best first. */
export interface Reading<T> {
  readonly value: T
  readonly quotes: readonly string[]
}
