import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { isDeepStrictEqual } from 'node:util'
import { releasePages } from '../../release-pages.ts'
import { LostRecord } from './archive-tables.ts'

/** "RCAC": tells an archive from any other SQLite file. */
const APPLICATION = 0x52434143
/** Goes up whenever the tables or what stands in them become others. */
const FORMAT = 3
const LOCK_WAIT_MS = 5000

const TABLES = [
  `CREATE TABLE records (
     id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, marks TEXT, sum INTEGER NOT NULL
   ) STRICT`,
  'CREATE TABLE facts (id INTEGER PRIMARY KEY, body TEXT NOT NULL, sum INTEGER NOT NULL) STRICT',
  'CREATE TABLE texts (id INTEGER PRIMARY KEY, body BLOB NOT NULL, sum INTEGER NOT NULL) STRICT',
  'CREATE TABLE words (id INTEGER PRIMARY KEY, body BLOB NOT NULL, sum INTEGER NOT NULL) STRICT',
  `CREATE TABLE stamps (
     source TEXT NOT NULL, path TEXT NOT NULL, stamp TEXT NOT NULL, keys TEXT NOT NULL, PRIMARY KEY (source, path)
   ) STRICT, WITHOUT ROWID`,
  'CREATE TABLE notes (name TEXT PRIMARY KEY, body TEXT NOT NULL, sum INTEGER NOT NULL) STRICT',
]

/** An archive's file, open. */
export interface ArchiveFile {
  readonly database: DatabaseSync
  /** Why the file that was there was moved away; null where none was, or where it was in order. */
  readonly replaced: string | null
}

/**
 * Opens the file of an archive and makes it where there is none. What is there and is no sound archive is moved away
 * first, to a name that ends with `.damaged`; an archive of another version is removed.
 * @throws when the file can neither be opened nor made
 */
export function openArchiveFile(path: string): ArchiveFile {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  try {
    return { database: openSound(path), replaced: null }
  } catch (error) {
    if (!isDamage(error)) throw error
    // Nobody will look into what another version wrote, and it is large.
    if (error instanceof OtherVersion) removeArchive(path)
    else moveAway(path)
    return { database: openSound(path), replaced: error.message }
  }
}

/**
 * What SQLite says of a file that it cannot make sense of, or whose tables are not those that our statements name, or
 * that holds what our statements never write; a full disk or a locked file is no damage. The low byte is the kind of
 * an error. https://sqlite.org/rescode.html: ERROR, CORRUPT, CONSTRAINT, NOTADB
 */
const DAMAGE_CODES: ReadonlySet<number> = new Set([1, 11, 19, 26])

/** Whether an error means that the file is no sound archive. */
export function isDamage(error: unknown): error is Error {
  if (!(error instanceof Error)) return false
  if (error instanceof NotAnArchive || error instanceof LostRecord) return true
  return 'errcode' in error && DAMAGE_CODES.has(Number(error.errcode) & 0xff)
}

class NotAnArchive extends Error {}
class OtherVersion extends NotAnArchive {}

/** Removes the file of an archive; whoever has it open keeps it until it is closed. */
export function removeArchive(path: string): void {
  listFiles(path).forEach(removeFile)
}

/** Moves the file of a damaged archive away; whoever has it open keeps it. */
export function moveAway(path: string): void {
  const targets = listFiles(`${path}.damaged`)
  for (const [at, from] of listFiles(path).entries()) {
    const to = targets[at] ?? ''
    removeFile(to)
    if (existsSync(from)) renameSync(from, to)
  }
}

/** The file and what SQLite keeps beside it. */
function listFiles(path: string): readonly string[] {
  return [path, `${path}-wal`, `${path}-shm`]
}

function removeFile(path: string): void {
  rmSync(path, { force: true, recursive: true })
}

/** How every file of SQLite begins, and the versions that ours may be written and read by (rollback journal, WAL). */
const HEAD = { start: 'SQLite format 3\0', versionsAt: 18, versions: [1, 2], length: 20 } as const

/**
 * Whether a file that is there begins as SQLite's do; an empty one is yet to be written. SQLite only reads a file whose
 * head says that a later version is needed to write it. https://sqlite.org/fileformat2.html#the_database_header
 */
export function hasSoundHead(path: string): boolean {
  const [head, file] = [Buffer.alloc(HEAD.length), openSync(path, 'r')]
  try {
    const length = readSync(file, head)
    if (length === 0) return true
    const versions: readonly number[] = [...head.subarray(HEAD.versionsAt)]
    return head.toString('latin1').startsWith(HEAD.start) && versions.every(isKnownVersion)
  } finally {
    closeSync(file)
  }
}

const isKnownVersion = (version: number): boolean => HEAD.versions.some(known => known === version)

function openSound(path: string): DatabaseSync {
  if (existsSync(path) && !hasSoundHead(path)) throw new NotAnArchive('file is not a database')
  const database = new DatabaseSync(path, { timeout: LOCK_WAIT_MS })
  try {
    // It is a cache: losing the last writes in a power cut is fine, waiting for the disk is not.
    // A text takes more than half of a page of the usual size, and the rest of it would stay empty.
    // 16 MB of pages in memory: keys are looked up all over the file.
    database.exec('PRAGMA page_size = 16384; PRAGMA journal_mode = WAL')
    database.exec('PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000')
    database.exec('BEGIN IMMEDIATE')
    if (isEmpty(database))
      database.exec(
        `${TABLES.join(';')}; PRAGMA application_id = ${APPLICATION}; PRAGMA user_version = ${FORMAT}`,
      )
    database.exec('COMMIT')
    if (readPragma(database, 'application_id') !== APPLICATION)
      throw new NotAnArchive('it is no archive of postings')
    if (readPragma(database, 'user_version') !== FORMAT) throw new OtherVersion('another version wrote it')
    if (!hasTables(database)) throw new NotAnArchive('its tables are not those of an archive')
    releasePages(database)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

const isEmpty = (database: DatabaseSync): boolean =>
  database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get()?.tables === 0

/** SQLite keeps each statement as it was written, and takes a damaged one for good as long as it makes sense. */
function hasTables(database: DatabaseSync): boolean {
  const found = database.prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL').all()
  return isDeepStrictEqual(new Set(found.map(({ sql }) => sql)), new Set<unknown>(TABLES))
}

function readPragma(database: DatabaseSync, name: string): unknown {
  return database.prepare(`PRAGMA ${name}`).get()?.[name]
}
