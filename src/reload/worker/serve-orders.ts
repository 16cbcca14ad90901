import { parentPort, workerData } from 'node:worker_threads'
import type { ArchiveRecord } from '../../catalog/archive/archive-record.ts'
import type { Steps } from '../../catalog/steps.ts'
import { copyTogether } from './copy-together.ts'
import type { ParseOrder, ParseReport, ParseSetting } from './parse-order.ts'

/** So many records are handed over at a time: each message wakes the other thread, which takes as long as copying them. */
const TOGETHER = 8

/**
 * Reads what the thread that started this one orders, until that ends it.
 * @param practice is done step by step until the first order
 */
export function serveOrders(read: (order: ParseOrder) => ArchiveRecord, practice?: Steps<void>): void {
  const { begun } = workerData as ParseSetting
  let isPractising = practice !== undefined
  const practise = () => {
    if (isPractising && !practice?.next().done) setImmediate(practise)
  }
  parentPort?.on('message', (orders: readonly ParseOrder[]) => {
    isPractising = false
    for (let at = 0; at < orders.length; at += TOGETHER) {
      handOver(
        orders.slice(at, at + TOGETHER).map(order => {
          Atomics.add(begun, 0, 1)
          return read(order)
        }),
      )
    }
  })
  say({ type: 'ready' })
  setImmediate(practise)
}

function handOver(records: readonly ArchiveRecord[]): void {
  const texts = copyTogether(records.map(({ text }) => text))
  const words = copyTogether(records.map(record => record.words))
  const copies = records.map((record, at) => ({
    ...record,
    text: texts.copies[at] ?? record.text,
    words: words.copies[at] ?? record.words,
  }))
  say({ type: 'read', records: copies }, [texts.buffer, words.buffer])
}

function say(report: ParseReport, moved: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(report, moved)
}
