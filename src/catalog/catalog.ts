import type { Posting } from '../posting/posting.ts'
import { type BitSet, createBitSet } from './bit-set.ts'
import { toDay } from './calendar-day.ts'
import { type Columns, createColumnsInSteps } from './columns.ts'
import { compareTexts } from './compare-texts.ts'
import { type MergedPosting, mergeDuplicatesInSteps } from './merge-duplicates.ts'
import { listPostingWords } from './posting-words.ts'
import { rankTitlesInSteps, type TitleRanks } from './rank-titles.ts'
import { runSteps, type Steps } from './steps.ts'
import { openWordIndex, packWordsInSteps, type WordIndex } from './word-index.ts'

/** The current postings with their indexes: read-only, replaced as a whole. */
export interface Catalog {
  /** How many distinct postings there are. */
  readonly size: number
  /** The postings by their number, which is their place in every column: the newest first, those without a date last. */
  readonly entries: readonly MergedPosting[]
  readonly columns: Columns
  /** Words of title, company and body, for free words. */
  readonly words: WordIndex
  /** Titles and companies, for ranking. */
  readonly titles: TitleRanks
  /** The last day (since 1970) on which a posting is young enough for its source; NaN where there is no limit or no date. */
  readonly expiresDay: Float64Array
  /** Postings that an admin took out of every answer. */
  readonly hidden: BitSet
  /** The number of a posting by its id or by the id of a duplicate that was merged into it; undefined for a hidden one. */
  readonly numberOf: (postingId: string) => number | undefined
}

export interface CatalogOptions {
  /** Age limit of each source, in days; a source that is not in it has none. */
  readonly maxAgeDays?: ReadonlyMap<string, number | null>
}

type DatedPosting = Pick<Posting, 'id' | 'postedAt' | 'path' | 'sourceName'>

/** Builds a catalog out of postings; the order of the postings does not change what it answers. */
export function createCatalog(postings: readonly Posting[], options: CatalogOptions = {}): Catalog {
  return runSteps(createCatalogInSteps(postings, options))
}

/** As `createCatalog`, in steps of a few milliseconds between which others may run. */
export function* createCatalogInSteps(
  postings: readonly Posting[],
  options: CatalogOptions = {},
): Steps<Catalog> {
  const merged = yield* mergeDuplicatesInSteps(postings)
  const entries = merged.toSorted((a, b) => compareNewest(a.posting, b.posting))
  yield
  const kept = entries.map(entry => entry.posting)
  const columns = yield* createColumnsInSteps(kept)
  yield
  const words = openWordIndex(yield* packWordsInSteps(kept.values().map(listPostingWords)))
  const titles = yield* rankTitlesInSteps(kept)
  const numbers = new Map(
    entries.flatMap(({ posting, alsoIds }, number) =>
      [posting.id, ...alsoIds].map(id => [id, number] as const),
    ),
  )
  return {
    size: entries.length,
    entries,
    columns,
    words,
    titles,
    expiresDay: Float64Array.from(
      kept,
      posting => toDay(posting.postedAt) + (options.maxAgeDays?.get(posting.sourceName) ?? Number.NaN),
    ),
    hidden: createBitSet(entries.length),
    numberOf: id => numbers.get(id),
  }
}

/**
 * The order of postings that nothing else tells apart: the newest first, those without a date last. What names them
 * makes it the same on every machine.
 */
export function compareNewest(a: DatedPosting, b: DatedPosting): number {
  return (
    compareTexts(b.postedAt ?? '', a.postedAt ?? '') ||
    compareTexts(a.id, b.id) ||
    compareTexts(a.path, b.path) ||
    compareTexts(a.sourceName, b.sourceName)
  )
}
