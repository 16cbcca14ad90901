import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { renderAnswerJson } from '../answer/answer-json.ts'
import { answerQuery } from '../answer/answer-query.ts'
import { createBot } from '../bot.ts'
import { type Catalog, createCatalog } from '../catalog/catalog.ts'
import { AppError } from '../errors.ts'
import { createLog } from '../log.ts'
import type { Posting } from '../posting/posting.ts'
import { readQuery } from '../query/read-query.ts'
import { collectAll } from '../reload/collect-postings.ts'
import type { Reply } from '../reply.ts'
import type { Source } from '../source/source.ts'
import { openStore } from '../store/open-store.ts'
import { createProgress, tell, writeLine } from './output.ts'
import { readParsedFacts } from './read-parsed-facts.ts'

export interface AskContext {
  readonly catalog: Catalog
  readonly now: Date
  /** ISO 4217. */
  readonly defaultCurrency: string
}

/** Where an answer is shown. */
export interface Screen {
  /** How many postings fit. */
  readonly pageSize: number
  /** Lays a reply out as text. */
  readonly draw: (reply: Reply) => string
}

const batchLineSchema = z.object({ id: z.union([z.string(), z.number()]), q: z.string() })

/**
 * Loads the sources into a catalog, telling how many documents were not read.
 * @param parsedFile a file of facts to take instead of what is read from the documents; null for none
 */
export async function loadCatalog(sources: readonly Source[], parsedFile: string | null): Promise<Catalog> {
  const progress = createProgress('Reading postings:')
  const { postings, rejected } = await collectAll(sources, progress.update)
  progress.end()
  if (rejected.length > 0)
    tell(`${rejected.length} documents are no postings or cannot be read; \`rolecall parse\` says why.`)
  if (postings.length === 0) tell('None of the given sources holds a posting.')
  return createCatalog(parsedFile === null ? postings : await replaceFacts(postings, parsedFile))
}

async function replaceFacts(postings: readonly Posting[], parsedFile: string): Promise<Posting[]> {
  const facts = readParsedFacts(await readTextFile(parsedFile, 'FACTS_UNREADABLE'))
  return postings.map(posting => ({ ...posting, ...facts.get(posting.path) }))
}

async function readTextFile(path: string, code: 'FACTS_UNREADABLE' | 'BATCH_UNREADABLE'): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new AppError(code, path, { cause })
  }
}

/** Answers one question as the contract's JSON object. */
export function answerAsJson(question: string, id: string | number | null, context: AskContext): string {
  const query = readQuery(question, context)
  return JSON.stringify(renderAnswerJson(answerQuery(context.catalog, query, context), id))
}

/** Answers one question through the bot, so that the terminal shows what every platform would. */
export async function answerAsCards(question: string, context: AskContext, screen: Screen): Promise<string> {
  const { catalog, now, defaultCurrency } = context
  const store = await openStore('sqlite::memory:')
  const bot = createBot({
    catalog: () => catalog,
    store,
    log: createLog('error'),
    now: () => now,
    defaultCurrency,
    admins: [],
    tellAdmins: async () => false,
  })
  const content = { type: 'text', text: question } as const
  const reply = await bot.handle({ conversationId: 'terminal:once', content, pageSize: screen.pageSize })
  await store.close()
  return screen.draw(reply)
}

/**
 * Answers a file of questions, one JSON object a line, in order.
 * @throws {AppError} `BATCH_UNREADABLE`, before anything is printed
 */
export async function runBatch(file: string, context: AskContext): Promise<void> {
  const lines = (await readTextFile(file, 'BATCH_UNREADABLE')).replace(/^\uFEFF/, '').split('\n')
  const questions = lines.flatMap((line, index) =>
    line.trim() === '' ? [] : [readBatchLine(line, index + 1)],
  )
  for (const { id, q } of questions) await writeLine(answerAsJson(q, id, context))
}

function readBatchLine(line: string, number: number) {
  try {
    return batchLineSchema.parse(JSON.parse(line))
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : 'it is not JSON'
    throw new AppError('BATCH_UNREADABLE', `line ${number}: ${reason}`, { cause })
  }
}
