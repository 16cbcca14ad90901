import { setTimeout as sleep } from 'node:timers/promises'
import { createAlerts } from './alert/alerts.ts'
import { serveHostCalls } from './bot/serve-host-calls.ts'
import { createTellAdmins } from './bot/tell-admins.ts'
import { createTellFailing, createTellHeld } from './bot/tell-held.ts'
import { createTellTrouble } from './bot/tell-trouble.ts'
import { warmCatalogInSteps } from './bot/warm-catalog.ts'
import { warmUp } from './bot/warm-up.ts'
import { createAlertWriter } from './bot/write-alert.ts'
import { type BotDeps, createBot } from './bot.ts'
import { createProgress, endWithReader } from './cli/output.ts'
import { AppError, describeError } from './errors.ts'
import { makeHealthRoutes, makeMetricsRoute, startHttpServer } from './http.ts'
import { createLog, type Log } from './log.ts'
import { plural } from './messages.ts'
import type { Metrics } from './metrics.ts'
import { hasPlatform, openPlatforms } from './open-platforms.ts'
import { openPostings } from './open-postings.ts'
import type { ChatPlatform, Outbox } from './platform.ts'
import { keepCurrent, loadFirst } from './reload/keep-current.ts'
import type { ReloadResult } from './reload/reload-result.ts'
import type { Upkeep } from './reload/upkeep.ts'
import { loadSettings, type Settings } from './settings.ts'
import { openStore } from './store/open-store.ts'
import type { Store } from './store/store.ts'

/** How long one thing may take to stop before the next one is stopped. */
const STOP_LIMIT_MS = 8000

const EXIT_AFTER_MS = 500

/** What has to be stopped, in the order in which it was started. */
type Stop = () => Promise<void>

/** Starts everything that is configured; resolves once a platform has ended or a signal came, and all is stopped. */
async function main(): Promise<void> {
  const settings = loadSettings(process.env)
  const log = createLog(chooseLogLevel(settings))
  const stops: Stop[] = []
  try {
    await run(settings, log, stops)
  } finally {
    const late = await stopAll(stops, log)
    // What hangs would keep the process alive.
    if (late > 0) process.exit(1)
    // Nor does anybody wait for what is still being read from a slow source.
    setTimeout(() => process.exit(), EXIT_AFTER_MS).unref()
  }
}

/** A chat in the terminal shares its screen with the log. */
function chooseLogLevel(settings: Settings): Settings['logLevel'] {
  const isChat = !hasPlatform(settings) && settings.port === null
  return isChat && settings.logLevel === 'info' ? 'warn' : settings.logLevel
}

async function run(settings: Settings, log: Log, stops: Stop[]): Promise<void> {
  const store = await openStore(settings.databaseUrl)
  stops.push(() => store.close())
  await store.deleteExpired(new Date())
  const outboxes = new Map<string, Outbox>()
  const basics = {
    store,
    log,
    now: () => new Date(),
    tellAdmins: createTellAdmins(settings.adminChannel, outboxes, log),
  }
  const catalog = () => upkeep.reloader.current()?.catalog ?? null
  const { defaultCurrency, admins, alertsBy, timeZone } = settings
  const alerts = createAlerts({
    ...basics,
    outboxes,
    catalog,
    defaultCurrency,
    write: createAlertWriter(basics),
    tellTrouble: createTellTrouble(basics),
  })
  const upkeep = openPostings(settings, {
    ...basics,
    // Where nobody can be told, nothing is planned.
    onChange: hasPlatform(settings) ? [change => alerts.onChange(change)] : [],
    mayShowSamples: !hasPlatform(settings),
    isServing: hasPlatform(settings) || settings.port !== null,
    warm: warmCatalogInSteps,
    onHeld: [createTellHeld(basics)],
    onFailing: [createTellFailing(basics)],
    countQueues: () => countAlerts(store),
  })
  stops.push(() => upkeep.reloader.stop())
  const botDeps = {
    ...basics,
    catalog,
    defaultCurrency,
    admins,
    alerts,
    alertsBy,
    timeZone,
    upkeep,
    deafOn: settings.discordReadsContent ? [] : ['discord'],
  }
  const bot = createBot(botDeps)
  // The command line may ask during the first load already, and sees how far it is.
  stops.push(serveHostCalls({ ...basics, calls: store.hostCalls, handle: bot.handle }))
  const isRecalled = await upkeep.reloader.recall()
  const first = isRecalled ? null : await loadPostings(upkeep, log)
  if (settings.data.length > 0) requireSource(first)
  if (hasPlatform(settings)) await warmUpBot(botDeps)
  const opened = await openPlatforms(settings, log)
  const isServing = opened.platforms.length > 0 || settings.port !== null
  const platforms = isServing ? opened.platforms : [await openTerminal(welcome(settings, first))]
  const metrics = settings.port === null ? null : await openMetrics(upkeep)
  for (const { id, outbox } of platforms)
    if (outbox) outboxes.set(id, metrics?.measureOutbox(id, outbox) ?? outbox)
  const signalled = untilSignal()
  if (settings.port !== null && metrics) {
    const isReady = () => catalog() !== null && platforms.every(platform => platform.isConnected())
    const routes = [...makeHealthRoutes(isReady), makeMetricsRoute(metrics), ...opened.routes]
    const server = await startHttpServer(settings.port, routes, log)
    stops.push(() => server.close())
  }
  for (const platform of platforms) {
    stops.push(() => platform.stop())
    await platform.start({ ...bot, handle: metrics?.measureHandle(bot.handle) ?? bot.handle })
  }
  alerts.start()
  stops.push(() => alerts.stop())
  const endUpkeep = keepCurrent(upkeep, log, isRecalled)
  stops.push(async () => endUpkeep())
  await Promise.race([...platforms.map(platform => platform.ended), signalled])
}

/** What is asked beforehand leaves no trace: it is kept in a store of its own. */
async function warmUpBot(deps: BotDeps): Promise<void> {
  const store = await openStore('sqlite::memory:')
  await warmUp(createBot({ ...deps, store }).handle)
  await store.close()
}

/** Counting is only worth its library where somebody can collect it. */
async function openMetrics({ reloader }: Upkeep): Promise<Metrics> {
  const { createMetrics } = await import('./metrics.ts')
  const readCatalog = () => {
    const current = reloader.current()
    return current && { size: current.catalog.size, loadedAt: current.loadedAt }
  }
  return createMetrics(readCatalog, () => new Date())
}

async function countAlerts({ deliveries }: Store) {
  const { planned = 0, held = 0, leased = 0 } = await deliveries.countStates()
  return [
    { name: 'alerts to send', waiting: planned + leased },
    { name: 'alerts put off', waiting: held },
  ]
}

/** @returns null where no source is set up */
async function loadPostings(upkeep: Upkeep, log: Log): Promise<ReloadResult | null> {
  const sources = await upkeep.sources.list()
  if (sources.every(({ isPaused }) => isPaused)) return null
  const progress = createProgress('Reading postings:')
  try {
    return await loadFirst(upkeep, log, progress.update)
  } finally {
    progress.end()
  }
}

/** Where nothing of the settings can be read, they are wrong; sources that admins added can be put right in a chat. */
function requireSource(first: ReloadResult | null): void {
  const [failure] = first?.failures ?? []
  if (failure && first?.failures.length === first?.summary.sources.length) throw failure.error
}

/** The chat in this terminal, where nothing else is set up. */
async function openTerminal(welcomeLines: readonly string[]): Promise<ChatPlatform> {
  const { createTerminalPlatform } = await import('../adapters/terminal/connect.ts')
  const streams = { input: process.stdin, output: process.stdout, welcome: welcomeLines }
  return createTerminalPlatform(streams, process.env)
}

function welcome(settings: Settings, first: ReloadResult | null): readonly string[] {
  const noun = settings.data.length === 0 ? 'sample posting' : 'posting'
  const unreadable = first?.rejected.length ?? 0
  return [
    `Rolecall knows ${plural(first?.summary.size ?? 0, noun)}${unreadable > 0 ? `; ${unreadable} documents could not be read` : ''}.`,
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
