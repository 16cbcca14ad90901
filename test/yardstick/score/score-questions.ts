import type { Label, Question } from './formats.ts'
import { judge } from './judge.ts'
import { computeF1 } from './normalize.ts'

/** What was answered: the paths of the matches, those of merged duplicates among them. */
export type AnsweredPaths = ReadonlyMap<string, readonly string[]>

/** How one question was answered. */
export interface QuestionScore {
  readonly id: string
  readonly question: string
  readonly tags: readonly string[]
  readonly f1: number
  readonly wrong: readonly string[]
  readonly missed: readonly string[]
}

/** Scores the answers to questions against what the labels say; unlabelled postings and open verdicts do not count. */
export function scoreQuestions(
  labels: readonly Label[],
  questions: readonly Question[],
  answers: AnsweredPaths,
): QuestionScore[] {
  return questions.map(question => {
    const verdicts = new Map(labels.map(label => [label.path, judge(question.where, label)]))
    const had = new Set(answers.get(question.id) ?? [])
    const pathsOf = (verdict: boolean) =>
      [...verdicts].filter(([, value]) => value === verdict).map(([path]) => path)
    const wanted = pathsOf(true)
    const wrong = pathsOf(false).filter(path => had.has(path))
    const missed = wanted.filter(path => !had.has(path))
    const f1 = computeF1({ right: wanted.length - missed.length, wrong: wrong.length, missed: missed.length })
    return { id: question.id, question: question.q, tags: question.tags, f1, wrong, missed }
  })
}
