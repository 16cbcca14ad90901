import { findString } from './image/packed-strings.ts'
import { type PackedTitles, packTitlesInSteps } from './pack-titles.ts'
import { splitWords, stemWord } from './split-words.ts'
import { runSteps, type Steps } from './steps.ts'
import type { RankedText } from './text-index.ts'

/** Ranks postings by how well their title and company fit words. */
export interface TitleRanks {
  /** How well a posting fits the words, 0 where it holds none of them; null where no posting holds any. */
  readonly score: (words: readonly string[]) => ((posting: number) => number) | null
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
  size,
}: PackedTitles): TitleRanks {
  const scoresOf = (stem: string): WordScores => {
    const at = findString(stems, stem)
    if (at < 0) return NO_SCORES
    const [start, end] = [starts[at], starts[at + 1]]
    return { documents: documents.subarray(start, end), scores: scores.subarray(start, end) }
  }
  return { score: words => scoreWords(words, scoresOf, documentOf, size[0] ?? 0) }
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
