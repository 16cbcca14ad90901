import type { Posting } from '../../src/posting/posting.ts'
import type { BenchQuestion } from './questions.ts'

/** A question, and the postings that answered it. */
export interface BenchAnswer {
  readonly question: BenchQuestion
  readonly matched: readonly Posting[]
}

const MOST_NAMED = 3

/**
 * Compares answers with the questions' own judgement of every posting; those that are closed answer nothing.
 * @param postings gone through once, as their texts may be on disk
 * @param today ISO 8601 date
 * @returns sentences about the first differences; none means that all is right as far as can be judged
 */
export function checkAnswers(
  answers: readonly BenchAnswer[],
  postings: Iterable<Posting>,
  today: string,
): string[] {
  const checks = answers.map(({ question, matched }) => ({
    question,
    matchedIds: new Set(matched.map(({ id }) => id)),
    wrong: [] as Posting[],
  }))
  for (const posting of postings) {
    const isClosed = posting.closesAt !== null && posting.closesAt < today
    for (const { question, matchedIds, wrong } of checks) {
      const verdict = isClosed ? false : question.judge(posting)
      if (verdict !== null && verdict !== matchedIds.has(posting.id)) wrong.push(posting)
    }
  }
  return checks.flatMap(({ question: { question }, matchedIds, wrong }) =>
    wrong.slice(0, MOST_NAMED).map(({ id, path, title }) => {
      const problem = matchedIds.has(id) ? 'wrongly has' : 'lacks'
      return `“${question}” ${problem} ${path} (${title}); ${wrong.length} such in all`
    }),
  )
}
