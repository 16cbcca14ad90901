import { typingTerms } from '../../src/bot/typing.ts'
import { warmCatalogInSteps } from '../../src/bot/warm-catalog.ts'
import { createBot } from '../../src/bot.ts'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { runSteps } from '../../src/catalog/steps.ts'
import type { Request } from '../../src/platform.ts'
import { readQuery } from '../../src/query/read-query.ts'
import { completeQuestion } from '../../src/reply/complete-question.ts'
import { openStore } from '../../src/store/open-store.ts'
import { makeBotDeps } from '../fakes/make-bot-deps.ts'
import { answerBench, BENCH_CONTEXT, checkCatalog } from './check-catalog.ts'
import { openCorpus } from './corpus.ts'
import { warmUpBot } from './load-catalog.ts'
import { collectGarbage, findPercentile, measureTime } from './measure.ts'
import { print, printPercentiles } from './print.ts'
import { BENCH_QUESTIONS } from './questions.ts'
import { middleOf, printQuestions, type QuestionTimes, timeQuestions } from './time-questions.ts'

const PAGE = 4
const MEGABYTE = 1_000_000

/**
 * Opens a corpus as the running bot has it and measures what members wait for; the answers are checked first.
 * @returns how long the middle question takes, in milliseconds
 */
export async function benchBot(state: string): Promise<number> {
  const { value, ms } = measureTime(() => openCorpus(state))
  const { catalog, archive } = value
  const warm = measureTime(() => runSteps(warmCatalogInSteps(catalog)))
  collectGarbage()
  const megabytes = process.memoryUsage.rss() / MEGABYTE
  checkCatalog(catalog, catalog.size)
  print('\nRolecall: bot.handle, from the words to the reply with its buttons (answers checked)')
  print(
    `catalog   ${(ms / 1000).toFixed(2)} s to open from disk and ${(warm.ms / 1000).toFixed(2)} s to warm, then the process takes ${megabytes.toFixed(0)} MB`,
  )
  await warmUpBot(catalog)
  const times = await timeBot(catalog)
  printQuestions(times, ({ question }) => answerBench(catalog, question).total)
  printPercentiles('typing    ', timeTyping(catalog))
  printPercentiles('500 signs ', timeLongReading(catalog))
  archive.close()
  return middleOf(times)
}

/** Each question as a member asks it in a chat: read, answered, laid out, and kept for what they ask next. */
async function timeBot(catalog: Catalog): Promise<QuestionTimes> {
  const store = await openStore('sqlite::memory:')
  const bot = createBot(makeBotDeps(store, () => catalog, { now: () => BENCH_CONTEXT.now }))
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
const LONG_ROUNDS = 20
/** They are read in a millisecond once the code is warm, which a few rounds do not make it. */
const LONG_WARM_ROUNDS = 50
/** What no one means and anyone can type. */
const REPEATS = ['senior ', 'over 150k ', 'not java or ', 'new york ', 'sennior pyhton ', 'x-', '((', '1,0']

/** Questions of 500 characters: those of the mix one behind the other, each beginning with another, and words said again and again. */
function timeLongReading(catalog: Catalog): readonly number[] {
  const mix = BENCH_QUESTIONS.map(({ question }) => question)
  const long = mix.map((_, at) => [...mix.slice(at), ...mix, ...mix].join(' and ').slice(0, LONG_QUESTION))
  const texts = [...long, ...REPEATS.map(text => text.repeat(LONG_QUESTION).slice(0, LONG_QUESTION))]
  const read = (text: string) => measureTime(() => readQuery(text, { catalog, ...BENCH_CONTEXT })).ms
  for (let round = 0; round < LONG_WARM_ROUNDS; round++) texts.map(read)
  return texts.map(text =>
    findPercentile(
      Array.from({ length: LONG_ROUNDS }, () => read(text)),
      0.5,
    ),
  )
}
