import MiniSearch from 'minisearch'
import { memoizeByText } from '../posting/memoize-by-text.ts'
import { splitWords, stemWord } from './split-words.ts'
import type { Steps } from './steps.ts'

/** The part of a posting that is ranked. */
export interface RankedText {
  readonly title: string
  readonly company: string | null
}

/** What MiniSearch counted in the titles and companies of documents. */
export interface TextIndex {
  /** The document of each posting: those called alike and of one company fit any words alike, and are one. */
  readonly documentOf: Uint32Array
  /** How many documents there are. */
  readonly size: number
  /** The stems of all titles and companies, ascending. */
  readonly stems: readonly StemCounts[]
  readonly title: FieldLengths
  readonly company: FieldLengths
}

/** How often a stem stands in the fields of the documents that hold it, by the number of the document. */
export interface StemCounts {
  readonly stem: string
  readonly inTitle: Counts
  readonly inCompany: Counts
}

/** Keys are whole numbers, so that they come in ascending order. */
export type Counts = Readonly<Record<string, number>>

/** How many different words a field has. */
export interface FieldLengths {
  readonly lengthOf: (document: number) => number
  readonly average: number
}

const FIELDS = ['title', 'company'] as const
/** Postings that are looked at in one step. */
const STEP_SIZE = 200

/** Indexes titles and companies, in short steps but for the last; bodies stay out, their words are in the word index. */
export function* indexTextsInSteps(postings: readonly RankedText[]): Steps<TextIndex> {
  const index = new MiniSearch<{ id: number; title: string; company: string }>({
    fields: [...FIELDS],
    tokenize: splitWords,
    // Titles repeat their words, and a look-up is cheaper than a stem.
    processTerm: memoizeByText(stemWord, Number.POSITIVE_INFINITY),
  })
  const known = new Map<string, number>()
  const documentOf = new Uint32Array(postings.length)
  for (const [posting, { title, company }] of postings.entries()) {
    if (posting % STEP_SIZE === 0) yield
    const text = `${title}\n${company ?? ''}`
    const document = known.get(text) ?? known.size
    documentOf[posting] = document
    if (document < known.size) continue
    known.set(text, document)
    index.add({ id: document, title, company: company ?? '' })
  }
  yield
  return { documentOf, size: known.size, ...readCounts(index) }
}

/** The figures behind the index, as MiniSearch hands them out to be stored. */
function readCounts(index: MiniSearch): Pick<TextIndex, 'stems' | 'title' | 'company'> {
  const { index: entries, fieldIds, fieldLength, averageFieldLength } = index.toJSON()
  const [title, company] = FIELDS.map(field => fieldIds[field] ?? 0) as [number, number]
  const lengths = (field: number): FieldLengths => ({
    lengthOf: document => fieldLength[document]?.[field] ?? 0,
    average: averageFieldLength[field] ?? 0,
  })
  const stems = entries.map(([stem, counts]) => ({
    stem,
    inTitle: counts[title] ?? {},
    inCompany: counts[company] ?? {},
  }))
  return {
    stems: stems.sort((a, b) => (a.stem < b.stem ? -1 : 1)),
    title: lengths(title),
    company: lengths(company),
  }
}
