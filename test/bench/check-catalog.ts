import { answerQuery } from '../../src/answer/answer-query.ts'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { readQuery } from '../../src/query/read-query.ts'
import { checkAnswers } from './check-answer.ts'
import { BENCH_QUESTIONS } from './questions.ts'

/** The day on which the questions of the mix are asked. */
export const BENCH_TODAY = '2026-01-01'
/** What reading and answering them depends on. */
export const BENCH_CONTEXT = { now: new Date(BENCH_TODAY), defaultCurrency: 'USD' }

/** So many postings are judged unless more are asked for: some judges read the whole text. */
const JUDGED = 2000

/** Asks every question of the mix. @throws when an answer is wrong: there is no point in timing it */
export function checkCatalog(catalog: Catalog, mostJudged = JUDGED): void {
  const step = Math.ceil(catalog.size / mostJudged)
  const postings = catalog.entries.filter((_, number) => number % step === 0).map(({ posting }) => posting)
  const answers = BENCH_QUESTIONS.map(question => ({
    question,
    matched: answerBench(catalog, question.question).matches.map(({ posting }) => posting),
  }))
  const problems = checkAnswers(answers, postings, BENCH_TODAY)
  if (problems.length > 0) throw new Error(`Wrong answers:\n${problems.join('\n')}`)
}

/** What a catalog says to a question, before any layout. */
export function answerBench(catalog: Catalog, question: string) {
  return answerQuery(catalog, readQuery(question, { catalog, ...BENCH_CONTEXT }), BENCH_CONTEXT)
}
