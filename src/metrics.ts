import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Handle, Outbox, SendOutcome } from './platform.ts'

/** What is to be known of the postings. */
export interface CatalogFacts {
  readonly size: number
  readonly loadedAt: Date
}

/** Counts what the bot does, for Prometheus. */
export interface Metrics {
  readonly contentType: string
  /** Everything that was counted, as text. */
  readonly print: () => Promise<string>
  /** Counts and times the answers of a handler. */
  readonly measureHandle: (handle: Handle) => Handle
  /** Counts what became of the messages of a platform. */
  readonly measureOutbox: (platform: string, outbox: Outbox) => Outbox
}

/** Seconds; most answers take a hundredth. */
const DURATIONS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

/**
 * Begins to count, the process and its event loop included.
 * @param readCatalog the postings in force; null while there are none
 */
export function createMetrics(readCatalog: () => CatalogFacts | null, now: () => Date): Metrics {
  const register = new Registry()
  const registers = [register]
  collectDefaultMetrics({ register })
  addCatalogGauges(registers, readCatalog, now)
  const answers = new Histogram({
    name: 'rolecall_answer_seconds',
    help: 'How long answers took, by platform and by what was done',
    labelNames: ['platform', 'kind'],
    buckets: DURATIONS,
    registers,
  })
  const messages = new Counter({
    name: 'rolecall_messages_total',
    help: 'Messages that were posted without being asked, by platform and what became of them',
    labelNames: ['platform', 'outcome'],
    registers,
  })
  return {
    contentType: register.contentType,
    print: () => register.metrics(),
    measureHandle: handle => async request => {
      const platform = request.place?.platform ?? 'terminal'
      const end = answers.startTimer({ platform, kind: request.content.type })
      try {
        return await handle(request)
      } finally {
        end()
      }
    },
    measureOutbox: (platform, outbox) => {
      const count = async (sending: Promise<SendOutcome>): Promise<SendOutcome> => {
        const sent = await sending
        messages.inc({ platform, outcome: sent.type })
        return sent
      }
      return {
        ...outbox,
        send: (...args) => count(outbox.send(...args)),
        sendBelow: (...args) => count(outbox.sendBelow(...args)),
        edit: (...args) => count(outbox.edit(...args)),
      }
    },
  }
}

function addCatalogGauges(
  registers: Registry[],
  readCatalog: () => CatalogFacts | null,
  now: () => Date,
): void {
  new Gauge({
    name: 'rolecall_postings',
    help: 'Distinct postings that can be asked about',
    registers,
    collect() {
      this.set(readCatalog()?.size ?? 0)
    },
  })
  new Gauge({
    name: 'rolecall_postings_age_seconds',
    help: 'How long ago the postings were loaded; NaN while there are none',
    registers,
    collect() {
      const loadedAt = readCatalog()?.loadedAt
      this.set(loadedAt === undefined ? Number.NaN : (now().getTime() - loadedAt.getTime()) / 1000)
    },
  })
}
