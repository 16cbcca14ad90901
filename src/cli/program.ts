import { Command, CommanderError } from 'commander'
import project from '../../package.json' with { type: 'json' }
import { AppError, describeError } from '../errors.ts'
import { loadSettings, type Settings } from '../settings.ts'
import { listHosts, openSampleSource, openSource, openSources } from '../source/index.ts'
import type { Source } from '../source/source.ts'
import type { Screen } from './ask-command.ts'
import { describeBackup } from './backup-commands.ts'
import { type DiscordCommands, describeDiscord } from './discord-commands.ts'
import { endWithReader, tell, writeLine } from './output.ts'
import { describeSlack, type SlackCommands } from './slack-commands.ts'
import type { ReloadOptions } from './upkeep-commands.ts'

const EXIT_FAILED = 1
const EXIT_USAGE = 2

/** What the command line runs in. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv
  readonly screen: Screen
  /** What the command line does at Discord; loaded only when it is asked for. */
  readonly loadDiscord: () => Promise<DiscordCommands>
  readonly loadSlack: () => Promise<SlackCommands>
}

interface AskOptions {
  readonly data: readonly string[]
  readonly json?: true
  readonly batch?: string
  readonly parsed?: string
}

async function reload(options: ReloadOptions, { env, screen }: Surroundings): Promise<number> {
  const { runReload } = await import('./upkeep-commands.ts')
  return runReload(loadSettings(env), options, screen)
}

async function status({ env, screen }: Surroundings): Promise<number> {
  const { runStatus } = await import('./upkeep-commands.ts')
  return runStatus(loadSettings(env), screen)
}

/** The sources given on the command line, else the configured ones, else the samples. */
function findSources(given: readonly string[], settings: Settings): readonly Source[] {
  const addresses = given.length > 0 ? given : settings.data
  const privateHosts = [...settings.privateHosts, ...listHosts(addresses)]
  return addresses.length > 0
    ? openSources(addresses, { ...settings, privateHosts })
    : [openSampleSource(settings)]
}

async function ask(
  words: readonly string[],
  options: AskOptions,
  { env, screen }: Surroundings,
): Promise<void> {
  const settings = loadSettings(env)
  const { answerAsCards, answerAsJson, loadCatalog, runBatch } = await import('./ask-command.ts')
  const question = words.join(' ')
  const catalog = await loadCatalog(findSources(options.data, settings), options.parsed ?? null)
  const context = { catalog, now: new Date(), defaultCurrency: settings.defaultCurrency }
  if (options.batch !== undefined) return runBatch(options.batch, context)
  if (options.json) return writeLine(answerAsJson(question, null, context))
  process.stdout.write(await answerAsCards(question, context, screen))
}

async function explain(path: string, options: AskOptions, { env, screen }: Surroundings): Promise<number> {
  const settings = loadSettings(env)
  const { runExplain } = await import('./explain-command.ts')
  return runExplain(path, findSources(options.data, settings), {
    isJson: options.json === true,
    screen,
    given: options.data,
    openPath: own => openSource(own, settings),
  })
}

function addData(path: string, paths: readonly string[]): string[] {
  return [...paths, path]
}

/** @param end is told the exit status of a command that has one of its own */
function describeCommands(program: Command, surroundings: Surroundings, end: (status: number) => void): void {
  program
    .description('Answers questions about job postings and shows how it read them.')
    .version(project.version)
    .showHelpAfterError('(rolecall --help shows every command)')
    .exitOverride()
  program
    .command('ask')
    .description('answer a question about the postings')
    .argument('[question...]', 'in plain words, such as "remote ML infra roles over 200k"')
    .option(
      '--data <path>',
      'a file, a folder, or the address of a board, feed or page; any number of times',
      addData,
      [],
    )
    .option('--json', 'print the answer as one JSON object')
    .option('--batch <file>', 'answer the questions of a file: JSON lines {"id","q"}')
    .option('--parsed <file>', 'take the facts of postings from lines that `parse` printed')
    .action(async (words: string[], options: AskOptions, command: Command) => {
      if ((words.length === 0) === (options.batch === undefined))
        command.error('Ask a question, or give --batch FILE; one of them.')
      await ask(words, options, surroundings)
    })
  program
    .command('parse')
    .description('print what is read from each posting, one JSON object a line')
    .option(
      '--data <path>',
      'a file, a folder, or the address of a board, feed or page; any number of times',
      addData,
      [],
    )
    .action(async (options: AskOptions) => {
      const { runParse } = await import('./parse-command.ts')
      end(await runParse(findSources(options.data, loadSettings(surroundings.env))))
    })
  program
    .command('explain')
    .description('show what is read from a posting and the line that each fact was read from')
    .argument('<path>', 'a posting by its path as `parse` prints it, or a file')
    .option(
      '--data <path>',
      'a file, a folder, or the address of a board, feed or page; any number of times',
      addData,
      [],
    )
    .option('--json', 'print one JSON object a posting')
    .action(async (path: string, options: AskOptions) => {
      end(await explain(path, options, surroundings))
    })
  program
    .command('reload')
    .description('have the running Rolecall read its sources anew, and show what changed')
    .option('--dry-run', 'only say what would change')
    .option('--confirm', 'use the postings that a reload held back')
    .option('--discard', 'drop the postings that a reload held back')
    .option('--undo', 'go back to the postings before the last reload')
    .addHelpText(
      'after',
      '\nWith none running on this state (ROLECALL_STATE), it reads the sources by itself and says what a start would load.',
    )
    .action(async (options: ReloadOptions) => end(await reload(options, surroundings)))
  program
    .command('status')
    .description('say how the running Rolecall and its sources do')
    .action(async () => end(await status(surroundings)))
  describeBackup(program, surroundings.env)
  describeDiscord(program.command('discord').description('get the bot into Discord'), surroundings, end)
  describeSlack(program.command('slack').description('get the bot into Slack'), surroundings, end)
}

/**
 * Runs the command that the arguments name.
 * @returns the exit status: 0 done, 1 failed, 2 wrong usage
 */
export async function runProgram(surroundings: Surroundings): Promise<number> {
  endWithReader()
  const program = new Command('rolecall')
  let status = 0
  describeCommands(program, surroundings, code => {
    status = code
  })
  try {
    await program.parseAsync()
    return status
  } catch (error) {
    return reportFailure(error)
  }
}

/** @returns the exit status */
function reportFailure(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_USAGE
  if (!(error instanceof AppError)) throw error
  tell(describeError(error))
  return EXIT_FAILED
}
