import { packTable, type StringTable } from './image/packed-strings.ts'
import { splitWords, stemWord } from './split-words.ts'
import type { Steps } from './steps.ts'

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
  const { documentOf, occurrences, titles, companies } = yield* countWordsInSteps(postings)
  const size = titles.lengths.length
  const stems = [...occurrences.keys()].sort()
  const starts = new Uint32Array(stems.length + 1)
  for (const [at, stem] of stems.entries())
    starts[at + 1] = (starts[at] ?? 0) + (occurrences.get(stem)?.length ?? 0)
  const documents = new Uint32Array(starts[stems.length] ?? 0)
  const scores = new Float64Array(documents.length)
  const [scoreTitle, scoreCompany] = [createScorer(titles), createScorer(companies)]
  for (const [at, stem] of stems.entries()) {
    const found = occurrences.get(stem) ?? []
    const inTitle = scoreTitle(found.filter(({ title }) => title > 0).length)
    const inCompany = scoreCompany(found.filter(({ company }) => company > 0).length)
    let next = starts[at] ?? 0
    for (const { document, title, company } of found) {
      documents[next] = document
      scores[next++] = TITLE_BOOST * inTitle(title, document) + inCompany(company, document)
    }
    if (at % STEP_SIZE === 0) yield
  }
  return { stems: packTable(stems), starts, documents, scores, documentOf, size: Uint32Array.of(size) }
}

/** How often a stem stands in the title and the company of a document. */
interface Occurrence {
  readonly document: number
  title: number
  company: number
}

/** A field of all documents: how many different words each has. */
interface Field {
  readonly lengths: number[]
}

function* countWordsInSteps(postings: readonly RankedText[]) {
  const known = new Map<string, number>()
  const documentOf = new Uint32Array(postings.length)
  const occurrences = new Map<string, Occurrence[]>()
  const [titles, companies]: [Field, Field] = [{ lengths: [] }, { lengths: [] }]
  const count = (stem: string, document: number): Occurrence => {
    const list = occurrences.get(stem) ?? []
    if (list.length === 0) occurrences.set(stem, list)
    const last = list.at(-1)
    if (last?.document === document) return last
    const fresh = { document, title: 0, company: 0 }
    list.push(fresh)
    return fresh
  }
  for (const [posting, { title, company }] of postings.entries()) {
    if (posting % STEP_SIZE === 0) yield
    const text = `${title}\n${company ?? ''}`
    const document = known.get(text) ?? known.size
    documentOf[posting] = document
    if (document < known.size) continue
    known.set(text, document)
    const [words, names] = [splitWords(title), splitWords(company ?? '')]
    for (const word of words) count(stemWord(word), document).title++
    for (const word of names) count(stemWord(word), document).company++
    titles.lengths.push(new Set(words).size)
    companies.lengths.push(new Set(names).size)
  }
  return { documentOf, occurrences, titles, companies }
}

/** How soon more of the same word adds little, how much the length of a field counts, and what a word adds at least. */
const [SATURATION, LENGTH_WEIGHT, LEAST] = [1.2, 0.7, 0.5]

/** BM25+ over one field, as MiniSearch has it: a word's worth by how many documents hold it and how often this one does. */
function createScorer({ lengths }: Field) {
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
  return (holders: number) => {
    const rarity = Math.log(1 + (lengths.length - holders + 0.5) / (holders + 0.5))
    return (times: number, document: number): number => {
      if (times === 0) return 0
      const length = 1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * (lengths[document] ?? 0)) / average
      return rarity * (LEAST + (times * (SATURATION + 1)) / (times + SATURATION * length))
    }
  }
}
