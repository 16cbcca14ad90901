import { spawnSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { getHeapStatistics } from 'node:v8'
import { answerQuery } from '../../src/answer/answer-query.ts'
import { typingTerms } from '../../src/bot/typing.ts'
import { warmCatalogInSteps } from '../../src/bot/warm-catalog.ts'
import { createBot } from '../../src/bot.ts'
import { type Catalog, createCatalog } from '../../src/catalog/catalog.ts'
import { runSteps } from '../../src/catalog/steps.ts'
import type { Request } from '../../src/platform.ts'
import { parsePosting } from '../../src/posting/parse-posting.ts'
import type { Posting } from '../../src/posting/posting.ts'
import { readQuery } from '../../src/query/read-query.ts'
import { completeQuestion } from '../../src/reply/complete-question.ts'
import { openStore } from '../../src/store/open-store.ts'
import { makeBotDeps } from '../fakes/make-bot-deps.ts'
import { benchParsing } from './bench-parsing.ts'
import { checkAnswer } from './check-answer.ts'
import { generatePostings } from './generate-postings.ts'
import { findPercentile, measureMemory, measureTime } from './measure.ts'
import { createPeerIndex } from './peer-index.ts'
import { print, printPercentiles } from './print.ts'
import { BENCH_QUESTIONS, type BenchQuestion } from './questions.ts'
import { createSqlitePeer, type SqlitePeer } from './sqlite-peer.ts'

const ROUNDS = 20
const WARM_ROUNDS = 3
const GIGABYTE = 1e9
const SAMPLES = fileURLToPath(new URL('../../data/postings', import.meta.url))
const TODAY = '2026-01-01'
const NOW = new Date(TODAY)
const PAGE = 4
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

/** How long each question took in each round. */
type QuestionTimes = ReadonlyMap<string, readonly number[]>

/** All questions in turn, after rounds that are not counted. */
async function timeQuestions(ask: (question: BenchQuestion) => unknown): Promise<QuestionTimes> {
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

function middleOf(times: QuestionTimes): number {
  return findPercentile([...times.values()].flat(), 0.5)
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

/** Each question as a member asks it in a chat: read, answered, laid out, and kept for what they ask next. */
async function timeBot(catalog: Catalog): Promise<QuestionTimes> {
  const store = await openStore('sqlite::memory:')
  const bot = createBot(makeBotDeps(store, () => catalog, { now: () => NOW }))
  let asked = 0
  const times = await timeQuestions(async ({ question }) => {
    const { blocks } = await bot.handle(makeRequest(question, `conversation ${asked++}`))
    if (blocks.length === 0) throw new Error(`“${question}” got no answer`)
  })
  await store.close()
  return times
}

function makeRequest(text: string, conversationId: string): Request {
  const rights = { managesServer: false, managesChannel: false, isGuest: false }
  return {
    conversationId,
    content: { type: 'text', text },
    pageSize: PAGE,
    member: { id: 'bench:member', groups: [], ...rights },
    surface: { isPrivate: false, viewers: 'asker', isRich: true },
  }
}

/** Every prefix of what people type, as a platform asks with every key. */
function timeTyping(catalog: Catalog): readonly number[] {
  const terms = typingTerms.of(catalog)
  const typed = BENCH_QUESTIONS.flatMap(({ question }) =>
    Array.from(question, (_, at) => question.slice(0, at + 1)),
  )
  return typed.map(text => measureTime(() => completeQuestion(text, terms, [])).ms)
}

const LONG_QUESTION = 500
/** They are read in a millisecond once the code is warm, which a few rounds do not make it. */
const LONG_WARM_ROUNDS = 50
/** What no one means and anyone can type. */
const REPEATS = ['senior ', 'over 150k ', 'not java or ', 'new york ', 'sennior pyhton ', 'x-', '((', '1,0']

/** Questions of 500 characters: those of the mix one behind the other, each beginning with another, and words said again and again. */
function timeLongReading(catalog: Catalog): readonly number[] {
  const mix = BENCH_QUESTIONS.map(({ question }) => question)
  const long = mix.map((_, at) => [...mix.slice(at), ...mix, ...mix].join(' and ').slice(0, LONG_QUESTION))
  const texts = [...long, ...REPEATS.map(text => text.repeat(LONG_QUESTION).slice(0, LONG_QUESTION))]
  const read = (text: string) => measureTime(() => readQuery(text, { catalog, ...CONTEXT })).ms
  for (let round = 0; round < LONG_WARM_ROUNDS; round++) texts.map(read)
  return texts.map(text =>
    findPercentile(
      Array.from({ length: ROUNDS }, () => read(text)),
      0.5,
    ),
  )
}

async function benchCatalog(postings: readonly Posting[]): Promise<number> {
  const before = measureMemory()
  const { value: catalog, ms } = measureTime(() => createCatalog(postings))
  const warm = measureTime(() => runSteps(warmCatalogInSteps(catalog)))
  const megabytes = measureMemory() - before
  checkAnswers(catalog)
  print('\nRolecall: bot.handle, from the words to the reply with its buttons (answers checked)')
  print(
    `catalog   ${(ms / 1000).toFixed(2)} s to build and ${(warm.ms / 1000).toFixed(2)} s to warm, ${megabytes.toFixed(0)} MB beside the postings`,
  )
  const times = await timeBot(catalog)
  printQuestions(times, ({ question }) => answer(catalog, question).total)
  printPercentiles('typing    ', timeTyping(catalog))
  printPercentiles('500 signs ', timeLongReading(catalog))
  return middleOf(times)
}

async function benchMiniSearch(postings: readonly Posting[]): Promise<number> {
  const before = measureMemory()
  const { value: index, ms } = measureTime(() => createPeerIndex(postings))
  const megabytes = measureMemory() - before
  print(
    '\nPeer: MiniSearch over the full text, facts in a filter callback (reads no questions, lays nothing out)',
  )
  print(`index     ${(ms / 1000).toFixed(2)} s to build, ${megabytes.toFixed(0)} MB beside the postings`)
  const times = await timeQuestions(index.search)
  printQuestions(times, index.search)
  return middleOf(times)
}

async function benchSqlite(postings: readonly Posting[]): Promise<number> {
  const { value: peer, ms } = measureTime(() => createSqlitePeer(postings, TODAY))
  checkPeer(peer, postings)
  print(
    '\nPeer: SQLite FTS5, facts in indexed columns (answers checked; reads no questions, lays nothing out)',
  )
  print(`index     ${(ms / 1000).toFixed(2)} s to build, in a file`)
  const times = await timeQuestions(peer.search)
  printQuestions(times, peer.search)
  peer.close()
  return middleOf(times)
}

/** @throws when it finds something wrong, or lacks what is plain from the facts */
function checkPeer({ find }: SqlitePeer, postings: readonly Posting[]): void {
  for (const question of BENCH_QUESTIONS) {
    const found = new Set(find(question))
    const wrong = postings.filter((posting, at) => {
      const isClosed = posting.closesAt !== null && posting.closesAt < TODAY
      const verdict = isClosed ? false : question.judge(posting)
      // Which words a text mentions it decides by itself.
      return found.has(at) ? verdict === false : verdict === true && !question.facts.areWordsText
    })
    if (wrong.length > 0)
      throw new Error(`SQLite answers “${question.question}” wrongly: ${wrong.length} postings`)
  }
}

const HEAP_MB = 8000

/** A hundred thousand postings and their peers need more than a process has by itself. */
function runWithMoreMemory(): void {
  const { status } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${HEAP_MB}`, ...process.argv.slice(1)],
    { stdio: 'inherit' },
  )
  process.exitCode = status ?? 1
}

async function main(): Promise<void> {
  const options = readOptions()
  const isLarge = options.count > 20_000 && getHeapStatistics().heap_size_limit < HEAP_MB * 1e6
  if (isLarge) return runWithMoreMemory()
  printMachine()
  await benchParsing(options.documents, options.withPeer)
  if (options.isParseOnly) return
  const before = measureMemory()
  const parsed = await parseGenerated(options)
  printCorpus(options, parsed)
  printPercentiles('parsing   ', parsed.timesMs)
  print(`memory    ${(measureMemory() - before).toFixed(0)} MB of parsed postings`)
  const own = await benchCatalog(parsed.postings)
  if (!options.withPeer) return
  const [sqlite, miniSearch] = [await benchSqlite(parsed.postings), await benchMiniSearch(parsed.postings)]
  print(
    `\nat p50 Rolecall is ${(miniSearch / own).toFixed(0)} times as fast as MiniSearch and ${(sqlite / own).toFixed(0)} times as fast as SQLite`,
  )
}

if (import.meta.main) await main()
