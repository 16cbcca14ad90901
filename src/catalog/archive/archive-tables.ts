import type { DatabaseSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import type { ArchiveRecord } from './archive-record.ts'

/** A document of a source as it was when it was read last. */
export interface Stamp {
  readonly path: string
  /** Changes whenever the document may have changed, such as its time and size. */
  readonly stamp: string
  /** The records that it was read into. */
  readonly keys: readonly string[]
}

/** The tables of an archive's file; everything throws what SQLite throws. */
export interface ArchiveTables {
  /** undefined where the key is unknown or its record is damaged; null where the document was rejected. */
  readonly readMarks: (key: string) => string | null | undefined
  /** The marks of all sound records, by key. */
  readonly scanMarks: () => Generator<readonly [key: string, marks: string | null]>
  /** The keys of all records, sound or not; takes a fraction of reading their marks. */
  readonly readKeys: () => readonly string[]
  /** Those of rejected documents. */
  readonly readRejectedKeys: () => readonly string[]
  /** null where the key is unknown or its record is damaged. */
  readonly readFacts: (key: string) => string | null
  /** The facts of all sound records, by key. */
  readonly scanFacts: () => Iterable<readonly [key: string, facts: string]>
  readonly readText: (key: string) => Uint8Array | null
  readonly readWords: (key: string) => Uint8Array | null
  /**
   * Writes all of them or none, and reads them again: SQLite does not notice every damaged page, and would go on losing
   * what is written there.
   * @throws `LostRecord` too
   */
  readonly writeRecords: (records: readonly ArchiveRecord[]) => void
  /** By path; another map each time. */
  readonly readStamps: (source: string) => Map<string, Stamp>
  readonly writeStamps: (source: string, stamps: readonly Stamp[]) => void
  readonly dropStamps: (source: string, paths: readonly string[]) => void
  /** null where there is none, or a damaged one. */
  readonly readNote: (name: string) => string | null
  readonly writeNote: (name: string, body: string) => void
  /** The records of all other keys. */
  readonly listOthers: (keys: ReadonlySet<string>) => readonly RecordName[]
  readonly dropRecords: (records: readonly RecordName[]) => void
  readonly keepNotes: (names: ReadonlySet<string>) => void
}

/** A record by its number and by its key: a number may be given to another record later. */
export type RecordName = readonly [id: number, key: string]

/** A record that cannot be found right after it was written: the file is damaged where nothing else shows it. */
export class LostRecord extends Error {}

/** Prepares the statements of an archive. */
export function openTables(database: DatabaseSync): ArchiveTables {
  return {
    ...openRecords(database),
    ...openDropping(database),
    ...openStamps(database),
    ...openNotes(database),
  }
}

/** One by one: letting SQLite find what is not kept any more takes a look at every page of the file. */
function openDropping(database: DatabaseSync) {
  const drop = database.prepare('DELETE FROM records WHERE id = ? AND key = ?')
  const dropRest = ['facts', 'texts', 'words'].map(table =>
    database.prepare(`DELETE FROM ${table} WHERE id = ?`),
  )
  return {
    listOthers: (keys: ReadonlySet<string>): readonly RecordName[] =>
      listRows<RecordName>(database, 'SELECT id, key FROM records').filter(([, key]) => !keys.has(key)),
    dropRecords: (records: readonly RecordName[]): void =>
      inTransaction(database, () => {
        for (const [id, key] of records)
          if (drop.run(id, key).changes > 0) for (const dropOf of dropRest) dropOf.run(id)
      }),
  }
}

/** All rows of a question without parameters, each as its values: an object a row takes twice the time. */
function listRows<Row extends readonly unknown[]>(database: DatabaseSync, question: string): readonly Row[] {
  const statement = database.prepare(question)
  statement.setReturnArrays(true)
  return statement.all() as unknown as readonly Row[]
}

/** Keys in one go: rows of their own take twice the time. */
function listKeys(database: DatabaseSync, question: string): readonly string[] {
  const found = database.prepare(`SELECT json_group_array(key) AS keys FROM (${question})`).get()
  return JSON.parse(String(found?.keys))
}

function openRecords(database: DatabaseSync) {
  const marks = 'SELECT key, marks, sum FROM records'
  const facts = 'SELECT key, body, facts.sum FROM records JOIN facts USING (id)'
  const [oneMarks, allMarks] = [database.prepare(`${marks} WHERE key = ?`), database.prepare(marks)]
  const [oneFacts, allFacts] = [database.prepare(`${facts} WHERE key = ?`), database.prepare(facts)]
  const prepareBytes = (table: 'texts' | 'words') =>
    database.prepare(`SELECT body, sum FROM ${table} WHERE id = (SELECT id FROM records WHERE key = ?)`)
  const [text, words] = [prepareBytes('texts'), prepareBytes('words')]
  const reading = {
    readMarks: (key: string) => toMarks(ofKey(key, oneMarks.get(key) as MarksRow | undefined))?.[1],
    scanMarks: () => scanSound(allMarks.iterate() as Iterable<MarksRow>, toMarks),
    readKeys: () => listKeys(database, 'SELECT key FROM records'),
    readRejectedKeys: () => listKeys(database, 'SELECT key FROM records WHERE marks IS NULL'),
    readFacts: (key: string) => toFacts(ofKey(key, oneFacts.get(key) as FactsRow | undefined))?.[1] ?? null,
    scanFacts: () => scanSound(allFacts.iterate() as Iterable<FactsRow>, toFacts),
    readText: (key: string) => toBytes(text.get(key) as BytesRow | undefined),
    readWords: (key: string) => toBytes(words.get(key) as BytesRow | undefined),
  }
  return { ...reading, writeRecords: prepareWriting(database, record => isHeld(record, reading)) }
}

type RecordReading = Pick<ArchiveTables, 'readMarks' | 'readFacts' | 'readText' | 'readWords'>

function isHeld({ key, marks, facts, text, words }: ArchiveRecord, reading: RecordReading): boolean {
  return (
    reading.readMarks(key) === marks &&
    reading.readFacts(key) === facts &&
    areSame(reading.readText(key), text) &&
    areSame(reading.readWords(key), words)
  )
}

const areSame = (found: Uint8Array | null, given: Uint8Array): boolean =>
  found !== null && Buffer.compare(found, given) === 0

interface MarksRow {
  readonly key: string
  readonly marks: string | null
  readonly sum: number
}

interface FactsRow {
  readonly key: string
  readonly body: string
  readonly sum: number
}

interface BytesRow {
  readonly body: unknown
  readonly sum: unknown
}

/** The index of keys may be damaged, too, and lead to the sound record of another. */
const ofKey = <Row extends { readonly key: string }>(key: string, row: Row | undefined): Row | undefined =>
  row?.key === key ? row : undefined

/** In a damaged row there may be anything. */
function toBytes(row: BytesRow | undefined): Uint8Array | null {
  return row?.body instanceof Uint8Array && row.sum === crc32(row.body) ? row.body : null
}

function toMarks(row: MarksRow | undefined): readonly [string, string | null] | null {
  return row !== undefined && row.sum === sumUp(row.key, row.marks ?? '') ? [row.key, row.marks] : null
}

function toFacts(row: FactsRow | undefined): readonly [string, string] | null {
  return row !== undefined && row.sum === sumUp(row.key, row.body) ? [row.key, row.body] : null
}

function* scanSound<Row, T>(rows: Iterable<Row>, read: (row: Row) => T | null): Generator<T> {
  for (const row of rows) {
    const sound = read(row)
    if (sound !== null) yield sound
  }
}

function sumUp(name: string, body: string): number {
  return crc32(`${name}\n${body}`)
}

function prepareWriting(
  database: DatabaseSync,
  isHeld: (record: ArchiveRecord) => boolean,
): ArchiveTables['writeRecords'] {
  // A record that is there already may be a damaged one.
  const addRecord = database.prepare(
    `INSERT INTO records (key, marks, sum) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE
     SET marks = excluded.marks, sum = excluded.sum RETURNING id`,
  )
  const addFacts = database.prepare('INSERT OR REPLACE INTO facts (id, body, sum) VALUES (?, ?, ?)')
  const addText = database.prepare('INSERT OR REPLACE INTO texts (id, body, sum) VALUES (?, ?, ?)')
  const addWords = database.prepare('INSERT OR REPLACE INTO words (id, body, sum) VALUES (?, ?, ?)')
  return records =>
    inTransaction(database, () => {
      for (const { key, marks, facts, text, words } of records) {
        const id = Number(addRecord.get(key, marks, sumUp(key, marks ?? ''))?.id)
        addFacts.run(id, facts, sumUp(key, facts))
        addText.run(id, text, crc32(text))
        addWords.run(id, words, crc32(words))
      }
      const latest = new Map(records.map(record => [record.key, record]))
      if (![...latest.values()].every(isHeld)) throw new LostRecord('it loses what is written to it')
    })
}

function openStamps(database: DatabaseSync) {
  const list = database.prepare('SELECT path, stamp, keys FROM stamps WHERE source = ?')
  list.setReturnArrays(true)
  const add = database.prepare(
    'INSERT OR REPLACE INTO stamps (source, path, stamp, keys) VALUES (?, ?, ?, ?)',
  )
  const drop = database.prepare('DELETE FROM stamps WHERE source = ? AND path = ?')
  return {
    readStamps(source: string): Map<string, Stamp> {
      const stamps = new Map<string, Stamp>()
      for (const row of list.all(source) as unknown as readonly (readonly unknown[])[]) {
        // Of a damaged page they may be anything.
        const [path = '', stamp = '', keys = ''] = row.map(String)
        stamps.set(path, { path, stamp, keys: keys.split(' ') })
      }
      return stamps
    },
    writeStamps: (source: string, stamps: readonly Stamp[]) =>
      inTransaction(database, () => {
        for (const { path, stamp, keys } of stamps) add.run(source, path, stamp, keys.join(' '))
      }),
    dropStamps: (source: string, paths: readonly string[]) =>
      inTransaction(database, () => {
        for (const path of paths) drop.run(source, path)
      }),
  }
}

function openNotes(database: DatabaseSync) {
  const names = database.prepare('SELECT name FROM notes')
  const drop = database.prepare('DELETE FROM notes WHERE name = ?')
  const read = database.prepare('SELECT body, sum FROM notes WHERE name = ?')
  const write = database.prepare('INSERT OR REPLACE INTO notes (name, body, sum) VALUES (?, ?, ?)')
  return {
    readNote(name: string): string | null {
      const row = read.get(name)
      const body = String(row?.body)
      return row?.sum === sumUp(name, body) ? body : null
    },
    writeNote: (name: string, body: string): void => {
      write.run(name, body, sumUp(name, body))
    },
    keepNotes: (kept: ReadonlySet<string>): void =>
      inTransaction(database, () => {
        for (const { name } of names.all()) if (!kept.has(String(name))) drop.run(String(name))
      }),
  }
}

function inTransaction(database: DatabaseSync, work: () => void): void {
  database.exec('BEGIN IMMEDIATE')
  try {
    work()
    database.exec('COMMIT')
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}
