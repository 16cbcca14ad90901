import { findPercentile } from './measure.ts'
import { print, printPercentiles } from './print.ts'
import { BENCH_QUESTIONS, type BenchQuestion } from './questions.ts'

const ROUNDS = 20
const WARM_ROUNDS = 3

/** How long each question took in each round, in milliseconds. */
export type QuestionTimes = ReadonlyMap<string, readonly number[]>

/** All questions of the mix in turn, after rounds that are not counted. */
export async function timeQuestions(ask: (question: BenchQuestion) => unknown): Promise<QuestionTimes> {
  const times = new Map<string, number[]>(BENCH_QUESTIONS.map(({ question }) => [question, []]))
  for (let round = -WARM_ROUNDS; round < ROUNDS; round++) {
    for (const question of BENCH_QUESTIONS) {
      const beganMs = performance.now()
      await ask(question)
      if (round >= 0) times.get(question.question)?.push(performance.now() - beganMs)
    }
  }
  return times
}

/** The middle of all times. */
export function middleOf(times: QuestionTimes): number {
  return findPercentile([...times.values()].flat(), 0.5)
}

/** Prints all times together, then the middle of each question and how many postings it finds. */
export function printQuestions(times: QuestionTimes, count: (question: BenchQuestion) => number): void {
  printPercentiles('questions ', [...times.values()].flat())
  for (const question of BENCH_QUESTIONS) {
    const median = findPercentile(times.get(question.question) ?? [], 0.5)
    print(
      `  ${median.toFixed(2).padStart(8)} ms  ${String(count(question)).padStart(7)} found  ${question.question}`,
    )
  }
}
