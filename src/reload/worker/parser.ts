import { createParsePool, type ParsePool } from './parse-pool.ts'
import { readDocument } from './read-document.ts'

/** Starting a thread takes as long as reading so many documents. */
const FEW = 100

/**
 * Reads the first documents in this thread and only the others in threads of their own.
 * @param threads how many; 0 for reading all of them here
 */
export function createParser(threads: number): ParsePool {
  const pool = createParsePool({ size: threads })
  let here = 0
  return {
    ...pool,
    async parse(order) {
      if (threads > 0 && here >= FEW) return pool.parse(order)
      here++
      return { type: 'read', record: readDocument(order) }
    },
  }
}
