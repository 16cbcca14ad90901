import { Worker } from 'node:worker_threads'
import type { ArchiveRecord } from '../../catalog/archive/archive-record.ts'
import { copyTogether } from './copy-together.ts'
import type { ParseOrder, ParseReport, ParseSetting } from './parse-order.ts'

/** What came of a document: a record, or why there is none. */
export type ParseOutcome =
  | { readonly type: 'read'; readonly record: ArchiveRecord }
  | { readonly type: 'lost'; readonly reason: string }

/** Reads documents in threads of their own. */
export interface ParsePool {
  /**
   * A document whose reading ends its thread or takes too long is lost; the others go on in a new one.
   * @throws when no thread can be started at all
   */
  readonly parse: (order: ParseOrder) => Promise<ParseOutcome>
  /** Starts the threads before there is a document: that takes them a second. */
  readonly start: () => void
  /** Whether a thread is there to read. */
  readonly isReady: () => boolean
  readonly stop: () => Promise<void>
}

export interface ParsePoolOptions {
  /** How many threads; without `start` they start with the first documents. */
  readonly size: number
  /** True where memory is short. */
  readonly isFrugal?: boolean
  /** How long one document may take (milliseconds); it is given up before twice that. */
  readonly mostMs?: number
  /** What runs in each thread; for tests. */
  readonly entry?: URL
}

const ENTRY = new URL('./parse-worker.ts', import.meta.url)
/** The longest of many thousand real documents took eleven milliseconds. */
const MOST_MS = 30_000
/** So many orders lie with a thread at most, and half of them at least while there are more: it never waits for the next. */
const AHEAD = 24
/** A thread may fail to start for a moment, as where memory is short. */
const MOST_FAILED_STARTS = 3
const STOPPED = 'the reading was stopped'
/** Megabytes of a thread's heap; reading takes a tenth. */
const MOST_HEAP = 1024
/** The same where memory is short: the engine lets less of it grow where less is allowed. */
const FRUGAL_HEAP = 160
/** Megabytes for what is young: reading is no slower for it, and takes 70 megabytes less. */
const YOUNG_HEAP = 8

interface Task {
  readonly order: ParseOrder
  readonly settle: (outcome: ParseOutcome) => void
  readonly reject: (error: Error) => void
}

/** A thread and what lies with it, the one that it reads first. */
interface Reader {
  readonly worker: Worker
  readonly tasks: Task[]
  isReady: boolean
  /** Counted by the thread: of how many documents it began to read, and by us: of how many it told what it read. */
  readonly begun: Int32Array
  told: number
  /** Ends the thread when its document takes too long. */
  timer: NodeJS.Timeout | null
  /** Why it was ended by us; null where it was not. */
  verdict: string | null
}

export function createParsePool(options: ParsePoolOptions): ParsePool {
  const { size, isFrugal = false, mostMs = MOST_MS, entry = ENTRY } = options
  const queue: Task[] = []
  const readers = new Set<Reader>()
  let willDispatch = false
  let failedStarts = 0
  let hasStopped = false

  return {
    parse: order =>
      new Promise((settle, reject) => {
        queue.push({ order, settle, reject })
        dispatchSoon()
      }),
    start() {
      while (readers.size < size && !hasStopped) startReader()
    },
    isReady: () => [...readers].some(reader => reader.isReady),
    async stop() {
      hasStopped = true
      for (const task of queue.splice(0)) task.reject(new Error(STOPPED))
      await Promise.all([...readers].map(({ worker }) => worker.terminate()))
    },
  }

  /** What is asked for in one go is handed over in one go. */
  function dispatchSoon(): void {
    if (willDispatch) return
    willDispatch = true
    setImmediate(() => {
      willDispatch = false
      dispatch()
    })
  }

  function dispatch(): void {
    for (const reader of readers) {
      if (reader.tasks.length <= AHEAD / 2) hand(reader, queue.splice(0, AHEAD - reader.tasks.length))
    }
    if (queue.length > 0 && readers.size < size && !hasStopped) {
      startReader()
      dispatch()
    }
  }

  function hand(reader: Reader, tasks: readonly Task[]): void {
    if (tasks.length === 0) return
    const wasIdle = reader.tasks.length === 0
    reader.tasks.push(...tasks)
    // Copies: the contents are needed again where the thread ends.
    const { copies, buffer } = copyTogether(tasks.map(({ order }) => order.document.content))
    const orders = tasks.map(({ order }, at) => ({
      ...order,
      document: { ...order.document, content: copies[at] ?? order.document.content },
    }))
    reader.worker.postMessage(orders, [buffer])
    if (wasIdle) watch(reader)
  }

  function startReader(): void {
    const begun = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
    const worker = new Worker(entry, {
      execArgv: [],
      workerData: { isFrugal, begun } satisfies ParseSetting,
      resourceLimits: {
        maxOldGenerationSizeMb: isFrugal ? FRUGAL_HEAP : MOST_HEAP,
        maxYoungGenerationSizeMb: YOUNG_HEAP,
      },
    })
    const reader: Reader = { worker, tasks: [], isReady: false, begun, told: 0, timer: null, verdict: null }
    readers.add(reader)
    let problem = ''
    worker.on('message', (report: ParseReport) => hear(reader, report))
    worker.on('error', error => {
      problem = error instanceof Error ? error.message : String(error)
    })
    worker.on('exit', () => bury(reader, problem))
  }

  function hear(reader: Reader, report: ParseReport): void {
    if (report.type === 'ready') {
      reader.isReady = true
      failedStarts = 0
    } else {
      reader.told += report.records.length
      for (const record of report.records) reader.tasks.shift()?.settle({ type: 'read', record })
    }
    watch(reader)
    dispatch()
  }

  /** Ends a thread that begins with no other document for too long. */
  function watch(reader: Reader): void {
    if (reader.timer !== null) clearTimeout(reader.timer)
    reader.timer = null
    if (!reader.isReady || reader.tasks.length === 0) return
    const before = Atomics.load(reader.begun, 0)
    reader.timer = setTimeout(() => {
      if (Atomics.load(reader.begun, 0) !== before) {
        watch(reader)
        return
      }
      reader.verdict = `Reading it took longer than ${mostMs / 1000} seconds.`
      void reader.worker.terminate()
    }, mostMs)
  }

  function bury(reader: Reader, problem: string): void {
    readers.delete(reader)
    if (reader.timer !== null) clearTimeout(reader.timer)
    if (hasStopped) {
      for (const task of reader.tasks) task.reject(new Error(STOPPED))
      return
    }
    if (reader.isReady) {
      const reason = reader.verdict ?? `Reading it broke off (${problem || 'its thread ended'}).`
      // What it read before is read again: it ended before it could tell.
      const at = Math.max(0, Atomics.load(reader.begun, 0) - reader.told - 1)
      for (const task of reader.tasks.splice(at, 1)) task.settle({ type: 'lost', reason })
    } else failedStarts++
    queue.unshift(...reader.tasks)
    if (failedStarts < MOST_FAILED_STARTS) dispatch()
    else
      for (const task of queue.splice(0)) task.reject(new Error(`no thread can read documents: ${problem}`))
  }
}
