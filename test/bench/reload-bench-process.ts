import { availableParallelism } from 'node:os'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { createBot } from '../../src/bot.ts'
import { createLog } from '../../src/log.ts'
import { createMakerInMemory } from '../../src/reload/maker-in-memory.ts'
import { createMakerOnDisk } from '../../src/reload/maker-on-disk.ts'
import { createReloader } from '../../src/reload/reloader.ts'
import { openSource } from '../../src/source/index.ts'
import { openStore } from '../../src/store/open-store.ts'
import { makeBotDeps } from '../fakes/make-bot-deps.ts'
import { checkCatalog } from './check-catalog.ts'
import { findPercentile } from './measure.ts'

/** What the process is told to do. */
export interface BenchOrder {
  readonly type: 'load' | 'reload' | 'undo'
}

/** What doing it took; times of answers and of the event loop are the median, the 99th percentile and the longest. */
export interface BenchReport {
  readonly outcome: string
  /** A load counts from the start of the process to the first answer. */
  readonly seconds: number
  /** Of all threads. */
  readonly processorSeconds: number
  /** How many were asked; a load answers none before its end. */
  readonly questions: number
  readonly answerMs: readonly number[]
  readonly loopMs: readonly number[]
  readonly peakBytes: number
  readonly restBytes: number
}

/** Questions that are asked meanwhile. */
const QUESTIONS = ['remote go jobs over 150k', 'senior backend in berlin', 'kubernetes', 'staff+ ML infra']
const ASK_PAUSE_MS = 25
const MEASURE_PAUSE_MS = 50
/** Memory of threads that ended goes back after some seconds. */
const REST_MS = 20_000
/** Also the microseconds of a second. */
const NANOSECONDS = 1_000_000
const SOURCE_OPTIONS = { maxDocumentBytes: 1_048_576 }

const { data, state, isInMemory } = JSON.parse(process.argv[2] ?? '{}')
const log = createLog('warn')
const now = () => new Date()
const store = await openStore('sqlite::memory:')
const maker = isInMemory
  ? createMakerInMemory(now)
  : createMakerOnDisk({
      folder: state,
      sources: SOURCE_OPTIONS,
      cores: availableParallelism(),
      log,
      now,
    })
const reloader = createReloader({
  listSources: async () => [{ address: data, source: openSource(data, SOURCE_OPTIONS) }],
  store,
  log,
  now,
  limits: { maxNew: Number.MAX_SAFE_INTEGER },
  maker,
})
const bot = createBot(makeBotDeps(store, () => reloader.current()?.catalog ?? null))

const DOING: Readonly<Record<BenchOrder['type'], () => Promise<string>>> = {
  async load() {
    if (await reloader.recall()) return 'recalled'
    return reload()
  },
  reload,
  undo: async () => (await reloader.undo(null, 'bench')).type,
}

process.on('message', (order: BenchOrder) => void measure(order).then(report => process.send?.(report)))
process.on('disconnect', () => process.exit())
process.send?.('ready')

async function reload(): Promise<string> {
  const { outcome } = await reloader.reload({ by: 'bench', isDryRun: false }).result
  if (outcome === 'held') await reloader.confirm(null, 'bench')
  return outcome
}

async function measure({ type }: BenchOrder): Promise<BenchReport> {
  const startMs = type === 'load' ? 0 : performance.now()
  const before = type === 'load' ? { user: 0, system: 0 } : process.cpuUsage()
  const delays = monitorEventLoopDelay({ resolution: 1 })
  const [times, sizes] = [[] as number[], [] as number[]]
  delays.enable()
  const doing = DOING[type]()
  const [outcome] = await Promise.all([
    doing,
    type === 'load' ? undefined : askUntil(doing, times),
    watchMemory(doing, sizes),
  ])
  if (type === 'load') await ask(QUESTIONS[0] ?? '')
  const seconds = (performance.now() - startMs) / 1000
  const { user, system } = process.cpuUsage()
  delays.disable()
  await sleep(REST_MS)
  const restBytes = process.memoryUsage.rss()
  const catalog = reloader.current()?.catalog
  if (catalog) checkCatalog(catalog)
  return {
    outcome,
    seconds,
    processorSeconds: (user + system - before.user - before.system) / NANOSECONDS,
    questions: times.length,
    answerMs: times.length === 0 ? [] : [0.5, 0.99, 1].map(share => findPercentile(times, share)),
    loopMs: [delays.percentile(50), delays.percentile(99), delays.max].map(value => value / NANOSECONDS),
    peakBytes: Math.max(...sizes),
    restBytes,
  }
}

function ask(text: string) {
  return bot.handle({ conversationId: 'bench', content: { type: 'text', text }, pageSize: 4 })
}

/** Times are from the moment at which a question was due, so that a deaf bot shows. */
async function askUntil(end: Promise<unknown>, times: number[]): Promise<void> {
  const isOver = watchEnd(end)
  for (let asked = 0; !isOver(); asked++) {
    const dueMs = performance.now() + ASK_PAUSE_MS
    await sleep(ASK_PAUSE_MS)
    await ask(QUESTIONS[asked % QUESTIONS.length] ?? '')
    times.push(performance.now() - dueMs)
  }
}

async function watchMemory(end: Promise<unknown>, sizes: number[]): Promise<void> {
  const isOver = watchEnd(end)
  while (!isOver()) {
    sizes.push(process.memoryUsage.rss())
    await sleep(MEASURE_PAUSE_MS)
  }
}

function watchEnd(end: Promise<unknown>): () => boolean {
  let isOver = false
  const stop = () => {
    isOver = true
  }
  end.then(stop, stop)
  return () => isOver
}
