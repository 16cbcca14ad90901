import type { PackedTitles } from '../pack-titles.ts'
import type { TitleCounts } from '../title-counts.ts'
import type { PackedColumns } from './packed-columns.ts'
import type { PackedLists } from './packed-lists.ts'
import type { PackedStrings, StringTable } from './packed-strings.ts'
import type { PackedWords } from './packed-words.ts'

/**
 * A catalog without its postings, in typed arrays over shared memory: made in one thread, it goes to another for
 * nothing, and to disk and back as it is. The postings stand in an archive, under the keys that it names.
 */
export interface CatalogImage extends ImageParts {
  /** What `computeRevision` says of the catalog. */
  readonly revision: string
  /** As in the catalog. */
  readonly expiresDay: Float64Array
  readonly titles: PackedTitles
}

/** What is known of each posting by itself; the same for the same postings, whatever they were made out of. */
export interface ImageParts {
  /** How many distinct postings there are. */
  readonly size: number
  /** The keys of the copies of every posting, the oldest first, posting after posting. */
  readonly keys: StringTable
  /** Where the keys of each posting begin; one longer than the postings. */
  readonly keyStarts: Uint32Array
  /** What each key's posting has in common with others that may be the same one (`linksOf`). */
  readonly links: Uint32Array
  /** Eight bytes a posting that change with its facts. */
  readonly digests: Uint32Array
  /** By what each posting has its place (`writeOrder`). */
  readonly orders: PackedStrings
  /** Title and company of each posting, a line each. */
  readonly names: PackedStrings
  /** What is counted in these. */
  readonly titles: TitleCounts
  readonly columns: PackedColumns
  /** The postings of each source. */
  readonly sources: PackedLists
  readonly words: PackedWords
}
