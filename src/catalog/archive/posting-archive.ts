import type { UnreadDocument } from '../../source/source.ts'
import type { MergeMarks } from '../mergeable.ts'
import type { Steps } from '../steps.ts'
import {
  type ArchiveRecord,
  decodeBody,
  decodeRejected,
  decodeWords,
  type PostingBody,
} from './archive-record.ts'
import type { Stamp } from './archive-tables.ts'
import { createHolder, type HeldPosting } from './held-posting.ts'
import { openTendedFile } from './tended-file.ts'

/** What a document was read as: a posting, or nothing, and why. */
export type ArchivedResult = { readonly type: 'posting' } | ({ readonly type: 'rejected' } & UnreadDocument)

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
  /** Looks whether the file is sound, and begins another where not. @returns why, once; null where it is */
  readonly inspect: () => string | null
  /** Why something could not be written or read, such as a full disk; null again once something was saved. */
  readonly problem: () => string | null
  /** What documents were read as; unknown keys are left out. */
  readonly lookUp: (keys: ReadonlySet<string>) => ReadonlyMap<string, ArchivedResult>
  /** What all documents were read as, at a glance: postings are not looked at, so a damaged one may be among them. */
  readonly survey: () => ReadonlyMap<string, ArchivedResult>
  /** Those of the keys that are unknown. */
  readonly listMissing: (keys: readonly string[]) => readonly string[]
  /** What merging needs of postings; null for rejected documents, unknown keys are left out. */
  readonly loadMarks: (keys: ReadonlySet<string>) => ReadonlyMap<string, MergeMarks | null>
  /** The posting, its text left on disk, another object each time; null where it is unknown or was rejected. */
  readonly loadPosting: (key: string) => HeldPosting | null
  /** As `loadPosting` for many keys, in short steps; unknown ones are left out. */
  readonly loadPostingsInSteps: (keys: ReadonlySet<string>) => Steps<ReadonlyMap<string, HeldPosting>>
  /** The words of a posting as `encodeWords` writes them, in UTF-8; null as with `loadPosting`. */
  readonly loadWords: (key: string) => Uint8Array | null
  /** Writes records, all or none; those that cannot be written stay in memory and count as there. */
  readonly save: (records: readonly ArchiveRecord[]) => void
  /** Records that are in memory only. */
  readonly listUnsaved: () => readonly ArchiveRecord[]
  /** Takes over what another thread could not write, in place of what was taken over before; it is not tried again. */
  readonly holdUnsaved: (records: readonly ArchiveRecord[]) => void
  /** By path; another map each time. */
  readonly loadStamps: (sourceId: string) => Map<string, Stamp>
  readonly saveStamps: (sourceId: string, stamps: readonly Stamp[]) => void
  readonly dropStamps: (sourceId: string, paths: readonly string[]) => void
  readonly saveVersion: (version: ArchivedVersion) => void
  /** null where it is unknown. */
  readonly loadVersion: (id: string) => string | null
  /** Remembers which versions are in force, in the words of whoever reads it again. */
  readonly recordInForce: (body: string) => void
  /** null where nothing was recorded. */
  readonly loadInForce: () => string | null
  /** Forgets everything at once, where other code has read it: one by one takes half a minute for 100,000 postings. */
  readonly beginAnew: () => void
  /** Forgets everything else, in short steps; nobody may write anything meanwhile. */
  readonly pruneInSteps: (kept: {
    readonly keys: Iterable<string>
    readonly versions: readonly string[]
  }) => Steps<void>
  readonly close: () => void
}

const POSTING: ArchivedResult = { type: 'posting' }
const NO_BODY: PostingBody = { sections: [], evidence: {} }
/** A card asks several times for the text of one posting. */
const MOST_BODIES = 64
/** From so many postings on it is faster to go over all there are. */
const MANY = 5000
/** So many are forgotten in one step: they take some five milliseconds. */
const DROPPED_TOGETHER = 20
const IN_FORCE = 'in force'
const versionNote = (id: string): string => `version ${id}`

/** Opens an archive, and makes it where there is none; without a usable file it holds what is saved in memory. */
export function openArchive(path: string): PostingArchive {
  const unsaved = new Map<string, ArchiveRecord>()
  const bodies = new Map<string, PostingBody>()
  const file = openTendedFile(path)
  const { attempt, find } = file
  const hold = createHolder(readBody)

  return {
    replaced: file.replaced,
    inspect: file.inspect,
    problem: file.problem,
    lookUp(keys) {
      const found = new Map<string, ArchivedResult>()
      for (const [key, marks] of readMarks(keys)) note(key, marks === null, found)
      return found
    },
    survey() {
      const found = new Map<string, ArchivedResult>()
      for (const key of find(tables => tables.readKeys()) ?? []) found.set(key, POSTING)
      for (const key of find(tables => tables.readRejectedKeys()) ?? []) {
        found.delete(key)
        note(key, true, found)
      }
      for (const { key, marks } of unsaved.values()) note(key, marks === null, found)
      return found
    },
    listMissing(keys) {
      const saved = new Set(find(tables => tables.readKeys()))
      return keys.filter(key => !saved.has(key) && !unsaved.has(key))
    },
    loadMarks: keys =>
      new Map(
        readMarks(keys).map(([key, marks]) => [key, marks === null ? null : JSON.parse(marks)] as const),
      ),
    loadPosting,
    *loadPostingsInSteps(keys) {
      const found = new Map<string, HeldPosting>()
      if (keys.size > MANY) yield* scanPostingsInSteps(keys, found)
      for (const key of keys) {
        const posting = found.has(key) ? null : loadPosting(key)
        if (posting !== null) found.set(key, posting)
        yield
      }
      return found
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
      if (isSaved) file.forgive()
    },
    listUnsaved: () => [...unsaved.values()],
    holdUnsaved(records) {
      unsaved.clear()
      for (const record of records) unsaved.set(record.key, record)
    },
    loadStamps: source => attempt(tables => tables.readStamps(source)) ?? new Map(),
    saveStamps: (source, stamps) => attempt(tables => tables.writeStamps(source, stamps)),
    dropStamps: (source, paths) => attempt(tables => tables.dropStamps(source, paths)),
    saveVersion: ({ id, body }) => attempt(tables => tables.writeNote(versionNote(id), body)),
    loadVersion: id => attempt(tables => tables.readNote(versionNote(id))),
    recordInForce(body) {
      if (attempt(tables => tables.writeNote(IN_FORCE, body)) !== null) file.forgive()
    },
    loadInForce: () => attempt(tables => tables.readNote(IN_FORCE)),
    beginAnew: file.renew,
    *pruneInSteps({ keys, versions }) {
      const others = attempt(tables => tables.listOthers(new Set(keys)))
      for (let at = 0; others !== null && at < others.length; at += DROPPED_TOGETHER) {
        yield
        const isDropped = attempt(tables => {
          tables.dropRecords(others.slice(at, at + DROPPED_TOGETHER))
          return true
        })
        // There may be another file now, where the numbers are those of other records.
        if (!isDropped) return
      }
      attempt(tables => tables.keepNotes(new Set([IN_FORCE, ...versions.map(versionNote)])))
    },
    close: file.close,
  }

  function readMarks(keys: ReadonlySet<string>): (readonly [key: string, marks: string | null])[] {
    if (keys.size > MANY) return scanMarks(keys)
    return Array.from(keys).flatMap(key => {
      const record = unsaved.get(key)
      const marks = record === undefined ? find(tables => tables.readMarks(key)) : record.marks
      return marks === undefined ? [] : [[key, marks] as const]
    })
  }

  /** In the order of the file, which takes a fraction of looking up one by one. */
  function scanMarks(keys: ReadonlySet<string>): (readonly [string, string | null])[] {
    const isSaved = ([key]: readonly [string, unknown]) => keys.has(key) && !unsaved.has(key)
    const saved = find(tables => tables.scanMarks().filter(isSaved).toArray())
    const others = [...unsaved.values()].filter(({ key }) => keys.has(key))
    return [...(saved ?? []), ...others.map(({ key, marks }) => [key, marks] as const)]
  }

  function note(key: string, isRejected: boolean, found: Map<string, ArchivedResult>): void {
    const result = isRejected ? findRejected(key) : POSTING
    if (result !== null) found.set(key, result)
  }

  function findRejected(key: string): ArchivedResult | null {
    const facts = unsaved.get(key)?.facts ?? find(tables => tables.readFacts(key))
    return facts ? { type: 'rejected', ...decodeRejected(facts) } : null
  }

  function loadPosting(key: string): HeldPosting | null {
    const facts = unsaved.get(key)?.facts ?? find(tables => tables.readFacts(key))
    return facts ? hold(facts) : null
  }

  /** In the order of the file, too. */
  function* scanPostingsInSteps(keys: ReadonlySet<string>, found: Map<string, HeldPosting>): Steps<void> {
    const rows = attempt(tables => tables.scanFacts()[Symbol.iterator]())
    for (;;) {
      const row = attempt(() => rows?.next())
      if (!row || row.done) return
      const [key, facts] = row.value
      const posting = keys.has(key) ? hold(facts) : null
      if (posting !== null) found.set(key, posting)
      yield
    }
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
      file.blame(error)
      return null
    }
  }
}
