import { forgetPassages } from '../../posting/remember-by-passage.ts'
import { createParsePool, type ParsePool } from './parse-pool.ts'
import type { ReadingPlan } from './plan-reading.ts'
import { readDocument } from './read-document.ts'

/** From so many documents on threads are started: there may be hundreds. */
const SEVERAL = 20

/** Reads the first documents in this thread, until threads of their own are there to read the others. */
export function createParser({ here, threads }: ReadingPlan): Pick<ParsePool, 'parse' | 'stop'> {
  const pool = createParsePool({ size: threads })
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
      return { type: 'read', record: readDocument(order) }
    },
  }
}
