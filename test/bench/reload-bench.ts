import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { generatePostings } from './generate-postings.ts'
import { describeMachine } from './load-catalog.ts'
import { print } from './print.ts'
import { createRandom } from './random.ts'
import { readCount, readShare } from './read-figures.ts'
import type { BenchOrder, BenchReport } from './reload-bench-process.ts'

const PROCESS = fileURLToPath(new URL('reload-bench-process.ts', import.meta.url))
const SAMPLES = fileURLToPath(new URL('../../data/postings', import.meta.url))
const MEGABYTE = 1_000_000
/** Unlike those that are there. */
const OTHER_SEED = 2

interface Given {
  readonly from: string
  readonly postings: number
  readonly changed: number
  readonly inMemory: boolean
  readonly work?: string
  readonly full: boolean
}

const given = new Command('reload-bench')
  .description('Measures a first load, a start after a restart, and reloads of generated postings in files.')
  .option('--from <folder>', 'what the postings are made of', SAMPLES)
  .option('--postings <count>', 'how many there are', readCount, 10_000)
  .option('--changed <share>', 'share of them that changes before the second reload', readShare, 0.01)
  .option('--in-memory', 'makes catalogs in the answering thread and in memory, to compare', false)
  .option('--work <folder>', 'a folder to go on in: what is read there already is not read again')
  .option('--no-full', 'without the reload in which everything changed')
  .parse()
  .opts<Given>()

await run(given.work ?? mkdtempSync(join(tmpdir(), 'rolecall-bench-')), given.postings)

/** Measures a first load, a start after a restart, and reloads in which little and in which everything changed. */
async function run(folder: string, count: number): Promise<void> {
  const postings = join(folder, 'postings')
  await writePostings(postings, count, 1, () => true)
  print(`machine   ${describeMachine()}, ${availableParallelism()} to use, load ${loadavg()[0]?.toFixed(1)}`)
  print(`corpus    ${count} postings as files; after each step the answers are checked`)
  print(
    'what                    seconds  processor s  questions  answer p50/p99/max ms  loop p50/p99/max ms  peak MB  at rest MB',
  )
  const setting = { data: postings, state: join(folder, 'state'), isInMemory: given.inMemory }
  let bot = await startProcess(setting)
  printReport('from nothing', await ask(bot, { type: 'load' }))
  if (!given.inMemory) {
    await end(bot)
    bot = await startProcess(setting)
    printReport('warm start', await ask(bot, { type: 'load' }))
  }
  printReport('reload, no change', await ask(bot, { type: 'reload' }))
  const random = createRandom('changed')
  await writePostings(postings, count, OTHER_SEED, () => random.isIn(given.changed))
  printReport(`reload, ${given.changed * 100} % changed`, await ask(bot, { type: 'reload' }))
  printReport('undo', await ask(bot, { type: 'undo' }))
  if (given.full) {
    await writePostings(postings, count, OTHER_SEED, () => true)
    printReport('reload, all changed', await ask(bot, { type: 'reload' }))
  }
  await end(bot)
  if (given.work === undefined) rmSync(folder, { recursive: true, force: true })
}

async function writePostings(
  folder: string,
  count: number,
  seed: number,
  isChosen: () => boolean,
): Promise<void> {
  for await (const { path, text } of generatePostings({ folder: given.from, count, seed })) {
    if (!isChosen()) continue
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

type Setting = { readonly data: string; readonly state: string; readonly isInMemory: boolean }

async function startProcess(setting: Setting): Promise<ChildProcess> {
  const child = fork(PROCESS, [JSON.stringify(setting)], { stdio: 'inherit' })
  await once(child, 'message')
  return child
}

async function ask(child: ChildProcess, order: BenchOrder): Promise<BenchReport> {
  child.send(order)
  const [report] = (await once(child, 'message')) as [BenchReport]
  return report
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.disconnect()
  await ended
}

function printReport(label: string, report: BenchReport): void {
  const show = (values: readonly number[]) => values.map(value => value.toFixed(1)).join(' / ') || '-'
  print(
    [
      label.padEnd(22),
      report.seconds.toFixed(2).padStart(8),
      report.processorSeconds.toFixed(2).padStart(12),
      String(report.questions).padStart(10),
      show(report.answerMs).padStart(22),
      show(report.loopMs).padStart(20),
      (report.peakBytes / MEGABYTE).toFixed(0).padStart(8),
      (report.restBytes / MEGABYTE).toFixed(0).padStart(11),
      report.outcome,
    ].join(' '),
  )
}
