import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { z } from 'zod'
import { answerQuery } from '../../src/answer/answer-query.ts'
import { createCatalog } from '../../src/catalog/catalog.ts'
import type { Posting } from '../../src/posting/posting.ts'
import { readQuery } from '../../src/query/read-query.ts'
import { collectAll } from '../../src/reload/collect-postings.ts'
import { createFolderSource } from '../../src/source/folder-source.ts'
import { detailSchema, labelSchema, questionSchema } from './score/formats.ts'
import { scoreDetails } from './score/score-details.ts'
import { type FieldScore, scorePostings } from './score/score-postings.ts'
import { type QuestionScore, scoreQuestions } from './score/score-questions.ts'

/** A yardstick: postings, and what careful readers say of them. */
interface Yardstick {
  readonly name: string
  readonly postings: string
  readonly labels: string
  readonly questions: string
  readonly details: string
}

const MAX_DOCUMENT_BYTES = 1_048_576
const DEFAULT_CURRENCY = 'USD'
const { values: flags } = parseArgs({ options: { verbose: { type: 'boolean', default: false } } })

function inFolder(name: string, base: string, prefix: string, postings: string): Yardstick {
  const path = (relative: string) => fileURLToPath(new URL(`${base}/${relative}`, import.meta.url))
  return {
    name,
    postings: path(postings),
    labels: path(`${prefix}labels.jsonl`),
    questions: path(`${prefix}queries.jsonl`),
    details: path(`${prefix}details.jsonl`),
  }
}

const YARDSTICKS: readonly Yardstick[] = [
  inFolder('public yardstick', '.', '', 'postings'),
  inFolder('real postings', '../../../shared/eval', 'dev.', '../postings'),
]

function readRows<T>(path: string, schema: z.ZodType<T>): T[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.filter(line => line.trim() !== '').map(line => schema.parse(JSON.parse(line)))
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function percent(share: number): string {
  return (100 * share).toFixed(1).padStart(6)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function printPostings(scores: readonly FieldScore[]): void {
  say('\npostings            F1   precision  recall')
  for (const { field, f1, tally } of scores) {
    const precision = tally.right / (tally.right + tally.wrong || 1)
    const recall = tally.right / (tally.right + tally.missed || 1)
    say(`  ${field.padEnd(12)} ${percent(f1)}     ${percent(precision)}  ${percent(recall)}`)
  }
  say(`  ${'mean'.padEnd(12)} ${percent(mean(scores.map(score => score.f1)))}`)
}

function printQuestions(scores: readonly QuestionScore[]): void {
  say('\nquestions           F1   count')
  for (const tag of [...new Set(scores.flatMap(score => score.tags))].sort()) {
    const tagged = scores.filter(score => score.tags.includes(tag)).map(score => score.f1)
    say(`  ${tag.padEnd(12)} ${percent(mean(tagged))}   ${tagged.length}`)
  }
  const exact = scores.filter(score => score.f1 === 1).length / scores.length
  say(
    `  ${'macro'.padEnd(12)} ${percent(mean(scores.map(score => score.f1)))}   ${scores.length}, exactly right ${percent(exact)}`,
  )
  if (!flags.verbose) return
  for (const score of scores.filter(({ f1 }) => f1 < 1)) {
    say(`  ${percent(score.f1)}  ${score.id} “${score.question}”`)
    say(
      `          wrong: ${score.wrong.slice(0, 5).join(', ')}  missed: ${score.missed.slice(0, 5).join(', ')}`,
    )
  }
}

async function evaluate(yardstick: Yardstick): Promise<void> {
  say(`\n== ${yardstick.name}`)
  if (!existsSync(yardstick.labels)) return say('skipped: its files are not beside this repository')
  const source = createFolderSource({ path: yardstick.postings, maxDocumentBytes: MAX_DOCUMENT_BYTES })
  const { postings, rejected } = await collectAll([source])
  say(`${postings.length} postings read, ${rejected.length} documents rejected`)
  const labels = readRows(yardstick.labels, labelSchema)
  printPostings(scorePostings(labels, new Map(postings.map(posting => [posting.path, posting]))))
  evaluateQuestions(yardstick, postings)
}

function evaluateQuestions(yardstick: Yardstick, postings: readonly Posting[]): void {
  const labels = readRows(yardstick.labels, labelSchema)
  const catalog = createCatalog(postings)
  const context = { catalog, now: new Date(), defaultCurrency: DEFAULT_CURRENCY }
  const ask = (question: string) => answerQuery(catalog, readQuery(question, context), context)
  const questions = readRows(yardstick.questions, questionSchema)
  const answers = new Map(
    questions.map(({ id, q }) => [
      id,
      ask(q).matches.flatMap(match => [match.posting.path, ...match.alsoPaths]),
    ]),
  )
  printQuestions(scoreQuestions(labels, questions, answers))
  const details = readRows(yardstick.details, detailSchema)
  const readText = (path: string) => readFileSync(`${yardstick.postings}/${path}`, 'utf8')
  const scores = scoreDetails(details, new Map(details.map(({ id, q }) => [id, ask(q)])), readText)
  const share = (isTrue: (score: (typeof scores)[number]) => boolean) =>
    percent(scores.filter(isTrue).length / scores.length)
  say(
    `\ndetails: ${scores.length} questions, right ${share(score => score.isRight)}, with a quote ${share(score => score.isQuoted)}`,
  )
  say(`  answered though the posting does not say: ${scores.filter(score => score.isInvented).length}`)
}

for (const yardstick of YARDSTICKS) await evaluate(yardstick)
