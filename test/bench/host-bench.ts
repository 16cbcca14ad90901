import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { generatePostings } from './generate-postings.ts'
import type { HostOrder, HostReport, HostServer } from './host-bench-server.ts'
import { describeMachine } from './load-catalog.ts'
import { print } from './print.ts'
import { readProcessMemory, resetPeak } from './process-memory.ts'
import { createRandom } from './random.ts'
import { readCounts } from './read-figures.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SERVER = fileURLToPath(new URL('host-bench-server.ts', import.meta.url))
const QUESTION = 'senior backend'
/** The share of the documents that have to be postings for the answers to count. */
const LEAST_SHARE = 0.98
const CHANGED_SHARE = 0.01
/** Unlike those that are there. */
const OTHER_SEED = 2
/** A process that takes less of a core than this, in so many looks one after another, is at rest. */
const QUIET_SHARE = 0.05
const QUIET_LOOKS = 15
const LOOK_MS = 2000
const TICKS_A_SECOND = 100

interface Given {
  readonly from: string
  readonly postings: readonly number[]
  readonly core: string
  readonly node: string
  readonly work?: string
  readonly full: boolean
  readonly allocator: boolean
}

const given = new Command('host-bench')
  .description('Measures memory and time of the program on Discord and Slack, on one core of Linux.')
  .option('--from <folder>', 'what the postings are made of', join(ROOT, 'data/postings'))
  .option('--postings <counts>', 'how many there are; several with commas for a table', readCounts, [10_000])
  .option('--core <number>', 'the core that the program may use, as for taskset; empty for all', '0')
  .option(
    '--node <options>',
    'options for its Node, such as --max-old-space-size=128',
    '--max-semi-space-size=4 --expose-gc',
  )
  .option('--work <folder>', 'a folder to go on in: what is read there already is not read again')
  .option('--no-full', 'without the reload in which everything changed')
  .option('--no-allocator', "with the C library's memory, not with what the image takes in its place")
  .parse()
  .opts<Given>()

/** The program under measurement, with what was started for it. */
interface Host {
  readonly child: ChildProcess
  readonly pid: number
  readonly server: ChildProcess
}

const allocator = given.allocator ? readAllocator() : {}
print(`machine   ${describeMachine()}, load ${loadavg()[0]?.toFixed(1)}`)
print(
  `program   src/main.ts on Discord and Slack, ${given.core === '' ? 'all cores' : `core ${given.core}`} ${given.node}`,
)
print(`allocator ${allocator.LD_PRELOAD ?? 'that of the C library'}`)
print('memory    megabytes resident: the peak, and at rest in all, of it own, shared, and pages of files')
print('postings step                   seconds  processor s    peak at rest     own  shared   files')
for (const count of given.postings) await measureSize(count)

async function measureSize(count: number): Promise<void> {
  const folder = given.work ? join(given.work, String(count)) : mkdtempSync(join(tmpdir(), 'rolecall-host-'))
  const postings = join(folder, 'postings')
  const wasThere = existsSync(join(folder, 'state'))
  await writePostings(postings, count, 1, () => true)
  const random = createRandom('changed')
  if (!wasThere) await measureStart('from nothing', folder, count, end)
  await measureStart('warm start', folder, count, async host => {
    await writePostings(postings, count, OTHER_SEED, () => random.isIn(CHANGED_SHARE))
    await measureReload(`reload, ${CHANGED_SHARE * 100} % changed`, host, count)
    if (given.full) {
      await writePostings(postings, count, OTHER_SEED, () => true)
      await measureReload('reload, all changed', host, count)
    }
    await end(host)
  })
  if (given.work === undefined) rmSync(folder, { recursive: true, force: true })
}

/** What the image sets for memory; nothing where its library is not installed here. */
function readAllocator(): Readonly<Record<string, string>> {
  const image = readFileSync(join(ROOT, 'Dockerfile'), 'utf8')
  const settings = Array.from(
    image.matchAll(/\b(LD_PRELOAD|MALLOC_CONF)=(\S+)/g),
    ([, name = '', value = '']) => [name, value],
  )
  const env = Object.fromEntries(settings)
  const { stderr } = spawnSync('true', { env, encoding: 'utf8' })
  if (stderr === '') return env
  print(`${env.LD_PRELOAD} is not installed here (Debian: apt-get install libjemalloc2)`)
  return {}
}

/** Writes what differs from what is there. */
async function writePostings(
  folder: string,
  count: number,
  seed: number,
  isChosen: () => boolean,
): Promise<void> {
  for await (const { path, text } of generatePostings({ folder: given.from, count, seed })) {
    if (!isChosen()) continue
    const file = join(folder, path)
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

/** Starts both platforms and the program, and measures until each platform has answered. */
async function measureStart(
  step: string,
  folder: string,
  count: number,
  goOn: (host: Host) => Promise<void>,
): Promise<void> {
  const server = fork(SERVER, { stdio: 'inherit' })
  const [{ env }] = (await once(server, 'message')) as [HostServer]
  const startMs = performance.now()
  const host = { server, ...startProgram(folder, env) }
  await checkAnswers(server, count)
  const seconds = (performance.now() - startMs) / 1000
  const processor = readProcessor(host.pid)
  await restUntilQuiet(host.pid)
  printRow(count, step, seconds, processor, host.pid)
  await goOn(host)
}

function startProgram(folder: string, env: HostServer['env']): Pick<Host, 'child' | 'pid'> {
  const pinned = given.core === '' ? [] : ['taskset', '-c', given.core]
  const [command = '', ...args] = [...pinned, process.execPath, ...given.node.split(' '), 'src/main.ts']
  const child = spawn(command, args.filter(Boolean), {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: folder,
      ROLECALL_DATA: join(folder, 'postings'),
      ROLECALL_STATE: join(folder, 'state'),
      ROLECALL_MAX_NEW: '1000000',
      LOG_LEVEL: 'warn',
      ...allocator,
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  process.once('exit', () => child.kill('SIGKILL'))
  if (child.pid === undefined) throw new Error('the program could not be started')
  return { child, pid: child.pid }
}

/** @throws when a platform answers wrongly: there is no point in measuring what does not work */
async function checkAnswers(server: ChildProcess, count: number): Promise<void> {
  const { texts } = await tell(server, { type: 'ask', question: QUESTION })
  const found = texts.map(text => /^([\d,]+) of ([\d,]+) postings match/m.exec(text))
  const [matches, known] = [1, 2].map(group => found.map(part => Number(part?.[group]?.replaceAll(',', ''))))
  const isRight =
    known?.every(size => size <= count && size >= count * LEAST_SHARE) &&
    matches?.every(total => total > 0 && total === matches[0])
  if (!isRight) throw new Error(`wrong answers: ${texts.join('\n')}`)
}

async function measureReload(step: string, host: Host, count: number): Promise<void> {
  resetPeak(host.pid)
  const [before, startMs] = [readProcessor(host.pid), performance.now()]
  const { texts } = await tell(host.server, { type: 'reload' })
  const [seconds, processor] = [(performance.now() - startMs) / 1000, readProcessor(host.pid) - before]
  if (!texts[0]?.includes('Reloaded:')) throw new Error(`no reload: ${texts[0]}`)
  await checkAnswers(host.server, count)
  await restUntilQuiet(host.pid)
  printRow(count, step, seconds, processor, host.pid)
}

async function tell(server: ChildProcess, order: HostOrder): Promise<HostReport> {
  server.send(order)
  const [report] = (await once(server, 'message')) as [HostReport]
  return report
}

/** Waits until the process has had little to do for a while: after a start it reads its sources behind its answers. */
async function restUntilQuiet(pid: number): Promise<void> {
  for (let quiet = 0; quiet < QUIET_LOOKS; ) {
    const before = readProcessor(pid)
    await sleep(LOOK_MS)
    quiet = readProcessor(pid) - before < QUIET_SHARE * (LOOK_MS / 1000) ? quiet + 1 : 0
  }
}

/** Processor time of all threads so far, in seconds. */
function readProcessor(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name of the program may hold spaces; times of user and system are the 12th and 13th after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND
}

async function end({ child, server }: Host): Promise<void> {
  const ended = [once(child, 'exit'), once(server, 'exit')]
  child.kill('SIGTERM')
  await ended[0]
  server.disconnect()
  await ended[1]
}

function printRow(count: number, step: string, seconds: number, processor: number, pid: number): void {
  const { peak, now, anonymous, files, shared } = readProcessMemory(pid)
  const figures = [peak, now, anonymous, shared, files].map(value => value.toFixed(0).padStart(7))
  print(
    `${String(count).padStart(8)} ${step.padEnd(21)} ${seconds.toFixed(1).padStart(8)} ${processor.toFixed(1).padStart(12)} ${figures.join(' ')}`,
  )
}
