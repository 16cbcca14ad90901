import { Command, CommanderError } from 'commander'
import { readAbilities } from '../adapters/terminal/connect.ts'
import { renderReply } from '../adapters/terminal/render.ts'
import { createBot } from './bot.ts'
import { answerAsJson, loadCatalog, runBatch } from './cli/ask-command.ts'
import { tell } from './cli/output.ts'
import { runParse } from './cli/parse-command.ts'
import { AppError, describeError } from './errors.ts'
import { createLog } from './log.ts'
import { loadSettings, type Settings } from './settings.ts'
import { openSampleSource, openSource } from './source/index.ts'
import type { Source } from './source/source.ts'
import { openStore } from './store/open-store.ts'

const EXIT_FAILED = 1
const EXIT_USAGE = 2

interface AskOptions {
  readonly data: readonly string[]
  readonly json?: true
  readonly batch?: string
  readonly parsed?: string
}

/** The sources given on the command line, else the configured ones, else the samples. */
function openSources(given: readonly string[], settings: Settings): Source[] {
  const addresses = given.length > 0 ? given : settings.data
  return addresses.length > 0
    ? addresses.map(address => openSource(address, settings))
    : [openSampleSource(settings)]
}

async function ask(words: readonly string[], options: AskOptions, settings: Settings): Promise<void> {
  const question = words.join(' ')
  const catalog = await loadCatalog(openSources(options.data, settings), options.parsed ?? null)
  const context = { catalog, now: new Date(), defaultCurrency: settings.defaultCurrency }
  if (options.batch !== undefined) return runBatch(options.batch, context)
  if (options.json) process.stdout.write(`${answerAsJson(question, null, context)}\n`)
  else process.stdout.write(await answerInCards(question, context))
}

/** Answers through the bot, so that the terminal shows what every platform would. */
async function answerInCards(question: string, context: Parameters<typeof answerAsJson>[2]): Promise<string> {
  const store = await openStore('sqlite::memory:')
  const bot = createBot({
    catalog: () => context.catalog,
    store,
    log: createLog('error'),
    now: () => context.now,
    defaultCurrency: context.defaultCurrency,
  })
  const content = { type: 'text', text: question } as const
  const reply = await bot.handle({ conversationId: 'terminal:once', content })
  await store.close()
  return renderReply(reply, readAbilities(process.stdout, process.env))
}

function addData(path: string, paths: readonly string[]): string[] {
  return [...paths, path]
}

function createProgram(): Command {
  const program = new Command('rolecall')
    .description('Answers questions about job postings and shows how it read them.')
    .showHelpAfterError('(rolecall --help shows every command)')
    .exitOverride()
  program
    .command('ask')
    .description('answer a question about the postings')
    .argument('[question...]', 'in plain words, such as "remote ML infra roles over 200k"')
    .option('--data <path>', 'a file or folder of postings; any number of times', addData, [])
    .option('--json', 'print the answer as one JSON object')
    .option('--batch <file>', 'answer the questions of a file: JSON lines {"id","q"}')
    .option('--parsed <file>', 'take the facts of postings from lines that `parse` printed')
    .action(async (words: string[], options: AskOptions, command: Command) => {
      if (words.length === 0 && options.batch === undefined)
        command.error('Ask a question, or give --batch FILE.')
      await ask(words, options, loadSettings(process.env))
    })
  program
    .command('parse')
    .description('print what is read from each posting, one JSON object a line')
    .option('--data <path>', 'a file or folder of postings; any number of times', addData, [])
    .action(async (options: AskOptions) => {
      process.exitCode = await runParse(openSources(options.data, loadSettings(process.env)))
    })
  return program
}

async function run(): Promise<void> {
  try {
    await createProgram().parseAsync()
  } catch (error) {
    process.exitCode = reportFailure(error)
  }
}

/** @returns the exit status */
function reportFailure(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_USAGE
  if (!(error instanceof AppError)) throw error
  tell(describeError(error))
  return EXIT_FAILED
}

// A reader that ends early, such as `head`, is no failure.
process.stdout.on('error', error => {
  if ('code' in error && error.code === 'EPIPE') process.exit(0)
  throw error
})

await run()
