import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ArchiveRecord } from '../../src/catalog/archive/archive-record.ts'
import { createParsePool, type ParsePool, type ParsePoolOptions } from '../../src/reload/worker/parse-pool.ts'
import { practise } from '../../src/reload/worker/practise.ts'
import { readDocument } from '../../src/reload/worker/read-document.ts'
import { makeDocument, makeDocuments } from './make-source.ts'

const FAILING = new URL('./failing-parse-worker.ts', import.meta.url)
const PRACTISING = new URL('./practising-parse-worker.ts', import.meta.url)
const PROVENANCE = { sourceName: 'test', isSample: false }
/** Threads take a second to start, several where the machine is busy. */
const SLOW_MS = 60_000

let pools: ParsePool[] = []
afterEach(async () => {
  for (const pool of pools) await pool.stop()
  pools = []
})

function open(options: ParsePoolOptions): ParsePool {
  const pool = createParsePool(options)
  pools.push(pool)
  return pool
}

function makeOrder(document = makeDocument({ title: 'Welder' })) {
  return { key: document.path, document, provenance: PROVENANCE }
}

/** Bytes of one kind, whichever kind they came as. */
function plain({ text, words, ...rest }: ArchiveRecord) {
  return { ...rest, text: Buffer.from(text).toString('base64'), words: Buffer.from(words).toString('base64') }
}

const broken = (path: string) => makeOrder({ path, content: new TextEncoder().encode('Something') })

it('practises on samples that can be read', () => {
  expect([...practise()].length).toBeGreaterThan(3)
})

describe('createParsePool', () => {
  it(
    'reads documents as they are read anywhere, and leaves them whole',
    async () => {
      const { parse } = open({ size: 2 })
      const orders = makeDocuments(30).map(document => makeOrder(document))
      const outcomes = await Promise.all(orders.map(parse))
      const records = outcomes.map(outcome => (outcome.type === 'read' ? plain(outcome.record) : null))
      expect(records).toEqual(orders.map(order => plain(readDocument(order))))
      expect(orders.every(({ document }) => document.content.length > 0)).toBe(true)
    },
    SLOW_MS,
  )

  it.each([
    ['dies.md', 'its thread ended'],
    ['throws.md', 'something is broken'],
  ])(
    'loses the document that ends its thread (%s), says why, and reads all others',
    async (path, reason) => {
      const { parse } = open({ size: 1, entry: FAILING })
      const orders = [broken(path), ...makeDocuments(6).map(document => makeOrder(document)), broken(path)]
      const outcomes = await Promise.all(orders.map(parse))
      expect(outcomes.map(({ type }) => type)).toEqual(['lost', ...Array(6).fill('read'), 'lost'])
      expect(outcomes[0]).toMatchObject({ reason: expect.stringContaining(reason) })
    },
    SLOW_MS,
  )

  it.each([
    [true, 160],
    [false, 1024],
  ])(
    'lets a thread take less where memory is short (%s)',
    async (isFrugal, heap) => {
      const { parse } = open({ size: 1, isFrugal, entry: FAILING })
      const outcome = await parse(broken('tells.md'))
      expect(outcome).toMatchObject({ reason: expect.stringContaining(`"isFrugal":${isFrugal}`) })
      expect(outcome).toMatchObject({ reason: expect.stringContaining(`"maxOldGenerationSizeMb":${heap}`) })
    },
    SLOW_MS,
  )

  it(
    'ends a thread whose document takes too long',
    async () => {
      const { parse } = open({ size: 1, mostMs: 500, entry: FAILING })
      const [lost, read] = await Promise.all([parse(broken('hangs.md')), parse(makeOrder())])
      expect(lost).toEqual({ type: 'lost', reason: 'Reading it took longer than 0.5 seconds.' })
      expect(read.type).toBe('read')
    },
    SLOW_MS,
  )

  it(
    'leaves a thread alone that takes long for all of its documents, but not for one',
    async () => {
      const { parse } = open({ size: 1, mostMs: 800, entry: FAILING })
      const outcomes = await Promise.all(Array.from({ length: 6 }, () => parse(broken('dawdles.md'))))
      expect(outcomes.map(({ type }) => type)).toEqual(Array(6).fill('read'))
    },
    SLOW_MS,
  )

  it(
    'has a thread practise until its first document comes, and no longer',
    async () => {
      const pool = open({ size: 1, entry: PRACTISING })
      pool.start()
      await vi.waitFor(() => expect(pool.isReady()).toBe(true), SLOW_MS)
      await sleep(100)
      const readTimes = async () => {
        const outcome = await pool.parse(makeOrder())
        return outcome.type === 'read' ? Number(outcome.record.facts) : null
      }
      const first = await readTimes()
      expect(first).toBeGreaterThan(1)
      await sleep(100)
      expect(await readTimes()).toBe(first)
    },
    SLOW_MS,
  )

  it(
    'fails where no thread can be started',
    async () => {
      const { parse } = open({ size: 2, entry: new URL('./missing.ts', import.meta.url) })
      await expect(parse(makeOrder())).rejects.toThrow('no thread can read documents')
    },
    SLOW_MS,
  )

  it(
    'drops what it was reading when it is stopped',
    async () => {
      const pool = open({ size: 1, entry: FAILING })
      const reading = pool.parse(broken('hangs.md'))
      const outcome = expect(reading).rejects.toThrow('the reading was stopped')
      await pool.stop()
      await outcome
    },
    SLOW_MS,
  )
})
