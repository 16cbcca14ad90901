import { fork } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { parsePosting } from '../../src/posting/parse-posting.ts'
import { benchParsing } from './bench-parsing.ts'
import type { CorpusOptions } from './corpus.ts'
import { generatePostings } from './generate-postings.ts'
import { measureTime } from './measure.ts'
import { print, printPercentiles } from './print.ts'

const GIGABYTE = 1e9
const MEGABYTE = 1e6
const SAMPLES = fileURLToPath(new URL('../../data/postings', import.meta.url))

interface BenchOptions extends CorpusOptions {
  /** Whose documents are timed as they are. */
  readonly documents: string
  readonly withPeer: boolean
  /** True where only the reading of documents is timed. */
  readonly isParseOnly: boolean
}

function readOptions(): BenchOptions {
  const { values } = parseArgs({
    options: {
      from: { type: 'string', default: SAMPLES },
      data: { type: 'string', default: SAMPLES },
      'parse-only': { type: 'boolean', default: false },
      count: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      'no-peer': { type: 'boolean', default: false },
    },
  })
  return {
    folder: values.from,
    documents: values.data,
    count: Number(values.count),
    seed: values.seed,
    withPeer: !values['no-peer'],
    isParseOnly: values['parse-only'],
  }
}

function printMachine(): void {
  const [cpu] = cpus()
  print(
    `machine   ${cpus().length} × ${cpu?.model.trim()}, ${(totalmem() / GIGABYTE).toFixed(0)} GB, Node ${process.version}`,
  )
}

/** What a stage is told: what to do, over which postings, and where they are kept. */
interface StageOrder {
  readonly stage: Stage
  readonly options: BenchOptions
  readonly state: string
}

/** The stages by their name, each loading only what it runs; what one gives goes back to the process that started it. */
const STAGES = {
  corpus: ({ options, state }: StageOrder) => makeCorpus(options, state),
  bot: async ({ state }: StageOrder) => (await import('./bench-bot.ts')).benchBot(state),
  peers: async ({ state }: StageOrder) => (await import('./bench-peers.ts')).benchPeers(state),
} as const
type Stage = keyof typeof STAGES

/** The bot runs as `npm start` runs it; the peers hold all postings and need more than a process has by itself. */
const FLAGS: Readonly<Record<Stage, readonly string[]>> = {
  corpus: [],
  bot: ['--max-semi-space-size=4'],
  peers: ['--max-old-space-size=8000'],
}

const TIMED_DOCUMENTS = 2000

async function makeCorpus(options: BenchOptions, state: string): Promise<null> {
  const timesMs: number[] = []
  for await (const { path, text } of generatePostings({
    ...options,
    count: Math.min(options.count, TIMED_DOCUMENTS),
  })) {
    const content = new TextEncoder().encode(text)
    const parse = () => parsePosting({ path, content }, { sourceName: 'bench', isSample: false })
    timesMs.push(measureTime(parse).ms)
  }
  const { archiveCorpus } = await import('./corpus.ts')
  const beganMs = performance.now()
  const bytes = await archiveCorpus(options, state)
  const seconds = (performance.now() - beganMs) / 1000
  print(`\ncorpus    ${options.count} postings made of those in ${options.folder}, seed ${options.seed}`)
  print(`          ${(bytes / MEGABYTE).toFixed(1)} MB, ${(bytes / options.count / 1000).toFixed(1)} kB each`)
  printPercentiles('parsing   ', timesMs)
  const archived = statSync(join(state, 'cache.sqlite')).size / MEGABYTE
  print(`archive   ${seconds.toFixed(1)} s to read and index all of them, ${archived.toFixed(0)} MB`)
  return null
}

/** Runs a stage in a process of its own, so that none holds what another one needs. */
function runStage<S extends Stage>(order: StageOrder & { readonly stage: S }) {
  type Outcome = Awaited<ReturnType<(typeof STAGES)[S]>>
  return new Promise<Outcome>((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [JSON.stringify(order)], {
      execArgv: [...FLAGS[order.stage]],
      env: { ...process.env, NODE_COMPILE_CACHE: join(order.state, 'code') },
    })
    child.on('message', outcome => resolve(outcome as Outcome))
    child.on('exit', code => reject(new Error(`“${order.stage}” ended with ${code}`)))
  })
}

async function benchGenerated(options: BenchOptions, state: string): Promise<void> {
  await runStage({ stage: 'corpus', options, state })
  const own = await runStage({ stage: 'bot', options, state })
  if (!options.withPeer) return
  const { sqlite, miniSearch } = await runStage({ stage: 'peers', options, state })
  print(
    `\nat p50 Rolecall is ${(miniSearch / own).toFixed(0)} times as fast as MiniSearch and ${(sqlite / own).toFixed(0)} times as fast as SQLite`,
  )
}

async function main(): Promise<void> {
  const options = readOptions()
  printMachine()
  await benchParsing(options.documents, options.withPeer)
  if (options.isParseOnly) return
  const state = mkdtempSync(join(tmpdir(), 'rolecall-bench-'))
  try {
    await benchGenerated(options, state)
  } finally {
    rmSync(state, { recursive: true, force: true })
  }
}

async function runOrder(order: StageOrder): Promise<void> {
  process.send?.(await STAGES[order.stage](order))
  process.disconnect?.()
}

if (import.meta.main) await (process.send ? runOrder(JSON.parse(process.argv[2] ?? '')) : main())
