import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import type { Posting } from '../../src/posting/posting.ts'
import type { BenchQuestion, PeerFacts } from './questions.ts'

/** What one would build next: facts in indexed columns, every word in a full-text index. */
export interface SqlitePeer {
  /** Everything that it finds, as places in the list of postings. */
  readonly find: (question: BenchQuestion) => readonly number[]
  /** The first page, best first, and how many there are. */
  readonly search: (question: BenchQuestion) => number
  readonly close: () => void
}

const PAGE = 4
const TABLES = `
  PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000; PRAGMA mmap_size = 4000000000;
  CREATE TABLE postings (id INTEGER PRIMARY KEY, workplace TEXT, level TEXT, pay REAL, posted TEXT, closes TEXT);
  CREATE TABLE facts (field TEXT, value TEXT, id INTEGER, PRIMARY KEY (field, value, id)) WITHOUT ROWID;
  CREATE VIRTUAL TABLE texts USING fts5 (title, company, body, content='', tokenize='porter unicode61');
`
const INDEXES = `
  CREATE INDEX by_workplace ON postings (workplace, posted);
  CREATE INDEX by_level ON postings (level, posted);
  CREATE INDEX by_pay ON postings (pay);
  ANALYZE;
`

/** Fills a database in a temporary file; it goes when the peer is closed. */
export function createSqlitePeer(postings: readonly Posting[], today: string): SqlitePeer {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-bench-'))
  const database = new DatabaseSync(join(folder, 'peer.sqlite'))
  database.exec(TABLES)
  fill(database, postings)
  database.exec(INDEXES)
  const statements = new Map<string, StatementSync>()
  const prepare = (sql: string) => {
    const statement = statements.get(sql) ?? database.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  return {
    find: question => {
      const { from, where, values } = writeQuery(question, today)
      return prepare(`SELECT postings.id ${from} ${where}`)
        .all(...values)
        .map(({ id }) => Number(id))
    },
    search: question => {
      const { from, where, order, values } = writeQuery(question, today)
      prepare(`SELECT postings.id ${from} ${where} ${order} LIMIT ${PAGE}`).all(...values)
      return Number(prepare(`SELECT count(*) AS total ${from} ${where}`).get(...values)?.total)
    },
    close: () => {
      database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function fill(database: DatabaseSync, postings: readonly Posting[]): void {
  const row = database.prepare('INSERT INTO postings VALUES (?, ?, ?, ?, ?, ?)')
  const fact = database.prepare('INSERT OR IGNORE INTO facts VALUES (?, ?, ?)')
  const text = database.prepare('INSERT INTO texts (rowid, title, company, body) VALUES (?, ?, ?, ?)')
  database.exec('BEGIN')
  for (const [id, posting] of postings.entries()) {
    const { title, company, workplace, seniority, postedAt, closesAt, sections } = posting
    row.run(id, workplace, seniority, readPlainPay(posting), postedAt, closesAt)
    for (const field of ['skills', 'topics', 'countries'] as const)
      for (const value of posting[field]) fact.run(field, value, id)
    const lines = sections.flatMap(section => [
      section.heading ?? '',
      ...section.lines.map(line => line.text),
    ])
    text.run(id, title, company ?? '', lines.join('\n'))
  }
  database.exec('COMMIT')
}

/** The top of a range in dollars a year; null for what the judgements leave to the program. */
function readPlainPay({ salary }: Posting): number | null {
  if (salary === null || salary.currency !== 'USD' || salary.period !== 'year' || salary.zones.length > 0)
    return null
  return salary.max ?? salary.min
}

interface PeerQuery {
  readonly from: string
  readonly where: string
  readonly order: string
  readonly values: readonly SQLInputValue[]
}

/** Facts by their columns; words that are no facts by the full-text index, ranked by BM25. */
function writeQuery({ facts, words, wordsMean }: BenchQuestion, today: string): PeerQuery {
  const parts = ['(closes IS NULL OR closes >= ?)']
  const values: SQLInputValue[] = [today]
  const add = (part: string, ...own: SQLInputValue[]) => {
    parts.push(part)
    values.push(...own)
  }
  if (facts.workplace) add('workplace = ?', facts.workplace)
  if (facts.levels) add(`level IN (${facts.levels.map(() => '?').join(', ')})`, ...facts.levels)
  if (facts.payOver !== undefined) add('pay > ?', facts.payOver)
  for (const [field, anyOf] of listSets(facts)) {
    const blanks = anyOf.map(() => '?').join(', ')
    add(`postings.id IN (SELECT id FROM facts WHERE field = ? AND value IN (${blanks}))`, field, ...anyOf)
  }
  if (facts.withoutSkill)
    add("postings.id NOT IN (SELECT id FROM facts WHERE field = 'skills' AND value = ?)", facts.withoutSkill)
  const isText = facts.areWordsText === true
  if (isText) add('texts MATCH ?', words.split(' ').join(wordsMean === 'all' ? ' AND ' : ' OR '))
  return {
    from: isText ? 'FROM texts JOIN postings ON postings.id = texts.rowid' : 'FROM postings',
    where: `WHERE ${parts.join(' AND ')}`,
    order: isText ? 'ORDER BY bm25(texts, 3, 1, 1)' : 'ORDER BY posted DESC, postings.id',
    values,
  }
}

function listSets({ skills = [], topics = [], country }: PeerFacts) {
  return [
    ...skills.map(anyOf => ['skills', anyOf] as const),
    ...topics.map(topic => ['topics', [topic]] as const),
    ...(country === undefined ? [] : [['countries', [country]] as const]),
  ]
}
