const EVERY_MS = 20_000

/** What of Node's `DatabaseSync` is needed. */
interface OpenDatabase {
  readonly isOpen: boolean
  readonly isTransaction: boolean
  exec(sql: string): void
}

/**
 * Gives back, every 20 seconds until the database is closed, the pages that SQLite keeps in memory: after a reload
 * they are tens of megabytes that nobody asks for again, and the system has them at hand anyway.
 * https://sqlite.org/pragma.html#pragma_shrink_memory
 */
export function releasePages(database: OpenDatabase): void {
  const timer = setInterval(() => {
    if (!database.isOpen) clearInterval(timer)
    else if (!database.isTransaction) tryToRelease(database)
  }, EVERY_MS)
  timer.unref()
}

function tryToRelease(database: OpenDatabase): void {
  try {
    database.exec('PRAGMA shrink_memory')
  } catch {
    // Whoever asks next is told what is wrong with the file.
  }
}
