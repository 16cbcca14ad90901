import { statSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import type { MergeMarks } from '../mergeable.ts'
import type { PostingWords } from '../word-index.ts'
import { isDamage, moveAway, openArchiveFile } from './archive-file.ts'
import {
  type ArchivedFacts,
  type ArchiveRecord,
  decodeBody,
  decodeMarks,
  decodeWords,
  type PostingBody,
} from './archive-record.ts'
import { type ArchiveTables, openTables, type Stamp } from './archive-tables.ts'
import { createHolder, type HeldPosting } from './held-posting.ts'

/** What a document was read as: a posting, or nothing, and why. */
export type ArchivedResult =
  | { readonly type: 'posting' }
  | { readonly type: 'rejected'; readonly path: string; readonly reason: string }

/** What a catalog version is written down as; the text is its owner's. */
export interface ArchivedVersion {
  readonly id: string
  readonly body: string
}

/**
 * The postings on disk, by key: read once, however often the bot starts. It is a cache: what is damaged or missing is
 * reported as unknown, and whoever asks reads the document anew. Nothing here throws. Any number of threads may have
 * the same file open.
 */
export interface PostingArchive {
  /** Why the file that was there was moved away when this one was opened, or since; null where it was in order. */
  readonly replaced: () => string | null
  /** Why it cannot be written or read at present, such as a full disk; null where all is well. */
  readonly problem: () => string | null
  /** What documents were read as; unknown keys are left out. */
  readonly lookUp: (keys: Iterable<string>) => ReadonlyMap<string, ArchivedResult>
  /** What merging needs of a posting; null where the key is unknown or of a rejected document. */
  readonly loadMarks: (key: string) => MergeMarks | null
  /** The posting, its text left on disk; another object each time; null as with `loadMarks`. */
  readonly loadPosting: (key: string) => HeldPosting | null
  /** The words of a posting, each once; null as with `loadMarks`. */
  readonly loadWords: (key: string) => PostingWords | null
  /** Writes records, all or none; those that cannot be written stay in memory and count as there. */
  readonly save: (records: readonly ArchiveRecord[]) => void
  /** Records that are in memory only. */
  readonly listUnsaved: () => readonly ArchiveRecord[]
  /** Takes over what another thread could not write; it is not tried again. */
  readonly addUnsaved: (records: readonly ArchiveRecord[]) => void
  readonly loadStamps: (sourceId: string) => ReadonlyMap<string, Stamp>
  readonly saveStamps: (sourceId: string, stamps: readonly Stamp[]) => void
  readonly dropStamps: (sourceId: string, paths: readonly string[]) => void
  readonly saveVersion: (version: ArchivedVersion) => void
  /** null where it is unknown. */
  readonly loadVersion: (id: string) => string | null
  /** Remembers which versions are in force, in the words of whoever reads it again. */
  readonly recordInForce: (body: string) => void
  /** null where nothing was recorded. */
  readonly loadInForce: () => string | null
  /** Forgets everything else. */
  readonly prune: (kept: { readonly keys: Iterable<string>; readonly versions: readonly string[] }) => void
  readonly close: () => void
}

const NO_BODY: PostingBody = { sections: [], evidence: {} }
/** A card asks several times for the text of one posting. */
const MOST_BODIES = 64
const IN_FORCE = 'in force'
const versionNote = (id: string): string => `version ${id}`

/** Opens an archive, and makes it where there is none; without a usable file it holds what is saved in memory. */
export function openArchive(path: string): PostingArchive {
  const unsaved = new Map<string, ArchiveRecord>()
  const bodies = new Map<string, PostingBody>()
  let replaced: string | null = null
  let problem: string | null = null
  let opened = open()
  const hold = createHolder(readBody)

  return {
    replaced: () => replaced,
    problem: () => problem,
    lookUp(keys) {
      const found = new Map<string, ArchivedResult>()
      for (const key of keys) {
        const facts = findFacts(key)
        if (facts !== null) found.set(key, toResult(facts))
      }
      return found
    },
    loadMarks(key) {
      const facts = findFacts(key)
      return facts === null ? null : decodeMarks(facts)
    },
    loadPosting(key) {
      const facts = findFacts(key)
      return facts === null || facts.marks === null ? null : hold(facts.facts)
    },
    loadWords: key =>
      decodeIfSound(unsaved.get(key)?.words ?? find(tables => tables.readWords(key)), words =>
        decodeWords(key, words),
      ),
    save(records) {
      const isSaved = attempt(tables => {
        tables.writeRecords(records)
        return true
      })
      for (const record of records) {
        if (isSaved) unsaved.delete(record.key)
        else unsaved.set(record.key, record)
      }
    },
    listUnsaved: () => [...unsaved.values()],
    addUnsaved(records) {
      for (const record of records) unsaved.set(record.key, record)
    },
    loadStamps: source =>
      new Map(attempt(tables => tables.readStamps(source))?.map(stamp => [stamp.path, stamp])),
    saveStamps: (source, stamps) => attempt(tables => tables.writeStamps(source, stamps)),
    dropStamps: (source, paths) => attempt(tables => tables.dropStamps(source, paths)),
    saveVersion: ({ id, body }) => attempt(tables => tables.writeNote(versionNote(id), body)),
    loadVersion: id => attempt(tables => tables.readNote(versionNote(id))),
    recordInForce: body => attempt(tables => tables.writeNote(IN_FORCE, body)),
    loadInForce: () => attempt(tables => tables.readNote(IN_FORCE)),
    prune: ({ keys, versions }) =>
      attempt(tables => tables.keepOnly({ keys, notes: [IN_FORCE, ...versions.map(versionNote)] })),
    close() {
      opened?.database.close()
      opened = null
    },
  }

  function findFacts(key: string): ArchivedFacts | null {
    return unsaved.get(key) ?? find(tables => tables.readFacts(key))
  }

  function readBody(key: string): PostingBody {
    const known = bodies.get(key)
    if (known !== undefined) return known
    const text = unsaved.get(key)?.text ?? find(tables => tables.readText(key))
    const body = decodeIfSound(text, bytes => decodeBody(key, bytes))
    if (body === null) return NO_BODY
    if (bodies.size >= MOST_BODIES) bodies.clear()
    bodies.set(key, body)
    return body
  }

  function decodeIfSound<T>(bytes: Uint8Array | null, decode: (bytes: Uint8Array) => T): T | null {
    if (bytes === null) return null
    try {
      return decode(bytes)
    } catch (error) {
      problem = describe(error)
      return null
    }
  }

  /** Another thread may have put a sound file in the place of a damaged one. */
  function find<T>(read: (tables: ArchiveTables) => T | null): T | null {
    const found = attempt(read)
    if (found !== null || opened === null || opened.inode === inodeOf(path)) return found
    opened.database.close()
    opened = open()
    return attempt(read)
  }

  function attempt<T>(work: (tables: ArchiveTables) => T): T | null {
    if (opened === null) return null
    try {
      const result = work(opened.tables)
      problem = null
      return result
    } catch (error) {
      problem = describe(error)
      if (isDamage(error)) replace(problem)
      return null
    }
  }

  function replace(reason: string): void {
    const isMine = opened?.inode === inodeOf(path)
    opened?.database.close()
    if (isMine) moveAway(path)
    opened = open()
    replaced = reason
  }

  function open(): Opened | null {
    try {
      const file = openArchiveFile(path)
      replaced = file.replaced
      return { database: file.database, tables: openTables(file.database), inode: inodeOf(path) }
    } catch (error) {
      problem = describe(error)
      return null
    }
  }
}

interface Opened {
  readonly database: DatabaseSync
  readonly tables: ArchiveTables
  readonly inode: bigint | null
}

function inodeOf(path: string): bigint | null {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino ?? null
}

function toResult({ marks, facts }: ArchivedFacts): ArchivedResult {
  return marks === null ? { type: 'rejected', ...JSON.parse(facts) } : { type: 'posting' }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
