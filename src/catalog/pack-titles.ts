import { makeTable, type StringTable } from './image/packed-strings.ts'
import type { Steps } from './steps.ts'
import { countTitlesInSteps, type RankedText } from './text-index.ts'
import type { TitleCounts } from './title-counts.ts'

/** What every word is worth to every title, in typed arrays. */
export interface PackedTitles extends TitleCounts {
  readonly stems: StringTable
  /** What the stem is worth to each document that holds it. */
  readonly scores: Float64Array
}

const TITLE_BOOST = 3

/** Works out what each word is worth to each title and company, in short steps. */
export function* packTitlesInSteps(postings: readonly RankedText[]): Steps<PackedTitles> {
  return scoreTitles(yield* countTitlesInSteps(postings))
}

/** Works out what counted words are worth. */
export function scoreTitles(counts: TitleCounts): PackedTitles {
  const { stems, starts, documents, inTitle, inCompany, titleLengths, companyLengths } = counts
  const scores = new Float64Array(documents.length)
  const scoreField = (found: Uint16Array, lengths: Uint16Array, boost: number) => {
    const average = averageOf(lengths)
    for (let stem = 0; stem + 1 < starts.length; stem++) {
      const [start, end] = [starts[stem] ?? 0, starts[stem + 1] ?? 0]
      const rarity = boost * rarityOf(countHolders(found, start, end), lengths.length)
      for (let at = start; at < end; at++) {
        const [count, length] = [found[at] ?? 0, lengths[documents[at] ?? 0] ?? 0]
        if (count > 0) scores[at] = (scores[at] ?? 0) + rarity * worthOf(count, length / average)
      }
    }
  }
  scoreField(inTitle, titleLengths, TITLE_BOOST)
  scoreField(inCompany, companyLengths, 1)
  return { ...counts, stems: makeTable(stems), scores }
}

function averageOf(lengths: Uint16Array): number {
  let sum = 0
  for (let at = 0; at < lengths.length; at++) sum += lengths[at] ?? 0
  return sum / lengths.length
}

function countHolders(found: Uint16Array, start: number, end: number): number {
  let holders = 0
  for (let at = start; at < end; at++) if (found[at] !== 0) holders++
  return holders
}

/** How soon more of the same word adds little, how much the length of a field counts, and what a word adds at least. */
const [SATURATION, LENGTH_WEIGHT, LEAST] = [1.2, 0.7, 0.5]

/**
 * BM25+ over one field, as MiniSearch has it: what a word is worth by how many documents hold it, how often this one
 * does, and how long it is. MiniSearch itself makes an object for each document and word, which takes six times as long.
 */
const rarityOf = (holders: number, size: number): number =>
  Math.log(1 + (size - holders + 0.5) / (holders + 0.5))

/** @param length as a share of the average */
const worthOf = (count: number, length: number): number =>
  LEAST + (count * (SATURATION + 1)) / (count + SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * length))
