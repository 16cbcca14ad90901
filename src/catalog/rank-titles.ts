import { findString } from './image/packed-strings.ts'
import { type PackedTitles, packTitlesInSteps } from './pack-titles.ts'
import { splitWords, stemWord } from './split-words.ts'
import { runSteps, type Steps } from './steps.ts'
import type { RankedText } from './text-index.ts'

/** Ranks postings by how well their title and company fit words. */
export interface TitleRanks {
  /**
   * How well a posting fits the words, 0 where it holds none of them; null where no posting holds any.
   * @param asked about how many postings it will be asked of; many where absent
   */
  readonly score: (words: readonly string[], asked?: number) => ((posting: number) => number) | null
}

/** Indexes titles and companies. */
export function rankTitles(postings: readonly RankedText[]): TitleRanks {
  return runSteps(rankTitlesInSteps(postings))
}

/** As `rankTitles`, in short steps. */
export function* rankTitlesInSteps(postings: readonly RankedText[]): Steps<TitleRanks> {
  return openTitleRanks(yield* packTitlesInSteps(postings))
}

/** What one word is worth to each document that holds it. */
interface WordScores {
  readonly documents: Uint32Array
  readonly scores: Float64Array
}

const NO_SCORES: WordScores = { documents: new Uint32Array(0), scores: new Float64Array(0) }

/** Ranks by what was packed; takes no time to open. */
export function openTitleRanks({
  stems,
  starts,
  documents,
  scores,
  documentOf,
  titleLengths,
}: PackedTitles): TitleRanks {
  const scoresOf = (stem: string): WordScores => {
    const at = findString(stems, stem)
    if (at < 0) return NO_SCORES
    const [start, end] = [starts[at], starts[at + 1]]
    return { documents: documents.subarray(start, end), scores: scores.subarray(start, end) }
  }
  const board = createBoard(titleLengths.length)
  return {
    score(words, asked = Number.POSITIVE_INFINITY) {
      const found = words.flatMap(splitWords).map(stemWord)
      const known = found.map((stem, at) => ({ ...scoresOf(stem), isRepeated: found.indexOf(stem) < at }))
      const entries = known.reduce((sum, { documents }) => sum + documents.length, 0)
      if (entries === 0) return null
      if (asked * LOOK_UP_EFFORT < entries) return posting => lookUpScore(known, documentOf[posting] ?? 0)
      return posting => {
        if (board.shown !== known) board.show(known)
        return board.read(documentOf[posting] ?? 0)
      }
    },
  }
}

/** Looking a document up among those of all words takes as long as writing the scores of so many on the board. */
const LOOK_UP_EFFORT = 16

/** As the board has it. */
function lookUpScore(words: readonly AskedWord[], document: number): number {
  let [sum, found] = [0, 0]
  for (const { documents, scores, isRepeated } of words) {
    const at = findDocument(documents, document)
    if (documents[at] !== document) continue
    sum += scores[at] ?? 0
    if (!isRepeated) found++
  }
  return sum * found
}

/** The place of the first document that is not below this one. */
function findDocument(documents: Uint32Array, document: number): number {
  let [low, high] = [0, documents.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((documents[middle] ?? 0) < document) low = middle + 1
    else high = middle
  }
  return low
}

/** A word of those that are asked for; one that comes twice counts twice, but is one that was found. */
interface AskedWord extends WordScores {
  readonly isRepeated: boolean
}

interface Board {
  /** The words whose scores stand on it; null before the first. */
  readonly shown: readonly AskedWord[] | null
  readonly show: (words: readonly AskedWord[]) => void
  /** Words add up; who holds more of the different ones comes before who holds one of them often, as in MiniSearch. */
  readonly read: (document: number) => number
}

/** A score for each document, written for one question after the other: making room for all takes longer than filling it. */
function createBoard(size: number): Board {
  let shown: readonly AskedWord[] | null = null
  let [scores, found] = [new Float64Array(0), new Uint8Array(0)]
  return {
    get shown() {
      return shown
    },
    show(words) {
      if (shown === null) [scores, found] = [new Float64Array(size), new Uint8Array(size)]
      for (const word of shown ?? []) wipe(scores, word)
      for (const word of words) addWord(scores, found, word)
      for (const word of words) weigh(scores, found, word)
      shown = words
    },
    read: document => scores[document] ?? 0,
  }
}

function wipe(scores: Float64Array, { documents }: AskedWord): void {
  for (let i = 0; i < documents.length; i++) scores[documents[i] ?? 0] = 0
}

function addWord(sums: Float64Array, found: Uint8Array, { documents, scores, isRepeated }: AskedWord): void {
  const more = isRepeated ? 0 : 1
  for (let i = 0; i < documents.length; i++) {
    const document = documents[i] ?? 0
    sums[document] = (sums[document] ?? 0) + (scores[i] ?? 0)
    found[document] = (found[document] ?? 0) + more
  }
}

/** Each document once: how many of the words it holds is forgotten here. */
function weigh(sums: Float64Array, found: Uint8Array, { documents }: AskedWord): void {
  for (let i = 0; i < documents.length; i++) {
    const document = documents[i] ?? 0
    const count = found[document] ?? 0
    if (count === 0) continue
    sums[document] = (sums[document] ?? 0) * count
    found[document] = 0
  }
}
