import { createParsePool, type ParsePool } from './parse-pool.ts'
import type { ReadingPlan } from './plan-reading.ts'
import { readDocument } from './read-document.ts'

/**
 * Reads the first documents in this thread and only the others in threads of their own, which take as long to start as
 * some hundred documents to be read.
 */
export function createParser({ here, threads }: ReadingPlan): ParsePool {
  const pool = createParsePool({ size: threads })
  let read = 0
  return {
    ...pool,
    async parse(order) {
      if (read >= here) return pool.parse(order)
      read++
      return { type: 'read', record: readDocument(order) }
    },
  }
}
