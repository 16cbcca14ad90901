import { packTable, type StringTable } from './image/packed-strings.ts'
import type { Steps } from './steps.ts'
import { createTitleCounter, type TitleWords } from './title-counter.ts'

/** The part of a posting that is ranked. */
export interface RankedText {
  readonly title: string
  readonly company: string | null
}

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
/** Postings that are looked at in one step. */
const STEP_SIZE = 200

/**
 * Works out what each word is worth to each title and company, in short steps; bodies stay out, their words are in the
 * word index. Postings that are called alike and of one company fit any words alike: they are one document.
 */
export function* packTitlesInSteps(postings: readonly RankedText[]): Steps<PackedTitles> {
  const counter = createTitleCounter()
  const known = new Map<string, number>()
  const documentOf = new Uint32Array(postings.length)
  for (const [posting, { title, company }] of postings.entries()) {
    if (posting % STEP_SIZE === 0) yield
    const text = `${title}\n${company ?? ''}`
    const document = known.get(text) ?? known.size
    documentOf[posting] = document
    if (document < known.size) continue
    known.set(text, document)
    counter.add(title, company ?? '')
  }
  const stems = [...counter.stems.keys()].sort()
  yield
  const lists = sortByStem(
    stems.map(stem => counter.stems.get(stem) ?? 0),
    counter,
  )
  yield
  const scores = yield* scoreInSteps(lists, counter)
  const { starts, documents } = lists
  return { stems: packTable(stems), starts, documents, scores, documentOf, size: Uint32Array.of(known.size) }
}

/** The occurrences of each stem, by their documents. */
interface StemLists extends Pick<PackedTitles, 'starts' | 'documents'> {
  readonly inTitle: Uint32Array
  readonly inCompany: Uint32Array
}

/** Counting sort; stable, so that the documents of each stem stay ascending. */
function sortByStem(
  order: readonly number[],
  { stemOf, documentOf, inTitle, inCompany }: TitleWords,
): StemLists {
  const totals = new Uint32Array(order.length)
  for (let i = 0; i < stemOf.length; i++) totals[stemOf[i] ?? 0] = (totals[stemOf[i] ?? 0] ?? 0) + 1
  const starts = new Uint32Array(order.length + 1)
  const next = new Uint32Array(order.length)
  order.forEach((stem, at) => {
    next[stem] = starts[at] ?? 0
    starts[at + 1] = (starts[at] ?? 0) + (totals[stem] ?? 0)
  })
  const empty = () => new Uint32Array(stemOf.length)
  const sorted = { starts, documents: empty(), inTitle: empty(), inCompany: empty() }
  for (let i = 0; i < stemOf.length; i++) {
    const stem = stemOf[i] ?? 0
    const place = next[stem] ?? 0
    next[stem] = place + 1
    sorted.documents[place] = documentOf[i] ?? 0
    sorted.inTitle[place] = inTitle[i] ?? 0
    sorted.inCompany[place] = inCompany[i] ?? 0
  }
  return sorted
}

function* scoreInSteps(
  { starts, documents, inTitle, inCompany }: StemLists,
  { titleLengths, companyLengths }: TitleWords,
): Steps<Float64Array> {
  const scores = new Float64Array(documents.length)
  const [ofTitle, ofCompany] = [createScorer(titleLengths), createScorer(companyLengths)]
  for (let at = 0; at + 1 < starts.length; at++) {
    const [start = 0, end = 0] = [starts[at], starts[at + 1]]
    const title = ofTitle(inTitle.subarray(start, end))
    const company = ofCompany(inCompany.subarray(start, end))
    for (let i = start; i < end; i++) {
      const document = documents[i] ?? 0
      scores[i] = TITLE_BOOST * title(inTitle[i] ?? 0, document) + company(inCompany[i] ?? 0, document)
    }
    if (at % STEP_SIZE === 0) yield
  }
  return scores
}

/** How soon more of the same word adds little, how much the length of a field counts, and what a word adds at least. */
const [SATURATION, LENGTH_WEIGHT, LEAST] = [1.2, 0.7, 0.5]

/**
 * BM25+ over one field, as MiniSearch has it: what a word is worth by how many documents hold it, how often this one
 * does, and how long it is.
 * @param lengths of the field in all documents
 */
function createScorer(lengths: readonly number[]) {
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
  return (counts: Uint32Array) => {
    let holders = 0
    for (const count of counts) if (count > 0) holders++
    const rarity = Math.log(1 + (lengths.length - holders + 0.5) / (holders + 0.5))
    return (count: number, document: number): number => {
      if (count === 0) return 0
      const length = 1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * (lengths[document] ?? 0)) / average
      return rarity * (LEAST + (count * (SATURATION + 1)) / (count + SATURATION * length))
    }
  }
}
