import { enableCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import type { ParseOrder, ParseReport, ParseSetting } from './parse-order.ts'

// Reading the TypeScript anew costs a second of each of these threads; the rest loads once the cache is on.
enableCompileCache()

const { readDocument } = await import('./read-document.ts')
const { limitPassages } = await import('../../posting/remember-by-passage.ts')

const { isFrugal } = workerData as ParseSetting
/** Bytes for passages where memory is short: those of a few hundred postings. */
const FRUGAL_ROOM = 2_000_000
if (isFrugal) limitPassages(FRUGAL_ROOM)

const report = (said: ParseReport, moved: readonly ArrayBuffer[]) => parentPort?.postMessage(said, moved)

parentPort?.on('message', (order: ParseOrder) => {
  const record = readDocument(order)
  // The packed parts may be views of larger buffers, which would go along whole.
  const [text, words] = [Uint8Array.from(record.text), Uint8Array.from(record.words)]
  report({ type: 'read', record: { ...record, text, words } }, [text.buffer, words.buffer])
})
report({ type: 'ready' }, [])
