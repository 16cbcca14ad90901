import { resourceLimits, workerData } from 'node:worker_threads'
import { serveOrders } from '../../src/reload/worker/serve-orders.ts'

// A thread of the pool that breaks at documents by their paths, as reading could if it had a fault.
serveOrders(({ key, document: { path } }) => {
  if (path === 'dies.md') process.exit(1)
  if (path === 'throws.md') throw new Error('something is broken')
  if (path === 'tells.md') throw new Error(JSON.stringify({ ...workerData, ...resourceLimits }))
  for (; path === 'hangs.md'; );
  if (path === 'dawdles.md') for (const until = performance.now() + 300; performance.now() < until; );
  const nothing = new Uint8Array(0)
  return { key, marks: null, facts: '{}', text: nothing, words: nothing }
})
