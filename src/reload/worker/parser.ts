import { forgetPassages } from '../../posting/remember-by-passage.ts'
import { createParsePool, type ParsePool } from './parse-pool.ts'
import type { ReadingPlan } from './plan-reading.ts'

/** From so many documents on threads are started: there may be hundreds. */
const SEVERAL = 20

/** Reads the first documents in this thread, until threads of their own are there to read the others. */
export function createParser({
  here,
  threads,
  isEager,
  isFrugal,
}: Omit<ReadingPlan, 'isApart'>): Pick<ParsePool, 'parse' | 'stop'> {
  const pool = createParsePool({ size: threads, isFrugal })
  if (isEager) pool.start()
  let read = 0
  return {
    async stop() {
      await pool.stop()
      forgetPassages()
    },
    async parse(order) {
      if (read === SEVERAL) pool.start()
      if (read >= here || pool.isReady()) return pool.parse(order)
      read++
      // What it takes to read is much, and not needed where only threads do.
      const { readDocument } = await import('./read-document.ts')
      return { type: 'read', record: readDocument(order) }
    },
  }
}
