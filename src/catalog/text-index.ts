import MiniSearch from 'minisearch'
import { findString, type PackedStrings, packStrings } from './image/packed-strings.ts'
import { splitWords, stemWord } from './split-words.ts'
import { runSteps, type Steps } from './steps.ts'

/** Ranks postings by how well their title and company fit words. */
export interface TextIndex {
  /** How well a posting fits the words, 0 where it holds none of them; null where no posting holds any. */
  readonly score: (words: readonly string[]) => ((posting: number) => number) | null
}

/** The part of a posting that is ranked. */
export interface RankedText {
  readonly title: string
  readonly company: string | null
}

const TITLE_BOOST = 3
/** Titles that are indexed in one step. */
const STEP_SIZE = 100

/** Indexes titles and companies; bodies stay out, their words are in the word index. */
export function createTextIndex(postings: readonly RankedText[]): TextIndex {
  return runSteps(createTextIndexInSteps(postings))
}

/** As `createTextIndex`, in steps of a few milliseconds. */
export function* createTextIndexInSteps(postings: readonly RankedText[]): Steps<TextIndex> {
  const { index, documentOf, size, frequencies } = yield* indexTitlesInSteps(postings)
  const scores = createWordScores(index, size)
  const common = [...frequencies].filter(([, total]) => total >= COMMON).map(([stem]) => stem)
  for (const stem of common) yield* scores.rememberInSteps(stem)
  return { score: words => scoreWords(words, scores.of, documentOf, size) }
}

/** What every word is worth to every title, in typed arrays: to rank by it takes no MiniSearch any more. */
export interface PackedTitles {
  /** The stems of all titles and companies, ascending. */
  readonly stems: PackedStrings
  /** Where the documents of each stem begin; one longer than the stems. */
  readonly starts: Uint32Array
  /** Distinct titles with company that hold the stem. */
  readonly documents: Uint32Array
  readonly scores: Float64Array
  /** The document of each posting. */
  readonly documentOf: Uint32Array
  /** How many documents there are, in the only element. */
  readonly size: Uint32Array
}

/** Indexes titles and companies and asks MiniSearch for the worth of every word, a word a step. */
export function* packTitlesInSteps(postings: readonly RankedText[]): Steps<PackedTitles> {
  const { index, documentOf, size, frequencies } = yield* indexTitlesInSteps(postings)
  const search = createWordScores(index, size).search
  const stems = [...frequencies.keys()].sort()
  const starts = new Uint32Array(stems.length + 1)
  const most = [...frequencies.values()].reduce((sum, frequency) => sum + frequency, 0)
  const [documents, scores] = [new Uint32Array(most), new Float64Array(most)]
  for (const [at, stem] of stems.entries()) {
    const start = starts[at] ?? 0
    const found = search(stem, 0, size)
    found.forEach(({ id, score }, i) => {
      documents[start + i] = Number(id)
      scores[start + i] = score
    })
    starts[at + 1] = start + found.length
    yield
  }
  return { stems: packStrings(stems), starts, documents, scores, documentOf, size: Uint32Array.of(size) }
}

const NO_SCORES: WordScores = { documents: new Uint32Array(0), scores: new Float64Array(0) }

/** Ranks by what was packed; takes no time to open, and ranks as `createTextIndex` does. */
export function openTextIndex({
  stems,
  starts,
  documents,
  scores,
  documentOf,
  size,
}: PackedTitles): TextIndex {
  const scoresOf = (stem: string): WordScores => {
    const at = findString(stems, stem)
    if (at < 0) return NO_SCORES
    const [start, end] = [starts[at], starts[at + 1]]
    return { documents: documents.subarray(start, end), scores: scores.subarray(start, end) }
  }
  return { score: words => scoreWords(words, scoresOf, documentOf, size[0] ?? 0) }
}

function* indexTitlesInSteps(postings: readonly RankedText[]) {
  const index = new MiniSearch<{ id: number; title: string; company: string }>({
    fields: ['title', 'company'],
    tokenize: splitWords,
    processTerm: stemWord,
    searchOptions: { boost: { title: TITLE_BOOST } },
  })
  const documents = new Map<string, number>()
  const documentOf = new Uint32Array(postings.length)
  const frequencies = new Map<string, number>()
  for (const [posting, { title, company }] of postings.entries()) {
    // Postings that are called alike and of one company fit any words alike.
    const text = `${title}\n${company ?? ''}`
    const known = documents.get(text)
    const id = known ?? documents.size
    documentOf[posting] = id
    if (known === undefined) {
      documents.set(text, id)
      index.add({ id, title, company: company ?? '' })
      for (const stem of new Set(splitWords(text).map(stemWord)))
        frequencies.set(stem, (frequencies.get(stem) ?? 0) + 1)
    }
    if (posting % STEP_SIZE === 0) yield
  }
  return { index, documentOf, size: documents.size, frequencies }
}

/** Words of so many documents are scored beforehand: scoring them takes longer than anything else in a question. */
const COMMON = 200
/** Documents that are scored in one step. */
const SCORED_AT_ONCE = 2000
const MOST_REMEMBERED = 5000

/** What one word is worth to each document that holds it. */
interface WordScores {
  readonly documents: Uint32Array
  readonly scores: Float64Array
}

/** What words are worth does not depend on the question: MiniSearch is asked once a word. */
function createWordScores(index: Pick<MiniSearch, 'search'>, size: number) {
  const remembered = new Map<string, WordScores>()
  const search = (stem: string, from: number, to: number) =>
    index.search(stem, {
      tokenize: text => [text],
      processTerm: text => text,
      // A boost of 0 skips a document before it is scored.
      boostDocument: id => (id >= from && id < to ? 1 : 0),
    })
  const remember = (stem: string, found: ReturnType<typeof search>): WordScores => {
    const documents = Uint32Array.from(found, ({ id }) => Number(id))
    const word = { documents, scores: Float64Array.from(found, ({ score }) => score) }
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    remembered.set(stem, word)
    return word
  }
  return {
    search,
    of: (stem: string): WordScores => remembered.get(stem) ?? remember(stem, search(stem, 0, size)),
    *rememberInSteps(stem: string): Steps<WordScores> {
      const found: ReturnType<typeof search> = []
      for (let from = 0; from < size; from += SCORED_AT_ONCE) {
        found.push(...search(stem, from, from + SCORED_AT_ONCE))
        yield
      }
      return remember(stem, found)
    },
  }
}

/** Words add up; who holds more of the different ones comes before who holds one of them often, as in MiniSearch. */
function scoreWords(
  words: readonly string[],
  scoresOf: (stem: string) => WordScores,
  documentOf: Uint32Array,
  size: number,
): ((posting: number) => number) | null {
  const stems = words.flatMap(splitWords).map(stemWord)
  const known = stems.map(scoresOf)
  if (known.every(({ documents }) => documents.length === 0)) return null
  const sums = new Float64Array(size)
  const found = new Uint8Array(size)
  known.forEach(({ documents, scores }, at) => {
    // A word that comes twice counts twice, but is one that was found.
    const more = stems.indexOf(stems[at] ?? '') === at ? 1 : 0
    for (let i = 0; i < documents.length; i++) {
      const document = documents[i] ?? 0
      sums[document] = (sums[document] ?? 0) + (scores[i] ?? 0)
      found[document] = (found[document] ?? 0) + more
    }
  })
  return posting => {
    const document = documentOf[posting] ?? 0
    return (sums[document] ?? 0) * (found[document] ?? 0)
  }
}
