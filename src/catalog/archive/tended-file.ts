import { statSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { hasSoundHead, isDamage, moveAway, openArchiveFile, removeArchive } from './archive-file.ts'
import { type ArchiveTables, openTables } from './archive-tables.ts'

/** An archive's file that is put in order whenever it turns out to be damaged; nothing here throws. */
export interface TendedFile {
  /** Does something with the tables; null where that failed. */
  readonly attempt: <T>(work: (tables: ArchiveTables) => T) => T | null
  /** As `attempt` for what may be in a newer file, if there is nothing in this one. */
  readonly find: <T>(read: (tables: ArchiveTables) => T) => T | null
  /** Why the file was moved away or removed, when it was opened or since; null where it was in order. */
  readonly replaced: () => string | null
  /** Looks at the file, and puts it in order where it is damaged. @returns why it was since the last look; null where not */
  readonly inspect: () => string | null
  /** Begins an empty one in its place. */
  readonly renew: () => void
  /** The last failure; null after `forgive`. */
  readonly problem: () => string | null
  /** Notes a failure that was found elsewhere. */
  readonly blame: (error: unknown) => void
  readonly forgive: () => void
  readonly close: () => void
}

interface Opened {
  readonly database: DatabaseSync
  readonly tables: ArchiveTables
  readonly inode: bigint | null
}

/** Opens an archive's file; where it can neither be opened nor made, every attempt fails. */
export function openTendedFile(path: string): TendedFile {
  let replaced: string | null = null
  let problem: string | null = null
  let unsaid: string | null = null
  let opened = open()
  return {
    attempt,
    find(read) {
      const found = attempt(read)
      if ((found !== null && found !== undefined) || opened === null) return found
      // Another thread may have put a sound file in the place of a damaged one.
      if (opened.inode === inodeOf(path)) return found
      opened.database.close()
      opened = open()
      return attempt(read)
    },
    replaced: () => replaced,
    inspect() {
      if (opened !== null && !isSound(path, opened.inode)) replace('its file is no archive any more')
      const reason = unsaid
      unsaid = null
      return reason
    },
    renew() {
      opened?.database.close()
      opened = openAnew(removeArchive)
    },
    problem: () => problem,
    blame(error) {
      problem = describe(error)
    },
    forgive() {
      problem = null
    },
    close() {
      opened?.database.close()
      opened = null
    },
  }

  function attempt<T>(work: (tables: ArchiveTables) => T): T | null {
    if (opened === null) return null
    try {
      return work(opened.tables)
    } catch (error) {
      problem = describe(error)
      if (isDamage(error)) replace(problem)
      return null
    }
  }

  function replace(reason: string): void {
    const isMine = opened?.inode === inodeOf(path)
    opened?.database.close()
    opened = isMine ? openAnew(moveAway) : open()
    replaced = reason
    unsaid = reason
  }

  function openAnew(clear: (path: string) => void): Opened | null {
    try {
      clear(path)
      return openWhole(openArchiveFile(path).database, path)
    } catch (error) {
      problem = describe(error)
      return null
    }
  }

  function open(): Opened | null {
    try {
      const file = openArchiveFile(path)
      replaced = file.replaced
      return openWhole(file.database, path)
    } catch (error) {
      problem = describe(error)
      if (!isDamage(error)) return null
      replaced = problem
      return openAnew(moveAway)
    }
  }
}

/** @throws when the tables are not those of an archive */
function openWhole(database: DatabaseSync, path: string): Opened {
  try {
    return { database, tables: openTables(database), inode: inodeOf(path) }
  } catch (error) {
    database.close()
    throw error
  }
}

/** Whether the file is where it was and begins as it should: pages in memory would hide for long that it does not. */
const isSound = (path: string, inode: bigint | null): boolean => inodeOf(path) === inode && hasSoundHead(path)

function inodeOf(path: string): bigint | null {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino ?? null
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
