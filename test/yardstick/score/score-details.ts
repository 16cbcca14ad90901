import type { Detail } from './formats.ts'
import { fold, toPlainText } from './normalize.ts'

/** An answer to a question about one posting, as far as it is scored. */
export interface DetailAnswer {
  readonly text: string
  readonly found: boolean
  readonly evidence: readonly { readonly path: string; readonly quote: string }[]
}

/** How one detail question was answered. */
export interface DetailScore {
  readonly id: string
  readonly question: string
  readonly isRight: boolean
  /** True where something was answered though the posting does not say. */
  readonly isInvented: boolean
  readonly isQuoted: boolean
}

/**
 * Scores answers about single postings: right words with a quote that stands in the posting, or "does not say".
 * @param readText the text of a posting by its path
 */
export function scoreDetails(
  details: readonly Detail[],
  answers: ReadonlyMap<string, DetailAnswer>,
  readText: (path: string) => string,
): DetailScore[] {
  return details.map(detail => {
    const answer = answers.get(detail.id)
    const says = answer?.found === true
    const isRight = detail.found ? says && isGood(detail, answer, readText) : answer?.found === false
    const isQuoted = (answer?.evidence.length ?? 0) > 0
    return { id: detail.id, question: detail.q, isRight, isInvented: !detail.found && says, isQuoted }
  })
}

function isGood(detail: Detail, answer: DetailAnswer, readText: (path: string) => string): boolean {
  const text = fold(answer.text)
  const holds = (pattern: string) => new RegExp(fold(pattern)).test(text)
  if (!detail.all.every(holds) || detail.none.some(holds) || answer.evidence.length === 0) return false
  return answer.evidence.every(
    ({ path, quote }) =>
      (detail.path === undefined || detail.path === path) &&
      toPlainText(readText(path)).includes(toPlainText(quote)),
  )
}
