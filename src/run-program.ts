import { availableParallelism } from 'node:os'
import { createAlerts } from './alert/alerts.ts'
import { serveHostCalls } from './bot/serve-host-calls.ts'
import { createTellAdmins } from './bot/tell-admins.ts'
import { createTellFailing, createTellHeld } from './bot/tell-held.ts'
import { createTellTrouble } from './bot/tell-trouble.ts'
import { warmCatalogInSteps } from './bot/warm-catalog.ts'
import { warmUp } from './bot/warm-up.ts'
import { createAlertWriter } from './bot/write-alert.ts'
import { type BotDeps, createBot } from './bot.ts'
import type { CatalogChange } from './catalog/catalog-change.ts'
import { createProgress } from './cli/output.ts'
import { makeHealthRoutes, makeMetricsRoute, startHttpServer } from './http.ts'
import type { Log } from './log.ts'
import { plural } from './messages.ts'
import type { Metrics } from './metrics.ts'
import { hasPlatform, openPlatforms } from './open-platforms.ts'
import { openPostings } from './open-postings.ts'
import type { ChatPlatform, Outbox } from './platform.ts'
import { releaseHeap } from './release-heap.ts'
import { keepCurrent, loadFirst } from './reload/keep-current.ts'
import type { ReloadResult } from './reload/reload-result.ts'
import type { Upkeep } from './reload/upkeep.ts'
import { isMemoryShort } from './reload/worker/plan-reading.ts'
import type { Settings } from './settings.ts'
import { openStore } from './store/open-store.ts'
import type { Store } from './store/store.ts'

/** What has to be stopped, in the order in which it was started. */
export type Stop = () => Promise<void>

/** What the program is started with. */
export interface ProgramSetting {
  readonly settings: Settings
  readonly log: Log
  /** Is given what has to be stopped at the end, or where the start fails. */
  readonly stops: Stop[]
  /** For what a terminal can show. */
  readonly env: NodeJS.ProcessEnv
}

/** Starts everything that is configured; resolves once a platform has ended or a signal came. */
export async function runProgram({ settings, log, stops, env }: ProgramSetting): Promise<void> {
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
    onChange: [
      ...(hasPlatform(settings) ? [(change: CatalogChange) => alerts.onChange(change)] : []),
      // Once all of it is noted for the alerts, nothing more is left over of a reload.
      async change => {
        if (mayRelease(change, availableParallelism())) void alerts.planned().then(releaseHeap)
      },
    ],
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
  const platforms = isServing ? opened.platforms : [await openTerminal(welcome(settings, first), env)]
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
  const endUpkeep = keepCurrent(upkeep, { log, isRecalled })
  stops.push(async () => endUpkeep())
  await Promise.race([...platforms.map(platform => platform.ended), signalled])
}

/** With more postings everything would wait too long for it. */
const MOST_TO_RELEASE = 20_000

/** Whether the engine's memory is given back, which takes up to half a second: to hide a posting leaves little over. */
const mayRelease = ({ cause, after }: CatalogChange, cores: number): boolean =>
  isMemoryShort(cores) && cause !== 'hide' && after.size <= MOST_TO_RELEASE

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
async function openTerminal(welcomeLines: readonly string[], env: NodeJS.ProcessEnv): Promise<ChatPlatform> {
  const { createTerminalPlatform } = await import('../adapters/terminal/connect.ts')
  const streams = { input: process.stdin, output: process.stdout, welcome: welcomeLines }
  return createTerminalPlatform(streams, env)
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
