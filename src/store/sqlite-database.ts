import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { setImmediate, setTimeout } from 'node:timers/promises'
import type { SqliteDatabase, SqliteStatement } from 'kysely'
import { releasePages } from '../release-pages.ts'
import type { Row, RowValue, WriteRows } from './write-rows.ts'

const LOCK_WAIT_MS = 5000
const LOCK_RETRY_MS = 20
const IN_MEMORY = ':memory:'

/** A SQLite database as Kysely's dialect wants it, on Node's own SQLite. */
export interface OpenedSqlite extends SqliteDatabase {
  /**
   * Runs a change of the tables as one transaction that no other connection or process can cut into.
   * Waits for others without blocking the event loop, up to five seconds.
   */
  changeTables(change: () => Promise<void>): Promise<void>
  /** Writes rows into a table within the transaction that is open. */
  readonly writeRows: WriteRows
}

/** Opens a database file, or `:memory:`; folders that are missing on the way to it are made, for this account only. */
export function openSqliteDatabase(path: string): OpenedSqlite {
  if (path !== IN_MEMORY) mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const database = new DatabaseSync(path, { timeout: LOCK_WAIT_MS, enableForeignKeyConstraints: true })
  try {
    // WAL lets a question on the command line read while the bot writes; FULL keeps every commit over a power cut.
    // 32 MB of pages, so that planning thousands of deliveries does not spill over in between.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32000')
  } catch (error) {
    database.close()
    throw error
  }
  releasePages(database)
  return {
    prepare: rememberStatements(database),
    close: () => database.close(),
    changeTables: change => changeTables(database, change),
    writeRows: (table, rows, onConflict) => writeRows(database, table, rows, onConflict),
  }
}

/** More different statements than a running bot uses. */
const MOST_STATEMENTS = 500

/** Preparing a statement takes longer than running it, and the same few come with every question. */
function rememberStatements(database: DatabaseSync): (sql: string) => SqliteStatement {
  const remembered = new Map<string, SqliteStatement>()
  return sql => {
    const known = remembered.get(sql)
    if (known) return known
    const statement = wrapStatement(database.prepare(sql))
    if (remembered.size >= MOST_STATEMENTS) remembered.clear()
    remembered.set(sql, statement)
    return statement
  }
}

/** Kysely hands parameters over as a list, Node takes them one by one; rows come without a prototype. */
function wrapStatement(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: parameters => statement.all(...(parameters as SQLInputValue[])).map(row => ({ ...row })),
    run: parameters => statement.run(...(parameters as SQLInputValue[])),
    iterate: parameters => statement.iterate(...(parameters as SQLInputValue[])),
  }
}

async function changeTables(database: DatabaseSync, change: () => Promise<void>): Promise<void> {
  await beginAlone(database)
  try {
    await change()
    database.exec('COMMIT')
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

/** SQLite's own waiting would block the very event loop that the holder of the lock may need to let go. */
async function beginAlone(database: DatabaseSync): Promise<void> {
  const deadline = performance.now() + LOCK_WAIT_MS
  database.exec('PRAGMA busy_timeout = 0')
  try {
    while (!tryBegin(database, performance.now() < deadline)) await setTimeout(LOCK_RETRY_MS)
  } finally {
    database.exec(`PRAGMA busy_timeout = ${LOCK_WAIT_MS}`)
  }
}

function tryBegin(database: DatabaseSync, mayRetry: boolean): boolean {
  try {
    database.exec('BEGIN IMMEDIATE')
    return true
  } catch (error) {
    if (mayRetry && isBusy(error)) return false
    throw error
  }
}

function isBusy(error: unknown): boolean {
  const SQLITE_BUSY = 5
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY
}

/** Rows after which others get a turn: a few milliseconds. */
const ROWS_AT_ONCE = 200

/** One statement, prepared once, is three times as fast as statements of many rows. */
async function writeRows(
  database: DatabaseSync,
  table: string,
  rows: Iterable<Row>,
  onConflict: string,
): Promise<void> {
  let insert: ((row: Row) => void) | null = null
  let count = 0
  for (const row of rows) {
    if (count > 0 && count % ROWS_AT_ONCE === 0) await setImmediate()
    insert ??= prepareInsert(database, table, Object.keys(row), onConflict)
    insert(row)
    count += 1
  }
}

function prepareInsert(
  database: DatabaseSync,
  table: string,
  columns: readonly string[],
  onConflict: string,
): (row: Row) => void {
  const blanks = columns.map(() => '?').join(', ')
  const statement = database.prepare(
    `insert into ${table} (${columns.join(', ')}) values (${blanks}) on conflict ${onConflict}`,
  )
  const values = columns.map((): RowValue => null)
  return row => {
    for (let at = 0; at < columns.length; at++) values[at] = row[columns[at] ?? ''] ?? null
    statement.run(...values)
  }
}
