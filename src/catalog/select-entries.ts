import type { Posting } from '../posting/posting.ts'
import { createBitSet, hasBit } from './bit-set.ts'
import type { Catalog } from './catalog.ts'
import { createColumnsInSteps } from './columns.ts'
import type { MergedPosting } from './merge-duplicates.ts'
import { rankTitles, type TitleRanks } from './rank-titles.ts'
import type { Steps } from './steps.ts'
import type { WordIndex } from './word-index.ts'

const NONE = -1
const ENTRIES_A_STEP = 50

/** A catalog of some postings of another. */
export interface SelectedEntries {
  readonly part: Catalog
  /** The number in the other catalog of each posting of the part. */
  readonly numbers: readonly number[]
}

/**
 * Makes a catalog of some postings of another, hidden ones aside: what any query finds in it, it finds of them in the
 * other, too. No text is gone through: which of them have a word is looked up in the other.
 */
export function* selectEntriesInSteps(catalog: Catalog, wanted: readonly number[]): Steps<SelectedEntries> {
  const numbers: number[] = []
  const entries: MergedPosting[] = []
  const postings: Posting[] = []
  for (const number of [...new Set(wanted)].sort((a, b) => a - b)) {
    // A posting may have to be read from the disk.
    const entry = hasBit(catalog.hidden, number) ? undefined : catalog.entries[number]
    if (entry === undefined) continue
    numbers.push(number)
    entries.push(entry)
    postings.push(entry.posting)
    if (entries.length % ENTRIES_A_STEP === 0) yield
  }
  const columns = yield* createColumnsInSteps(postings)
  const byId = new Map(
    entries.flatMap(({ posting, alsoIds }, at) => [posting.id, ...alsoIds].map(id => [id, at] as const)),
  )
  const part: Catalog = {
    size: entries.length,
    entries,
    columns,
    words: selectWords(catalog, numbers),
    titles: indexWhenAsked(postings),
    expiresDay: Float64Array.from(numbers, number => catalog.expiresDay[number] ?? Number.NaN),
    hidden: createBitSet(entries.length),
    numberOf: id => byId.get(id),
  }
  return { part, numbers }
}

/** How often a word occurs is said of the whole: it decides how questions are read, and not what they find. */
function selectWords({ words, size }: Catalog, numbers: readonly number[]): WordIndex {
  const places = new Int32Array(size).fill(NONE)
  numbers.forEach((number, at) => {
    places[number] = at
  })
  return {
    ...words,
    postingsOf(stem) {
      const found: number[] = []
      for (const number of words.postingsOf(stem)) {
        const at = places[number] ?? NONE
        if (at !== NONE) found.push(at)
      }
      return Uint32Array.from(found)
    },
  }
}

/** Nobody ranks a part of a catalog but to show it. */
function indexWhenAsked(postings: readonly Posting[]): TitleRanks {
  let made: TitleRanks | null = null
  return {
    score(words) {
      made ??= rankTitles(postings)
      return made.score(words)
    },
  }
}
