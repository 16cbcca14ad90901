import type { Posting } from '../../src/posting/posting.ts'
import type { BenchQuestion } from './questions.ts'

/**
 * Compares an answer with the question's own judgement of every posting; those that are closed answer nothing.
 * @param today ISO 8601 date
 * @returns sentences about the first differences; none means that the answer is right as far as can be judged
 */
export function checkAnswer(
  { question, judge }: BenchQuestion,
  postings: readonly Posting[],
  matched: readonly Posting[],
  today: string,
): string[] {
  const matchedIds = new Set(matched.map(posting => posting.id))
  const wrong = postings.filter(posting => {
    const isClosed = posting.closesAt !== null && posting.closesAt < today
    const verdict = isClosed ? false : judge(posting)
    return verdict !== null && verdict !== matchedIds.has(posting.id)
  })
  return wrong.slice(0, 3).map(({ id, path, title }) => {
    const problem = matchedIds.has(id) ? 'wrongly has' : 'lacks'
    return `“${question}” ${problem} ${path} (${title}); ${wrong.length} such in all`
  })
}
