import { answerQuery } from '../../src/answer/answer-query.ts'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { readQuery } from '../../src/query/read-query.ts'
import { checkAnswer } from './check-answer.ts'
import { BENCH_QUESTIONS } from './questions.ts'

const TODAY = '2026-01-01'
const CONTEXT = { now: new Date(TODAY), defaultCurrency: 'USD' }

/** So many postings are judged at the most: some judges read the whole text. */
const JUDGED = 2000

/** Asks every question of the mix. @throws when an answer is wrong: there is no point in timing it */
export function checkCatalog(catalog: Catalog): void {
  const step = Math.ceil(catalog.size / JUDGED)
  const postings = catalog.entries.filter((_, number) => number % step === 0).map(({ posting }) => posting)
  const problems = BENCH_QUESTIONS.flatMap(question => {
    const { matches } = answerQuery(catalog, readQuery(question.question, { catalog, ...CONTEXT }), CONTEXT)
    const found = matches.map(match => match.posting)
    return checkAnswer(question, postings, found, TODAY)
  })
  if (problems.length > 0) throw new Error(`Wrong answers:\n${problems.join('\n')}`)
}
