import { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { releasePages } from '../src/release-pages.ts'

const PERIOD_MS = 20_000

afterEach(() => {
  vi.useRealTimers()
})

describe('releasePages', () => {
  it('gives pages back time and again, but not in the middle of a transaction', () => {
    const { database, ran } = watch()
    database.exec('CREATE TABLE t (a)')
    database.exec('BEGIN')
    vi.advanceTimersByTime(PERIOD_MS)
    expect(ran).toEqual([])
    database.exec('COMMIT')
    vi.advanceTimersByTime(2 * PERIOD_MS)
    expect(ran).toEqual(['PRAGMA shrink_memory', 'PRAGMA shrink_memory'])
    database.close()
  })

  it('ends with the database, and holds no process up', () => {
    const { database, ran } = watch()
    database.close()
    vi.advanceTimersByTime(2 * PERIOD_MS)
    expect([ran, vi.getTimerCount()]).toEqual([[], 0])
  })
})

/** A real database, and what is run on it by the clock. */
function watch() {
  vi.useFakeTimers()
  const database = new DatabaseSync(':memory:')
  const ran: string[] = []
  releasePages({
    get isOpen() {
      return database.isOpen
    },
    get isTransaction() {
      return database.isTransaction
    },
    exec(sql) {
      ran.push(sql)
      database.exec(sql)
    },
  })
  return { database, ran }
}
