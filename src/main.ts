import { setTimeout as sleep } from 'node:timers/promises'
import { createTellAdmins } from './bot/tell-admins.ts'
import { createBot } from './bot.ts'
import { type Catalog, createCatalog } from './catalog/catalog.ts'
import { endWithReader } from './cli/output.ts'
import { AppError, describeError } from './errors.ts'
import { makeHealthRoutes, startHttpServer } from './http.ts'
import { createLog, type Log } from './log.ts'
import { plural } from './messages.ts'
import { hasPlatform, openPlatforms } from './open-platforms.ts'
import type { ChatPlatform } from './platform.ts'
import { collectAll } from './reload/collect-postings.ts'
import { loadSettings, type Settings } from './settings.ts'
import { openSampleSource, openSources } from './source/index.ts'
import { openStore } from './store/open-store.ts'

/** How long one thing may take to stop before the next one is stopped. */
const STOP_LIMIT_MS = 8000

/** What has to be stopped, in the order in which it was started. */
type Stop = () => Promise<void>

/** Starts everything that is configured; resolves once a platform has ended or a signal came, and all is stopped. */
async function main(): Promise<void> {
  const settings = loadSettings(process.env)
  const log = createLog(settings.logLevel)
  const stops: Stop[] = []
  try {
    await run(settings, log, stops)
  } finally {
    const late = await stopAll(stops, log)
    // What hangs would keep the process alive.
    if (late > 0) process.exit(1)
  }
}

async function run(settings: Settings, log: Log, stops: Stop[]): Promise<void> {
  const { defaultCurrency } = settings
  const { catalog, unreadable } = await loadPostings(settings)
  const store = await openStore(settings.databaseUrl)
  stops.push(() => store.close())
  await store.deleteExpired(new Date())
  const opened = await openPlatforms(settings, log)
  const isServing = opened.platforms.length > 0 || settings.port !== null
  const platforms = isServing
    ? opened.platforms
    : [await openTerminal(welcome(settings, catalog, unreadable))]
  const outboxes = new Map(platforms.flatMap(({ id, outbox }) => (outbox ? [[id, outbox] as const] : [])))
  const bot = createBot({
    catalog: () => catalog,
    store,
    log,
    now: () => new Date(),
    defaultCurrency,
    admins: settings.admins,
    tellAdmins: createTellAdmins(settings.adminChannel, outboxes, log),
  })
  const signalled = untilSignal()
  const connected = new Set<string>()
  if (settings.port !== null) {
    const isReady = () => catalog !== null && platforms.every(({ id }) => connected.has(id))
    const server = await startHttpServer(settings.port, [...makeHealthRoutes(isReady), ...opened.routes], log)
    stops.push(() => server.close())
  }
  for (const platform of platforms) {
    stops.push(() => platform.stop())
    await platform.start(bot)
    connected.add(platform.id)
  }
  await Promise.race([...platforms.map(platform => platform.ended), signalled])
}

interface Loaded {
  /** null where a platform is set up and no source is. */
  readonly catalog: Catalog | null
  readonly unreadable: number
}

/** Samples are for trying it out alone: people of a server would take them for real. */
async function loadPostings(settings: Settings): Promise<Loaded> {
  const isSample = settings.data.length === 0
  if (isSample && hasPlatform(settings)) return { catalog: null, unreadable: 0 }
  const sources = isSample ? [openSampleSource(settings)] : openSources(settings.data, settings)
  const { postings, rejected } = await collectAll(sources)
  return { catalog: createCatalog(postings), unreadable: rejected.length }
}

/** The chat in this terminal, where nothing else is set up. */
async function openTerminal(welcomeLines: readonly string[]): Promise<ChatPlatform> {
  const { createTerminalPlatform } = await import('../adapters/terminal/connect.ts')
  const streams = { input: process.stdin, output: process.stdout, welcome: welcomeLines }
  return createTerminalPlatform(streams, process.env)
}

function welcome(settings: Settings, catalog: Catalog | null, unreadable: number): readonly string[] {
  const noun = settings.data.length === 0 ? 'sample posting' : 'posting'
  return [
    `Rolecall knows ${plural(catalog?.size ?? 0, noun)}${unreadable > 0 ? `; ${unreadable} documents could not be read` : ''}.`,
    'Ask in plain words, such as: remote ML infra roles over 200k. “help” shows more, “quit” leaves.',
    '',
  ]
}

/** Resolves on the first signal to end. */
function untilSignal(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}

/** Stops what was started last first. @returns how many parts did not stop in time */
async function stopAll(stops: readonly Stop[], log: Log): Promise<number> {
  let late = 0
  for (const stop of stops.toReversed()) {
    const inTime = await Promise.race([settle(stop, log), sleep(STOP_LIMIT_MS, false, { ref: false })])
    if (!inTime) late += 1
  }
  return late
}

/** A part that fails to stop does not keep the others from stopping. */
async function settle(stop: Stop, log: Log): Promise<true> {
  try {
    await stop()
  } catch (error) {
    log.error({ err: error }, 'a part did not stop cleanly')
  }
  return true
}

endWithReader()
try {
  await main()
} catch (error) {
  if (!(error instanceof AppError)) throw error
  process.stderr.write(`${describeError(error)}\n`)
  process.exitCode = 1
}
