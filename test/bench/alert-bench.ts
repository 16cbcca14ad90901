/**
 * How fast alerts are planned and what the ledger takes. Run with `node test/bench/alert-bench.ts`; the ledger is
 * written with full sync, into a file in the folder for temporary files.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeDefaultOptions } from '../../src/alert/default-options.ts'
import type { NewDelivery } from '../../src/alert/delivery.ts'
import { planOnly } from '../../src/alert/leave-place.ts'
import { createPlanner, type Planner } from '../../src/alert/plan-change.ts'
import { DEFAULT_PACE } from '../../src/alert/send-due.ts'
import { placeKey, type Subscription } from '../../src/alert/subscription.ts'
import { type Catalog, createCatalog } from '../../src/catalog/catalog.ts'
import type { Target } from '../../src/platform.ts'
import { parsePosting } from '../../src/posting/parse-posting.ts'
import type { Posting } from '../../src/posting/posting.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { generatePostings } from './generate-postings.ts'
import { findPercentile, measureMemory } from './measure.ts'
import { print } from './print.ts'

const BASE_POSTINGS = 9000
const NEW_POSTINGS = 1000
const SUBSCRIPTIONS = 10_000
const ROWS = 50_000
const PLACES_TOLD = 500
const OUTCOMES = 2000
const HOUR_MS = 3_600_000
const NOW = new Date('2026-06-01T09:00:00Z')
const SAMPLES = fileURLToPath(new URL('../../data/postings/', import.meta.url))

const SKILLS =
  'go python java rust kotlin react typescript kubernetes terraform postgresql kafka swift'.split(' ')
const PLACES = [
  'remote',
  'in Germany',
  'in Berlin',
  'in the US',
  'in Canada',
  'in the UK',
  'hybrid',
  'in Europe',
]
const LEVELS = ['senior', 'junior', 'staff+', 'senior, staff', 'internships']
const PAYS = ['over 100k', 'over 150k', 'at least 200k', 'over 80k', '']

/** Distinct questions of three to four conditions. */
function makeQuestion(number: number): string {
  const pick = (items: readonly string[], divisor: number) =>
    items[Math.floor(number / divisor) % items.length] ?? ''
  const years = Math.floor(number / 2400)
  const words = [pick(LEVELS, 1), pick(SKILLS, 5), pick(PLACES, 60), pick(PAYS, 480)]
  return [...words, years === 0 ? '' : `at most ${years + 2} years`].filter(word => word !== '').join(' ')
}

async function loadPostings(): Promise<readonly Posting[]> {
  const postings: Posting[] = []
  for await (const { path, text } of generatePostings({
    folder: SAMPLES,
    count: BASE_POSTINGS + 3 * NEW_POSTINGS,
    seed: 'alerts',
  })) {
    const content = new TextEncoder().encode(text)
    const posting = parsePosting({ path, content }, { sourceName: 'bench', isSample: false })
    if (!('reason' in posting)) postings.push(posting)
  }
  return postings
}

function makeTarget(number: number): Target {
  return { type: 'channel', platform: 'discord', serverId: 's', channelId: `c${number}` }
}

async function subscribe(store: Store): Promise<readonly Subscription[]> {
  const before = new Date(NOW.getTime() - 1000)
  const options = makeDefaultOptions('channel', 'UTC')
  const subscriptions = Array.from(
    { length: SUBSCRIPTIONS },
    (_, number): Subscription => ({
      id: `s${number}`,
      question: makeQuestion(number),
      target: makeTarget(number % PLACES_TOLD),
      ownerId: 'discord:ann',
      ...options,
      paused: null,
      createdAt: before,
      since: before,
      heardAt: before,
    }),
  )
  for (const subscription of subscriptions) await store.subscriptions.add(subscription)
  return subscriptions
}

/** A catalog of the first so many postings. Every copy but the first is merged, so that a few fewer are distinct. */
function makeCatalog(postings: readonly Posting[], reloads: number): Catalog {
  return createCatalog(postings.slice(0, BASE_POSTINGS + reloads * NEW_POSTINGS))
}

/** Loads and reloads of a growing catalog, with alerts that are all made before the first reload. */
async function timePlanning(store: Store): Promise<void> {
  const postings = await loadPostings()
  const planner = createPlanner(store, 'USD')
  await timeChange('First load, sketched and written down', planner, 0, null, makeCatalog(postings, 0))
  const subscriptions = await subscribe(store)
  const reading = await measure(async () => {
    for (const subscription of subscriptions) await planner.readAhead(subscription)
  })
  print(`Questions read and kept as alerts are made: ${SUBSCRIPTIONS} distinct ones`)
  print(`  ${describeCost(reading)}`)
  for (const [turn, title] of ['Planning, first reload with them', 'Planning at the next reload'].entries())
    await timeChange(title, planner, turn + 1, makeCatalog(postings, turn), makeCatalog(postings, turn + 1))
  print(`Readings kept for the next start: ${describeCost(await measure(() => planner.prepare(() => true)))}`)
}

/** What a process plans that was started on the state of another: the start, and a reload right after it. */
async function timeAfterStart(store: Store): Promise<void> {
  const postings = await loadPostings()
  const planner = createPlanner(store, 'USD')
  const before = makeCatalog(postings, 2)
  await timeChange('Start of another process', planner, 3, null, before)
  await timeChange('Planning, first reload after the start', planner, 4, before, makeCatalog(postings, 3))
}

async function timeChange(
  title: string,
  planner: Planner,
  turn: number,
  before: Catalog | null,
  after: Catalog,
): Promise<void> {
  const at = new Date(NOW.getTime() + turn * HOUR_MS)
  const cause = before === null ? 'start' : 'reload'
  const change = { cause, at, before, after, added: [], changed: [], gone: [] } as const
  let planned = 0
  const cost = await measure(async () => {
    planned = await planner.plan(change)
  })
  const fresh = after.size - (before?.size ?? 0)
  print(`${title}: ${fresh} new of ${after.size} postings, ${planned} deliveries planned`)
  print(`  ${describeCost(cost)}`)
}

interface Cost {
  readonly cpuMs: number
  readonly wallMs: number
  readonly longestStepMs: number
  readonly memoryMb: number
}

async function measure(work: () => Promise<unknown>): Promise<Cost> {
  const memoryBefore = measureMemory()
  const steps = watchSteps()
  const [startCpu, start] = [process.cpuUsage(), performance.now()]
  await work()
  const [cpu, wallMs] = [process.cpuUsage(startCpu), performance.now() - start]
  return {
    wallMs,
    cpuMs: (cpu.user + cpu.system) / 1000,
    longestStepMs: steps.end(),
    memoryMb: measureMemory() - memoryBefore,
  }
}

/** The longest turn of the event loop, in milliseconds of this thread, so that other programs do not count. */
function watchSteps(): { readonly end: () => number } {
  const read = () => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  }
  let [isOn, longest, last] = [true, 0, read()]
  const look = () => {
    const now = read()
    longest = Math.max(longest, now - last)
    last = now
    if (isOn) setImmediate(look)
  }
  setImmediate(look)
  return {
    end: () => {
      isOn = false
      return longest
    },
  }
}

function describeCost({ cpuMs, wallMs, longestStepMs, memoryMb }: Cost): string {
  const parts = [
    `${cpuMs.toFixed(0)} ms of one core`,
    `${wallMs.toFixed(0)} ms in all`,
    `longest step ${longestStepMs.toFixed(0)} ms`,
    `${memoryMb.toFixed(0)} MB more`,
  ]
  return parts.join(', ')
}

function makeDeliveries(round: number): readonly NewDelivery[] {
  const targets = Array.from({ length: PLACES_TOLD }, (_, number) => makeTarget(number))
  return Array.from({ length: ROWS }, (_, number): NewDelivery => {
    const target = targets[number % PLACES_TOLD] ?? makeTarget(number)
    return {
      target,
      place: placeKey(target),
      postingId: namePosting(round, number),
      revision: '1',
      kind: 'posting',
      body: {
        reasons: ['s1', 's2'],
        title: `Engineer ${number}`,
        company: 'Acme',
        url: `https://example.com/${number}`,
      },
      state: 'planned',
      rule: null,
      dueAt: NOW,
    }
  })
}

const namePosting = (round: number, number: number): string => `bench-${round}-${number}`

/** So often as many rows are planned, in the same ledger; the middle one counts, so that another program's turn does not. */
const LEDGER_ROUNDS = 5

async function timeLedger(store: Store): Promise<void> {
  const costs: Cost[] = []
  for (let round = 0; round < LEDGER_ROUNDS; round++) {
    const plan = planOnly(makeDeliveries(round), NOW)
    costs.push(await measure(() => store.deliveries.plan(plan)))
  }
  const walls = costs.map(({ wallMs }) => wallMs)
  const middle = findPercentile(walls, 0.5)
  print(
    `Ledger: ${ROWS} rows planned, ${LEDGER_ROUNDS} times: ${walls.map(ms => ms.toFixed(0)).join(', ')} ms; the middle one: ${perSecond(ROWS, middle)} a second`,
  )
}

/** Outcomes one after the other, and as many at the same time as are on their way at most. */
async function timeOutcomes(store: Store): Promise<void> {
  for (const [turn, atOnce] of [1, DEFAULT_PACE.atOnce].entries()) {
    const postingIds = Array.from({ length: OUTCOMES }, (_, number) =>
      namePosting(0, turn * OUTCOMES + number),
    )
    const ids = (await store.deliveries.listByPostings(postingIds)).map(({ id }) => id)
    const until = new Date(NOW.getTime() + 60_000)
    const lease = (id: number) =>
      store.deliveries.lease({ messageKey: `k${id}`, ids: [id], until, now: NOW, verdicts: [] })
    const settle = (id: number) =>
      store.deliveries.settle(`k${id}`, { type: 'sent', messageId: `m${id}`, at: NOW, heard: ['s1'] })
    for (const [what, work] of [
      ['leases', lease],
      ['outcomes', settle],
    ] as const) {
      const [startCpu, start] = [process.cpuUsage(), performance.now()]
      const left = [...ids]
      const run = async () => {
        for (let id = left.pop(); id !== undefined; id = left.pop()) await work(id)
      }
      await Promise.all(Array.from({ length: atOnce }, run))
      const [ms, cpu] = [performance.now() - start, process.cpuUsage(startCpu)]
      const cpuMs = (cpu.user + cpu.system) / 1000
      print(
        `Ledger: ${OUTCOMES} ${what}, ${atOnce} at the same time: ${perSecond(OUTCOMES, ms)} a second (${cpuMs.toFixed(0)} ms of one core)`,
      )
    }
  }
}

function perSecond(count: number, ms: number): string {
  return Math.round((count / ms) * 1000).toLocaleString('en-US')
}

async function withStore(path: string, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(`sqlite:${path}`)
  try {
    await work(store)
  } finally {
    await store.close()
  }
}

/** The state that another process left, in a process of its own. */
const [left] = process.argv.slice(2)
if (left !== undefined) await withStore(left, timeAfterStart)
else {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-alert-bench-'))
  const path = join(folder, 'state.sqlite')
  try {
    await withStore(path, timePlanning)
    spawnSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), path], {
      stdio: 'inherit',
    })
    await withStore(path, async store => {
      await timeLedger(store)
      await timeOutcomes(store)
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
