import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { createBot } from '../../src/bot.ts'
import { createLog } from '../../src/log.ts'
import { createReloader, type Reloader } from '../../src/reload/reloader.ts'
import type { Source, SourceDocument } from '../../src/source/source.ts'
import { openStore } from '../../src/store/open-store.ts'
import { makeBotDeps } from '../fakes/make-bot-deps.ts'
import { nameSource } from '../reload/make-source.ts'
import { generatePostings } from './generate-postings.ts'
import { findPercentile } from './measure.ts'
import { print } from './print.ts'
import { createRandom } from './random.ts'

/** Questions that are asked while the reload goes on. */
const QUESTIONS = ['remote go jobs over 150k', 'senior backend in berlin', 'kubernetes', 'staff+ ML infra']
const ASK_PAUSE_MS = 25
const NANOSECONDS = 1_000_000

const { values: given } = parseArgs({
  options: {
    from: { type: 'string', default: 'data/postings' },
    count: { type: 'string', default: '1500' },
    changed: { type: 'string', default: '0.01' },
  },
})

await run(given.from, Number(given.count), Number(given.changed))

/** Loads generated postings, reloads them whole and with a few changed, and asks questions meanwhile. */
async function run(folder: string, count: number, changedShare: number): Promise<void> {
  let documents = await generate(folder, count, 1)
  const store = await openStore('sqlite::memory:')
  const source: Source = {
    id: 'bench',
    name: 'bench',
    origin: '',
    terms: '',
    isSample: false,
    maxAgeDays: null,
    async *collect() {
      yield* documents
    },
  }
  const reloader = createReloader({
    listSources: async () => [nameSource(source)],
    store,
    log: createLog('silent'),
    now: () => new Date(),
    limits: { maxNew: Number.MAX_SAFE_INTEGER },
  })
  const bot = createBot(makeBotDeps(store, () => reloader.current()?.catalog ?? null))
  print(`Node ${process.version}, ${count} postings from ${folder}`)
  print('reload                 seconds  questions  answer p50/p99/max ms  loop delay p50/p99/max ms')
  await measure('first load', reloader, bot.handle)
  const other = await generate(folder, count, 2)
  const random = createRandom('changed')
  documents = documents.map((document, index) =>
    random.isIn(changedShare) ? (other[index] ?? document) : document,
  )
  await measure(`${changedShare * 100} % changed`, reloader, bot.handle)
  documents = other
  await measure('all changed', reloader, bot.handle)
  print(`memory: ${Math.round(process.memoryUsage.rss() / 1_000_000)} MB`)
  await store.close()
}

async function generate(folder: string, count: number, seed: number): Promise<SourceDocument[]> {
  const documents: SourceDocument[] = []
  for await (const { path, text } of generatePostings({ folder, count, seed }))
    documents.push({ path, content: new TextEncoder().encode(text) })
  return documents
}

type Handle = ReturnType<typeof createBot>['handle']

async function measure(label: string, reloader: Reloader, handle: Handle): Promise<void> {
  const delays = monitorEventLoopDelay({ resolution: 1 })
  const times: number[] = []
  delays.enable()
  const { result } = reloader.reload({ by: 'bench', isDryRun: false })
  await askUntil(result, handle, times)
  const { outcome, durationMs, doubts } = await result
  if (outcome === 'held') {
    print(`${label}: ${doubts.map(({ type }) => type).join(', ')}; confirmed`)
    await reloader.confirm(null, 'bench')
  }
  delays.disable()
  const loop = [delays.percentile(50), delays.percentile(99), delays.max].map(value => value / NANOSECONDS)
  const answers = [findPercentile(times, 0.5), findPercentile(times, 0.99), Math.max(...times)]
  const show = (values: readonly number[]) => values.map(value => value.toFixed(1)).join(' / ')
  print(
    [
      label.padEnd(22),
      (durationMs / 1000).toFixed(2).padStart(7),
      String(times.length).padStart(10),
      show(answers).padStart(22),
      show(loop).padStart(26),
    ].join(' '),
  )
}

/** Times are from the moment at which a question was due, so that a deaf bot shows. */
async function askUntil(end: Promise<unknown>, handle: Handle, times: number[]): Promise<void> {
  let hasEnded = false
  const stop = () => {
    hasEnded = true
  }
  end.then(stop, stop)
  for (let asked = 0; !hasEnded; asked++) {
    const dueMs = performance.now() + ASK_PAUSE_MS
    await sleep(ASK_PAUSE_MS)
    const content = { type: 'text', text: QUESTIONS[asked % QUESTIONS.length] ?? '' } as const
    await handle({ conversationId: 'bench', content, pageSize: 4 })
    times.push(performance.now() - dueMs)
  }
}
