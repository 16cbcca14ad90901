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

/** What an archive holds that stays of use. */
export interface Kept {
  readonly keys: Iterable<string>
  readonly notes: readonly string[]
}

/** The tables of an archive's file; everything throws what SQLite throws. */
export interface ArchiveTables {
  /** undefined where the key is unknown or its record is damaged; null where the document was rejected. */
  readonly readMarks: (key: string) => string | null | undefined
  /** The marks of all sound records, by key. */
  readonly scanMarks: () => Generator<readonly [key: string, marks: string | null]>
  /** Of all records, sound or not, whether they are of rejected documents; takes a fraction of reading their marks. */
  readonly readKinds: () => readonly (readonly [key: string, isRejected: boolean])[]
  /** The keys of all records, sound or not. */
  readonly readKeys: () => Set<string>
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
  readonly readStamps: (source: string) => readonly Stamp[]
  readonly writeStamps: (source: string, stamps: readonly Stamp[]) => void
  readonly dropStamps: (source: string, paths: readonly string[]) => void
  /** null where there is none, or a damaged one. */
  readonly readNote: (name: string) => string | null
  readonly writeNote: (name: string, body: string) => void
  readonly keepOnly: (kept: Kept) => void
}

/** A record that cannot be found right after it was written: the file is damaged where nothing else shows it. */
export class LostRecord extends Error {}

/** Prepares the statements of an archive. */
export function openTables(database: DatabaseSync): ArchiveTables {
  return { ...openRecords(database), ...openStamps(database), ...openNotes(database), keepOnly }

  function keepOnly({ keys, notes }: Kept): void {
    inTransaction(database, () => {
      dropRecords(database, new Set(keys))
      const kept = new Set(notes)
      const drop = database.prepare('DELETE FROM notes WHERE name = ?')
      for (const { name } of database.prepare('SELECT name FROM notes').all())
        if (!kept.has(String(name))) drop.run(String(name))
    })
  }
}

/** One by one: letting SQLite find what is not kept any more takes a look at every page of the file. */
function dropRecords(database: DatabaseSync, kept: ReadonlySet<string>): void {
  const gone = listRows<readonly [number, string]>(database, 'SELECT id, key FROM records')
    .filter(([, key]) => !kept.has(key))
    .map(([id]) => id)
  for (const table of ['records', 'facts', 'texts', 'words']) {
    const drop = database.prepare(`DELETE FROM ${table} WHERE id = ?`)
    for (const id of gone) drop.run(id)
  }
}

/** All rows of a question without parameters, each as its values: an object a row takes twice the time. */
function listRows<Row extends readonly unknown[]>(database: DatabaseSync, question: string): readonly Row[] {
  const statement = database.prepare(question)
  statement.setReturnArrays(true)
  return statement.all() as unknown as readonly Row[]
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
    readKinds: () =>
      listRows<readonly [string, number]>(database, 'SELECT key, marks IS NULL FROM records').map(
        ([key, isRejected]) => [key, isRejected === 1] as const,
      ),
    readKeys: () =>
      new Set(listRows<readonly [string]>(database, 'SELECT key FROM records').map(([key]) => key)),
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
    readStamps: (source: string): readonly Stamp[] =>
      (list.all(source) as unknown as readonly (readonly unknown[])[]).map(([path, stamp, keys]) => ({
        path: String(path),
        stamp: String(stamp),
        keys: String(keys).split(' '),
      })),
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
