import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { cpus, loadavg, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { version as discordVersion } from 'discord.js'
import { createDiscordPlatform } from '../../adapters/discord/connect.ts'
import { answerQuery } from '../../src/answer/answer-query.ts'
import { createBot } from '../../src/bot.ts'
import { type Catalog, createCatalog } from '../../src/catalog/catalog.ts'
import { createLog } from '../../src/log.ts'
import { parsePosting } from '../../src/posting/parse-posting.ts'
import type { Posting } from '../../src/posting/posting.ts'
import { readQuery } from '../../src/query/read-query.ts'
import { openStore } from '../../src/store/open-store.ts'
import { makeBotDeps } from '../fakes/make-bot-deps.ts'
import type { LoadAnswer, LoadOrder, LoadServer } from './discord-load-server.ts'
import { generatePostings } from './generate-postings.ts'
import { print, printPercentiles } from './print.ts'
import { BENCH_QUESTIONS } from './questions.ts'

const GIGABYTE = 1e9
const NOW = new Date('2026-01-01')
const CONTEXT = { now: NOW, defaultCurrency: 'USD' }
const SAMPLES = fileURLToPath(new URL('../../data/postings', import.meta.url))
const SERVER = fileURLToPath(new URL('discord-load-server.ts', import.meta.url))
/** Discord's own limit for all bots is 50; here the bot is to show what it can do. */
const REQUESTS_PER_SECOND = 10_000
const A_PAGE = 4
/** An acknowledgement may take no longer, a third of what Discord allows. */
const MOST_MS = 1000

async function makeCatalog(count: number): Promise<Catalog> {
  const postings: Posting[] = []
  for await (const { path, text } of generatePostings({ folder: SAMPLES, count, seed: '1' })) {
    const content = new TextEncoder().encode(text)
    const posting = parsePosting({ path, content }, { sourceName: 'bench', isSample: false })
    if ('reason' in posting) throw new Error(`${path} is read as no posting: ${posting.reason}`)
    postings.push(posting)
  }
  return createCatalog(postings)
}

/** Starts the loopback Discord in a process of its own, so that it does not take the bot's time. */
async function startServer(): Promise<{ readonly child: ChildProcess; readonly server: LoadServer }> {
  const child = fork(SERVER, { stdio: 'inherit' })
  const [server] = (await once(child, 'message')) as [LoadServer]
  return { child, server }
}

async function startBot(catalog: Catalog, { url, token }: LoadServer): Promise<() => Promise<void>> {
  const store = await openStore('sqlite::memory:')
  const platform = createDiscordPlatform({
    token,
    apiUrl: url,
    readsContent: false,
    log: createLog('warn'),
    requestsPerSecond: REQUESTS_PER_SECOND,
  })
  await platform.start(createBot(makeBotDeps(store, () => catalog, { now: () => NOW })))
  return async () => {
    await platform.stop()
    await store.close()
  }
}

/** What the answer to a question must say, from the catalog itself. */
function describeExpected(catalog: Catalog, question: string): readonly string[] {
  const { total, matches, kind } = answerQuery(catalog, readQuery(question, { catalog, ...CONTEXT }), CONTEXT)
  const isListed = kind === 'listings' || kind === 'count'
  const titles = isListed ? matches.slice(0, A_PAGE).map(({ posting }) => posting.title) : []
  return [`${total.toLocaleString('en-US')} of `, ...titles]
}

/** @throws when an answer is missing or wrong: there is no point in timing it */
function checkAnswers(
  expected: ReadonlyMap<string, readonly string[]>,
  answers: readonly LoadAnswer[],
  asked: number,
): void {
  if (answers.length !== asked) throw new Error(`${asked - answers.length} of ${asked} answers are missing`)
  for (const { question, text } of answers) {
    let from = 0
    for (const part of expected.get(question) ?? ['an expected question']) {
      const at = text.indexOf(part, from)
      if (at < 0) throw new Error(`the answer to “${question}” lacks “${part}”:\n${text}`)
      from = at + part.length
    }
  }
}

/** The questions that find something: one that finds nothing costs the bot little. */
function listQuestions(catalog: Catalog): readonly string[] {
  return BENCH_QUESTIONS.map(({ question }) => question).filter(
    question => answerQuery(catalog, readQuery(question, { catalog, ...CONTEXT }), CONTEXT).total > 0,
  )
}

async function ask(
  child: ChildProcess,
  mix: readonly string[],
  commands: number,
): Promise<readonly LoadAnswer[]> {
  const questions = Array.from({ length: commands }, (_, index) => mix[index % mix.length] ?? '')
  child.send({ questions } satisfies LoadOrder)
  const [answers] = (await once(child, 'message')) as [readonly LoadAnswer[]]
  return answers
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      commands: { type: 'string', default: '200' },
      count: { type: 'string', default: '20000' },
      rounds: { type: 'string', default: '3' },
    },
  })
  const [commands, count] = [Number(values.commands), Number(values.count)]
  print(
    `machine   ${cpus().length} × ${cpus()[0]?.model.trim()}, ${(totalmem() / GIGABYTE).toFixed(0)} GB, Node ${process.version}, discord.js ${discordVersion}`,
  )
  const catalog = await makeCatalog(count)
  print(`catalog   ${catalog.size.toLocaleString('en-US')} generated postings, seed 1`)
  const mix = listQuestions(catalog)
  print(`questions ${mix.length} of the mix find something`)
  // Worked out beforehand: meanwhile the bot could not even keep its connection alive.
  const expected = new Map(mix.map(question => [question, describeExpected(catalog, question)]))
  const { child, server } = await startServer()
  const stop = await startBot(catalog, server)
  let slowestMs = 0
  for (let round = 1; round <= Number(values.rounds); round++) {
    const before = process.cpuUsage()
    const answers = await ask(child, mix, commands)
    const spent = process.cpuUsage(before)
    checkAnswers(expected, answers, commands)
    print(
      `\nround ${round}: ${commands} slash commands at once, none lost, every answer as the catalog has it`,
    )
    const used = (spent.user + spent.system) / 1e6
    print(
      `load ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores; the bot took ${used.toFixed(1)} s of them`,
    )
    printPercentiles(
      'acknowledged ',
      answers.map(({ acknowledgedMs }) => acknowledgedMs),
    )
    printPercentiles(
      'answered     ',
      answers.map(({ answeredMs }) => answeredMs),
    )
    slowestMs = Math.max(slowestMs, ...answers.map(({ acknowledgedMs }) => acknowledgedMs))
  }
  await stop()
  child.disconnect()
  await once(child, 'exit')
  const isFast = slowestMs < MOST_MS
  print(
    `\nslowest acknowledgement ${Math.round(slowestMs)} ms, ${isFast ? 'within' : 'beyond'} ${MOST_MS} ms`,
  )
  if (!isFast) process.exitCode = 1
}

await main()
