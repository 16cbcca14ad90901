import { enableCompileCache } from 'node:module'
import { parentPort } from 'node:worker_threads'
import type { ParseOrder, ParseReport } from './parse-order.ts'

// Reading the TypeScript anew costs a second of each of these threads; the rest loads once the cache is on.
enableCompileCache()

const { readDocument } = await import('./read-document.ts')

const report = (said: ParseReport, moved: readonly ArrayBuffer[]) => parentPort?.postMessage(said, moved)

parentPort?.on('message', (order: ParseOrder) => {
  const record = readDocument(order)
  // The packed parts may be views of larger buffers, which would go along whole.
  const [text, words] = [Uint8Array.from(record.text), Uint8Array.from(record.words)]
  report({ type: 'read', record: { ...record, text, words } }, [text.buffer, words.buffer])
})
report({ type: 'ready' }, [])
