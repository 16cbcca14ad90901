import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { answerQuery } from '../../src/answer/answer-query.ts'
import { warmCatalogInSteps } from '../../src/bot/warm-catalog.ts'
import { warmUp } from '../../src/bot/warm-up.ts'
import { createBot } from '../../src/bot.ts'
import { type Catalog, createCatalog } from '../../src/catalog/catalog.ts'
import { runSteps } from '../../src/catalog/steps.ts'
import { parsePosting } from '../../src/posting/parse-posting.ts'
import type { Posting } from '../../src/posting/posting.ts'
import { readQuery } from '../../src/query/read-query.ts'
import { openStore } from '../../src/store/open-store.ts'
import { makeBotDeps } from '../fakes/make-bot-deps.ts'
import { generatePostings } from './generate-postings.ts'
import { BENCH_QUESTIONS } from './questions.ts'

/** The clock of everything that is measured. */
export const LOAD_NOW = new Date('2026-01-01')

const CONTEXT = { now: LOAD_NOW, defaultCurrency: 'USD' }
const SAMPLES = fileURLToPath(new URL('../../data/postings', import.meta.url))
const GIGABYTE = 1e9
const A_PAGE = 4

/** One answer as its asker sees it. */
export interface LoadedAnswer {
  readonly question: string
  readonly text: string
}

/** What this runs on. */
export function describeMachine(): string {
  return `${cpus().length} × ${cpus()[0]?.model.trim()}, ${(totalmem() / GIGABYTE).toFixed(0)} GB, Node ${process.version}`
}

/** A catalog of generated postings, the same each time. */
export async function makeLoadCatalog(count: number): Promise<Catalog> {
  const postings: Posting[] = []
  for await (const { path, text } of generatePostings({ folder: SAMPLES, count, seed: '1' })) {
    const content = new TextEncoder().encode(text)
    const posting = parsePosting({ path, content }, { sourceName: 'bench', isSample: false })
    if ('reason' in posting) throw new Error(`${path} is read as no posting: ${posting.reason}`)
    postings.push(posting)
  }
  return createCatalog(postings)
}

/** As the program does before it connects. */
export async function warmUpBot(catalog: Catalog): Promise<void> {
  runSteps(warmCatalogInSteps(catalog))
  const store = await openStore('sqlite::memory:')
  await warmUp(createBot(makeBotDeps(store, () => catalog, { now: () => LOAD_NOW })).handle)
  await store.close()
}

function answerFrom(catalog: Catalog, question: string) {
  return answerQuery(catalog, readQuery(question, { catalog, ...CONTEXT }), CONTEXT)
}

/**
 * The questions that find something, each with what its answer must say, in order: one that finds nothing costs the
 * bot little.
 */
export function listLoadQuestions(catalog: Catalog): ReadonlyMap<string, readonly string[]> {
  const found = BENCH_QUESTIONS.flatMap(({ question }) => {
    const { total, matches, kind } = answerFrom(catalog, question)
    if (total === 0) return []
    const isListed = kind === 'listings' || kind === 'count'
    const titles = isListed ? matches.slice(0, A_PAGE).map(({ posting }) => posting.title) : []
    return [[question, [`${total.toLocaleString('en-US')} of `, ...titles]] as const]
  })
  return new Map(found)
}

/** @throws when an answer is missing or wrong: there is no point in timing it */
export function checkLoadAnswers(
  expected: ReadonlyMap<string, readonly string[]>,
  answers: readonly LoadedAnswer[],
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
