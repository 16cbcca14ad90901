import { enableCompileCache } from 'node:module'
import { availableParallelism } from 'node:os'
import { parentPort } from 'node:worker_threads'
import type { ParseOrder, ParseReport } from './parse-order.ts'

// Reading the TypeScript anew costs a second of each of these threads; the rest loads once the cache is on.
enableCompileCache()

const { readDocument } = await import('./read-document.ts')
const { limitPassages } = await import('../../posting/remember-by-passage.ts')

/** Bytes for passages on a host with one core, which has little memory, too: those of a few hundred postings. */
const SMALL_ROOM = 2_000_000
if (availableParallelism() === 1) limitPassages(SMALL_ROOM)

const report = (said: ParseReport, moved: readonly ArrayBuffer[]) => parentPort?.postMessage(said, moved)

parentPort?.on('message', (order: ParseOrder) => {
  const record = readDocument(order)
  // The packed parts may be views of larger buffers, which would go along whole.
  const [text, words] = [Uint8Array.from(record.text), Uint8Array.from(record.words)]
  report({ type: 'read', record: { ...record, text, words } }, [text.buffer, words.buffer])
})
report({ type: 'ready' }, [])
