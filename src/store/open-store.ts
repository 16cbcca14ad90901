import { Kysely, SqliteDialect } from 'kysely'
import { AppError } from '../errors.ts'
import { createKyselyStore } from './kysely-store.ts'
import { migrateToLatest } from './migrate.ts'
import { openSqliteDatabase } from './sqlite-database.ts'
import type { Store } from './store.ts'
import type { StoreTables } from './tables.ts'
import type { WriteRows } from './write-rows.ts'

/** A kind of database: recognises its addresses and opens them, tables up to date. */
interface DatabaseKind {
  readonly prefix: string
  open(databaseUrl: string): Promise<Opened>
}

interface Opened {
  readonly db: Kysely<StoreTables>
  readonly writeRows: WriteRows
}

const DATABASE_KINDS: readonly DatabaseKind[] = [
  { prefix: 'sqlite:', open: url => openSqlite(url.slice('sqlite:'.length)) },
]

/**
 * Opens the state, and makes it where there is none yet.
 * @param databaseUrl `sqlite:PATH`, or `sqlite::memory:` for one that ends with the process
 * @throws {AppError} `STORE_UNAVAILABLE` when it cannot be opened, `STORE_TOO_NEW` when a newer version wrote it
 */
export async function openStore(databaseUrl: string): Promise<Store> {
  const kind = DATABASE_KINDS.find(({ prefix }) => databaseUrl.startsWith(prefix))
  // The address of an unknown kind is not repeated: it may carry a password.
  if (!kind)
    throw new AppError('STORE_UNAVAILABLE', 'DATABASE_URL names a kind of database that is not supported')
  try {
    const { db, writeRows } = await kind.open(databaseUrl)
    return createKyselyStore(db, writeRows)
  } catch (error) {
    if (error instanceof AppError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new AppError('STORE_UNAVAILABLE', `${databaseUrl} (${reason})`, { cause: error })
  }
}

async function openSqlite(path: string): Promise<Opened> {
  const database = openSqliteDatabase(path)
  try {
    const db = new Kysely<StoreTables>({ dialect: new SqliteDialect({ database }) })
    await database.changeTables(() => migrateToLatest(db))
    return { db, writeRows: database.writeRows }
  } catch (error) {
    database.close()
    throw error
  }
}
