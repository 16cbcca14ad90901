import { enableCompileCache } from 'node:module'
import { workerData } from 'node:worker_threads'
import type { ParseSetting } from './parse-order.ts'

// Reading the TypeScript anew costs a second of each of these threads; the rest loads once the cache is on.
enableCompileCache()

const { readDocument } = await import('./read-document.ts')
const { limitPassages } = await import('../../posting/remember-by-passage.ts')
const { practise } = await import('./practise.ts')
const { serveOrders } = await import('./serve-orders.ts')

const { isFrugal } = workerData as ParseSetting
/** Bytes for passages where memory is short: those of a few hundred postings. */
const FRUGAL_ROOM = 2_000_000
if (isFrugal) limitPassages(FRUGAL_ROOM)

serveOrders(readDocument, practise())
