import { setImmediate } from 'node:timers/promises'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { StoreTables } from './tables.ts'

/** Runs a change in a transaction that others may share. Resolves once it is on the disk; one that fails undoes only itself. */
export type CommitTogether = <T>(change: (trx: Transaction<StoreTables>) => Promise<T>) => Promise<T>

/** More at once would keep others from their turns. */
const MOST_AT_ONCE = 100

/** What waits for its commit: it runs, and tells afterwards what came of it. */
type Waiting = (trx: Transaction<StoreTables>) => Promise<() => void>

/**
 * Makes what commits changes together that come at the same time: a commit waits for the disk, and ten changes that
 * share one wait no longer than one.
 */
export function createCommitGroup(db: Kysely<StoreTables>): CommitTogether {
  const waiting: { readonly run: Waiting; readonly fail: (error: unknown) => void }[] = []
  let isRunning = false

  const commitAll = async (): Promise<void> => {
    // Those that come in the same turn of the event loop are there by now.
    await setImmediate()
    while (waiting.length > 0) {
      let taken: typeof waiting = []
      try {
        const tellers = await db.transaction().execute(async trx => {
          taken = waiting.splice(0, MOST_AT_ONCE)
          const done: (() => void)[] = []
          for (const { run } of taken) done.push(await run(trx))
          return done
        })
        for (const tell of tellers) tell()
      } catch (error) {
        // Where not even the transaction began, nobody was taken yet.
        const failed = taken.length > 0 ? taken : waiting.splice(0)
        for (const { fail } of failed) fail(error)
      }
      await setImmediate()
    }
    isRunning = false
  }

  return change =>
    new Promise((resolve, reject) => {
      const run: Waiting = async trx => {
        await sql`savepoint one`.execute(trx)
        try {
          const value = await change(trx)
          await sql`release one`.execute(trx)
          return () => resolve(value)
        } catch (error) {
          await sql`rollback to one`.execute(trx)
          await sql`release one`.execute(trx)
          return () => reject(error)
        }
      }
      waiting.push({ run, fail: reject })
      if (isRunning) return
      isRunning = true
      void commitAll()
    })
}
