import { packTable, type StringTable } from './image/packed-strings.ts'
import type { Steps } from './steps.ts'
import {
  type Counts,
  type FieldLengths,
  indexTextsInSteps,
  type RankedText,
  type StemCounts,
} from './text-index.ts'

/** What every word is worth to every title, in typed arrays. */
export interface PackedTitles {
  /** The stems of all titles and companies, ascending. */
  readonly stems: StringTable
  /** Where the documents of each stem begin; one longer than the stems. */
  readonly starts: Uint32Array
  /** Distinct titles with company that hold the stem, ascending. */
  readonly documents: Uint32Array
  readonly scores: Float64Array
  /** The document of each posting. */
  readonly documentOf: Uint32Array
  /** How many documents there are, in the only element. */
  readonly size: Uint32Array
}

const TITLE_BOOST = 3
/** Stems that are scored in one step. */
const STEP_SIZE = 200

/** Works out what each word is worth to each title and company, in short steps. */
export function* packTitlesInSteps(postings: readonly RankedText[]): Steps<PackedTitles> {
  const { documentOf, size, stems, title, company } = yield* indexTextsInSteps(postings)
  const scoreTitle = createScorer(title, size)
  const scoreCompany = createScorer(company, size)
  const starts = new Uint32Array(stems.length + 1)
  const [documents, scores]: [number[], number[]] = [[], []]
  for (const [at, counts] of stems.entries()) {
    const [ofTitle, ofCompany] = [scoreTitle(counts.inTitle), scoreCompany(counts.inCompany)]
    for (const document of listHolders(counts)) {
      documents.push(document)
      scores.push(TITLE_BOOST * ofTitle(document) + ofCompany(document))
    }
    starts[at + 1] = documents.length
    if (at % STEP_SIZE === 0) yield
  }
  return {
    stems: packTable(stems.map(({ stem }) => stem)),
    starts,
    documents: Uint32Array.from(documents),
    scores: Float64Array.from(scores),
    documentOf,
    size: Uint32Array.of(size),
  }
}

/** The documents that hold a stem in either field, ascending. */
function listHolders({ inTitle, inCompany }: StemCounts): readonly number[] {
  const inOne = Object.keys(inTitle)
  const others = Object.keys(inCompany).filter(document => inTitle[document] === undefined)
  const holders = [...inOne, ...others].map(Number)
  return others.length === 0 ? holders : holders.sort((a, b) => a - b)
}

/** How soon more of the same word adds little, how much the length of a field counts, and what a word adds at least. */
const [SATURATION, LENGTH_WEIGHT, LEAST] = [1.2, 0.7, 0.5]

/**
 * BM25+ over one field, as MiniSearch has it: what a word is worth by how many documents hold it, how often this one
 * does, and how long it is. MiniSearch itself makes an object for each document and word, which takes six times as long.
 */
function createScorer({ lengthOf, average }: FieldLengths, size: number) {
  return (counts: Counts) => {
    const holders = Object.keys(counts).length
    const rarity = Math.log(1 + (size - holders + 0.5) / (holders + 0.5))
    return (document: number): number => {
      const count = counts[document]
      if (count === undefined) return 0
      const length = 1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * lengthOf(document)) / average
      return rarity * (LEAST + (count * (SATURATION + 1)) / (count + SATURATION * length))
    }
  }
}
