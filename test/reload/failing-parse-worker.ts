import { parentPort, resourceLimits, workerData } from 'node:worker_threads'
import type { ParseOrder } from '../../src/reload/worker/parse-order.ts'

// A thread of the pool that breaks at documents by their paths, as reading could if it had a fault.
parentPort?.on('message', ({ key, document: { path } }: ParseOrder) => {
  if (path === 'dies.md') process.exit(1)
  if (path === 'throws.md') throw new Error('something is broken')
  if (path === 'tells.md') throw new Error(JSON.stringify({ ...workerData, ...resourceLimits }))
  for (; path === 'hangs.md'; );
  const nothing = new Uint8Array(0)
  const record = { key, marks: null, facts: '{}', sum: 0, text: nothing, words: nothing }
  parentPort?.postMessage({ type: 'read', record })
})
parentPort?.postMessage({ type: 'ready' })
