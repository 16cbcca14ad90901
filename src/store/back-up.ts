import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { backup, DatabaseSync } from 'node:sqlite'
import { AppError } from '../errors.ts'
import { MIGRATIONS } from './migrations/index.ts'

const SQLITE = 'sqlite:'
const LOCK_WAIT_MS = 5000
/** More than any state has. */
const PAGES_AT_ONCE = 2_147_483_647

/**
 * Copies the state into a file, whole and as of one moment, while others read and write it.
 * @param databaseUrl `sqlite:PATH`
 * @throws {AppError} `STORE_UNAVAILABLE` where there is no state, `BACKUP_UNUSABLE` where the file cannot be written
 */
export async function backUpStore(databaseUrl: string, file: string): Promise<void> {
  const path = pathOf(databaseUrl)
  if (!existsSync(path)) throw new AppError('STORE_UNAVAILABLE', `there is no state at ${path}`)
  const part = `${file}.part`
  try {
    await copy(path, part)
    // What is half written never takes the place of a good one.
    await rename(part, file)
  } catch (cause) {
    await rm(part, { force: true })
    throw cause instanceof AppError
      ? cause
      : new AppError('BACKUP_UNUSABLE', describe(file, cause), { cause })
  }
}

/**
 * Puts a backup in the place of the state, also while the bot runs on it; what was there is kept beside it.
 * @param databaseUrl `sqlite:PATH`
 * @returns the path of what was there before; null where there was nothing
 * @throws {AppError} `BACKUP_UNUSABLE` where the file is no backup, `STORE_TOO_NEW` where a newer version made it
 */
export async function restoreStore(databaseUrl: string, file: string): Promise<string | null> {
  const path = pathOf(databaseUrl)
  requireBackup(file)
  const before = existsSync(path) ? `${path}.before-restore` : null
  if (before !== null) await backUpStore(databaseUrl, before)
  try {
    await copy(file, path)
  } catch (cause) {
    throw new AppError('BACKUP_UNUSABLE', describe(file, cause), { cause })
  }
  return before
}

function pathOf(databaseUrl: string): string {
  if (databaseUrl.startsWith(SQLITE)) return databaseUrl.slice(SQLITE.length)
  throw new AppError('STORE_UNAVAILABLE', 'only a state in SQLite is copied by this command')
}

function describe(file: string, cause: unknown): string {
  return `${file} (${cause instanceof Error ? cause.message : String(cause)})`
}

async function copy(from: string, to: string): Promise<void> {
  const source = new DatabaseSync(from, { timeout: LOCK_WAIT_MS, readOnly: true })
  try {
    // In one go, so that what is written meanwhile does not begin it anew.
    await backup(source, to, { rate: PAGES_AT_ONCE })
  } finally {
    source.close()
  }
}

/** Nothing is touched where the file is not a state that this version can read. */
function requireBackup(file: string): void {
  const unknown = readMigrations(file).filter(name => !(name in MIGRATIONS))
  if (unknown.length > 0)
    throw new AppError('STORE_TOO_NEW', `this version does not know ${unknown.join(', ')}`)
}

function readMigrations(file: string): readonly string[] {
  if (!existsSync(file)) throw new AppError('BACKUP_UNUSABLE', `there is nothing at ${file}`)
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    const rows = database.prepare('select name from kysely_migration order by name').all()
    return rows.map(({ name }) => String(name))
  } catch (cause) {
    throw new AppError('BACKUP_UNUSABLE', describe(file, cause), { cause })
  } finally {
    database.close()
  }
}
