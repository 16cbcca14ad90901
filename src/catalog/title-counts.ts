import type { PackedStrings } from './image/packed-strings.ts'

/** How often words stand in titles and companies, in typed arrays. */
export interface TitleCounts {
  /** The stems of all titles and companies, ascending. */
  readonly stems: PackedStrings
  /** Where the documents of each stem begin; one longer than the stems. */
  readonly starts: Uint32Array
  /** Distinct titles with company that hold the stem, ascending. */
  readonly documents: Uint32Array
  /** How often each of them does in its title, and in its company. */
  readonly inTitle: Uint16Array
  readonly inCompany: Uint16Array
  /** How many different words the title of each document has, and its company. */
  readonly titleLengths: Uint16Array
  readonly companyLengths: Uint16Array
  /** The document of each posting, numbered as they come first: those called alike and of one company are one. */
  readonly documentOf: Uint32Array
}
