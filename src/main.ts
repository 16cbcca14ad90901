import { createTerminalPlatform } from '../adapters/terminal/connect.ts'
import { createBot } from './bot.ts'
import { createCatalog } from './catalog/catalog.ts'
import { AppError, describeError } from './errors.ts'
import { createLog } from './log.ts'
import { plural } from './messages.ts'
import type { ChatPlatform } from './platform.ts'
import { collectAll } from './reload/collect-postings.ts'
import { loadSettings } from './settings.ts'
import { openSampleSource, openSource } from './source/index.ts'
import { openStore } from './store/open-store.ts'

/** Starts everything that is configured; resolves once the last platform has ended. */
async function main(): Promise<void> {
  const settings = loadSettings(process.env)
  const log = createLog(settings.logLevel)
  const isSample = settings.data.length === 0
  const sources = isSample
    ? [openSampleSource(settings)]
    : settings.data.map(given => openSource(given, settings))
  const { postings, rejected } = await collectAll(sources)
  const catalog = createCatalog(postings)
  const store = await openStore(settings.databaseUrl)
  await store.deleteExpired(new Date())
  const { defaultCurrency } = settings
  const bot = createBot({ catalog: () => catalog, store, log, now: () => new Date(), defaultCurrency })
  const welcome = [
    `Rolecall knows ${plural(catalog.size, isSample ? 'sample posting' : 'posting')}${rejected.length > 0 ? `; ${rejected.length} documents could not be read` : ''}.`,
    'Ask in plain words, such as: remote ML infra roles over 200k. “help” shows more, “quit” leaves.',
    '',
  ]
  const platforms: readonly ChatPlatform[] = [
    createTerminalPlatform({ input: process.stdin, output: process.stdout, welcome }, process.env),
  ]
  for (const platform of platforms) await platform.start(bot.handle)
  await Promise.race([...platforms.map(platform => platform.ended), untilSignal()])
  for (const platform of [...platforms].reverse()) await platform.stop()
  await store.close()
}

/** Resolves on the first signal to end. */
function untilSignal(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}

try {
  await main()
} catch (error) {
  if (!(error instanceof AppError)) throw error
  process.stderr.write(`${describeError(error)}\n`)
  process.exitCode = 1
}
