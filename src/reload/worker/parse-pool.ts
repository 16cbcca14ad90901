import { Worker } from 'node:worker_threads'
import type { ArchiveRecord } from '../../catalog/archive/archive-record.ts'
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
  /** How long one document may take (milliseconds). */
  readonly mostMs?: number
  /** What runs in each thread; for tests. */
  readonly entry?: URL
}

const ENTRY = new URL('./parse-worker.ts', import.meta.url)
/** The longest of many thousand real documents took eleven milliseconds. */
const MOST_MS = 30_000
/** So many orders lie with a thread, so that it never waits for the next. */
const AHEAD = 4
/** A thread may fail to start for a moment, as where memory is short. */
const MOST_FAILED_STARTS = 3
const STOPPED = 'the reading was stopped'
/** Megabytes of a thread's heap; reading takes a tenth. */
const MOST_HEAP = 512
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
  /** Ends the thread when its document takes too long. */
  timer: NodeJS.Timeout | null
  /** Why it was ended by us; null where it was not. */
  verdict: string | null
}

export function createParsePool(options: ParsePoolOptions): ParsePool {
  const { size, isFrugal = false, mostMs = MOST_MS, entry = ENTRY } = options
  const queue: Task[] = []
  const readers = new Set<Reader>()
  let failedStarts = 0
  let hasStopped = false

  return {
    parse: order =>
      new Promise((settle, reject) => {
        queue.push({ order, settle, reject })
        dispatch()
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

  function dispatch(): void {
    for (const reader of readers) {
      while (reader.tasks.length < AHEAD) {
        const task = queue.shift()
        if (task === undefined) return
        hand(reader, task)
      }
    }
    if (queue.length > 0 && readers.size < size && !hasStopped) {
      startReader()
      dispatch()
    }
  }

  function hand(reader: Reader, task: Task): void {
    reader.tasks.push(task)
    const { document } = task.order
    // A copy of its own: the content may be a part of something larger, and is needed again where the thread ends.
    const content = Uint8Array.from(document.content)
    reader.worker.postMessage({ ...task.order, document: { ...document, content } }, [content.buffer])
    if (reader.tasks.length === 1) watch(reader)
  }

  function startReader(): void {
    const worker = new Worker(entry, {
      execArgv: [],
      workerData: { isFrugal } satisfies ParseSetting,
      resourceLimits: {
        maxOldGenerationSizeMb: isFrugal ? FRUGAL_HEAP : MOST_HEAP,
        maxYoungGenerationSizeMb: YOUNG_HEAP,
      },
    })
    const reader: Reader = { worker, tasks: [], isReady: false, timer: null, verdict: null }
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
    } else reader.tasks.shift()?.settle(report)
    watch(reader)
    dispatch()
  }

  /** Counts the time of the document that is read now. */
  function watch(reader: Reader): void {
    if (reader.timer !== null) clearTimeout(reader.timer)
    reader.timer = null
    if (!reader.isReady || reader.tasks.length === 0) return
    reader.timer = setTimeout(() => {
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
      reader.tasks.shift()?.settle({ type: 'lost', reason })
    } else failedStarts++
    queue.unshift(...reader.tasks)
    if (failedStarts < MOST_FAILED_STARTS) dispatch()
    else
      for (const task of queue.splice(0)) task.reject(new Error(`no thread can read documents: ${problem}`))
  }
}
