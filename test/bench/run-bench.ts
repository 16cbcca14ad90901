import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { answerQuery } from '../../src/answer/answer-query.ts'
import { type Catalog, createCatalog } from '../../src/catalog/catalog.ts'
import { parsePosting } from '../../src/posting/parse-posting.ts'
import type { Posting } from '../../src/posting/posting.ts'
import { readQuery } from '../../src/query/read-query.ts'
import { benchParsing } from './bench-parsing.ts'
import { checkAnswer } from './check-answer.ts'
import { generatePostings } from './generate-postings.ts'
import { findPercentile, measureMemory, measureTime } from './measure.ts'
import { createPeerIndex } from './peer-index.ts'
import { print, printPercentiles } from './print.ts'
import { BENCH_QUESTIONS, type BenchQuestion } from './questions.ts'

const ROUNDS = 20
const GIGABYTE = 1e9
const SAMPLES = fileURLToPath(new URL('../../data/postings', import.meta.url))
const TODAY = '2026-01-01'
const NOW = new Date(TODAY)
const CONTEXT = { now: NOW, defaultCurrency: 'USD' }

interface BenchOptions {
  /** Where the generated postings are made from. */
  readonly folder: string
  /** Whose documents are timed as they are. */
  readonly documents: string
  readonly count: number
  readonly seed: string
  readonly withPeer: boolean
  /** True where only the reading of documents is timed. */
  readonly isParseOnly: boolean
}

interface Parsed {
  readonly postings: readonly Posting[]
  readonly bytes: number
  /** How long each document took. */
  readonly timesMs: readonly number[]
}

function readOptions(): BenchOptions {
  const { values } = parseArgs({
    options: {
      from: { type: 'string', default: SAMPLES },
      data: { type: 'string', default: SAMPLES },
      'parse-only': { type: 'boolean', default: false },
      count: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      'no-peer': { type: 'boolean', default: false },
    },
  })
  return {
    folder: values.from,
    documents: values.data,
    count: Number(values.count),
    seed: values.seed,
    withPeer: !values['no-peer'],
    isParseOnly: values['parse-only'],
  }
}

async function parseGenerated(options: BenchOptions): Promise<Parsed> {
  const postings: Posting[] = []
  const timesMs: number[] = []
  let bytes = 0
  for await (const { path, text } of generatePostings(options)) {
    const content = new TextEncoder().encode(text)
    const { value, ms } = measureTime(() =>
      parsePosting({ path, content }, { sourceName: 'bench', isSample: false }),
    )
    if (!('title' in value)) throw new Error(`${path} is read as no posting: ${value.reason}`)
    postings.push(value)
    timesMs.push(ms)
    bytes += content.length
  }
  return { postings, bytes, timesMs }
}

function answer(catalog: Catalog, question: string) {
  return answerQuery(catalog, readQuery(question, { catalog, ...CONTEXT }), CONTEXT)
}

/** @throws when an answer is wrong: there is no point in timing it */
function checkAnswers(catalog: Catalog): void {
  const postings = catalog.entries.map(entry => entry.posting)
  const problems = BENCH_QUESTIONS.flatMap(question => {
    const { matches } = answer(catalog, question.question)
    return checkAnswer(
      question,
      postings,
      matches.map(match => match.posting),
      TODAY,
    )
  })
  if (problems.length > 0) throw new Error(`Wrong answers:\n${problems.join('\n')}`)
}

/** The time of each question in each round, after one round that is not counted. */
function timeQuestions(ask: (question: BenchQuestion) => unknown): ReadonlyMap<string, readonly number[]> {
  for (const question of BENCH_QUESTIONS) ask(question)
  return new Map(
    BENCH_QUESTIONS.map(question => [
      question.question,
      Array.from({ length: ROUNDS }, () => measureTime(() => ask(question)).ms),
    ]),
  )
}

function printMachine(): void {
  const [cpu] = cpus()
  print(
    `machine   ${cpus().length} × ${cpu?.model.trim()}, ${(totalmem() / GIGABYTE).toFixed(0)} GB, Node ${process.version}`,
  )
}

function printCorpus(options: BenchOptions, { bytes }: Parsed): void {
  print(`\ncorpus    ${options.count} postings made of those in ${options.folder}, seed ${options.seed}`)
  print(`          ${(bytes / 1e6).toFixed(1)} MB, ${(bytes / options.count / 1000).toFixed(1)} kB each`)
}

function printQuestions(
  times: ReadonlyMap<string, readonly number[]>,
  count: (question: BenchQuestion) => number,
): void {
  printPercentiles('questions ', [...times.values()].flat())
  for (const question of BENCH_QUESTIONS) {
    const median = findPercentile(times.get(question.question) ?? [], 0.5)
    print(
      `  ${median.toFixed(2).padStart(8)} ms  ${String(count(question)).padStart(7)} found  ${question.question}`,
    )
  }
}

function benchCatalog(postings: readonly Posting[]): void {
  const before = measureMemory()
  const { value: catalog, ms } = measureTime(() => createCatalog(postings))
  const megabytes = measureMemory() - before
  checkAnswers(catalog)
  print('\nRolecall (answers checked)')
  print(`catalog   ${(ms / 1000).toFixed(2)} s to build, ${megabytes.toFixed(0)} MB beside the postings`)
  const times = timeQuestions(({ question }) => answer(catalog, question))
  printQuestions(times, ({ question }) => answer(catalog, question).total)
}

function benchPeer(postings: readonly Posting[]): void {
  const before = measureMemory()
  const { value: index, ms } = measureTime(() => createPeerIndex(postings))
  const megabytes = measureMemory() - before
  print(
    '\nPeer: MiniSearch over the full text, facts in a filter callback (reads no questions, makes no suggestions)',
  )
  print(`index     ${(ms / 1000).toFixed(2)} s to build, ${megabytes.toFixed(0)} MB beside the postings`)
  printQuestions(timeQuestions(index.search), index.search)
}

async function main(): Promise<void> {
  const options = readOptions()
  printMachine()
  await benchParsing(options.documents, options.withPeer)
  if (options.isParseOnly) return
  const before = measureMemory()
  const parsed = await parseGenerated(options)
  printCorpus(options, parsed)
  printPercentiles('parsing   ', parsed.timesMs)
  print(`memory    ${(measureMemory() - before).toFixed(0)} MB of parsed postings`)
  benchCatalog(parsed.postings)
  if (options.withPeer) benchPeer(parsed.postings)
}

if (import.meta.main) await main()
