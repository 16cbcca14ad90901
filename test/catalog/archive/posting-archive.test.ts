import { existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ArchiveRecord, encodeRecord, encodeWords } from '../../../src/catalog/archive/archive-record.ts'
import { openArchive } from '../../../src/catalog/archive/posting-archive.ts'
import { makeMergeMarks } from '../../../src/catalog/mergeable.ts'
import { listPostingWords } from '../../../src/catalog/posting-words.ts'
import { runSteps } from '../../../src/catalog/steps.ts'
import { archivePostings, makeFolder } from '../image/open-archived.ts'
import { makePosting } from '../make-posting.ts'
import { SAMPLE_POSTINGS } from '../sample-postings.ts'

const [SAMPLE] = SAMPLE_POSTINGS
if (SAMPLE === undefined) throw new Error('there are no samples')
const EVIDENCE = { title: ['ML Platform Engineer'] }
const POSTING = { ...SAMPLE, evidence: EVIDENCE }
/** Bytes of a page of the file. */
const PAGE = 16_384
/** Bytes of a page of an index before it says where its cells are. https://sqlite.org/fileformat2.html#b_tree_pages */
const INDEX_HEAD = 8
const KEYS = SAMPLE_POSTINGS.map((_, at) => `key-${at}`)

/** A file on disk, since closed, with all samples in it. */
function fillFile() {
  const path = join(makeFolder(), 'cache.sqlite')
  const { archive, keys } = archivePostings(SAMPLE_POSTINGS, path)
  archive.recordInForce('version one')
  archive.close()
  return { path, keys }
}

/** Makes every later statement about facts fail. */
function breakFile(path: string): void {
  const database = new DatabaseSync(path)
  database.exec('DROP TABLE facts')
  database.close()
}

function archivedRejections(count: number, name: string) {
  return Array.from({ length: count }, (_, at) =>
    encodeRecord(`${name} ${at}`, { path: `${at}.md`, reason: 'it is empty' }),
  )
}

/** Everything that can be read of the samples, as if nothing but right answers and gaps were allowed. */
function expectRightOrMissing(path: string, keys: readonly string[]) {
  const archive = openArchive(path)
  const marks = archive.loadMarks(new Set(keys))
  let found = 0
  for (const [at, key] of keys.entries()) {
    const posting = archive.loadPosting(key)
    const sample = SAMPLE_POSTINGS[at]
    if (posting === null || sample === undefined) continue
    found++
    expect({ ...posting, key: '' }).toEqual({ ...sample, sections: undefined, evidence: undefined, key: '' })
    expect([[], sample.sections]).toContainEqual(posting.sections)
    expect([undefined, makeMergeMarks(sample)]).toContainEqual(marks.get(key))
    const words = archive.loadWords(key)
    if (words !== null) expect(Buffer.from(words).toString()).toBe(encodeWords(listPostingWords(sample)))
  }
  expect([null, 'version one']).toContain(archive.loadInForce())
  // It is of use again, whatever was wrong.
  const records = SAMPLE_POSTINGS.map((posting, at) => encodeRecord(keys[at] ?? '', posting))
  archive.save(records)
  archive.save(records)
  expect(archive.listUnsaved()).toEqual([])
  expect(keys.map(key => archive.loadPosting(key)?.title)).toEqual(SAMPLE_POSTINGS.map(({ title }) => title))
  archive.close()
  return { found, replaced: archive.replaced() }
}

/** In the schema, and as long as before. */
function rewrite(whole: Buffer, from: string, to: string): Buffer {
  const at = whole.indexOf(from)
  expect(at).toBeGreaterThan(0)
  whole.write(to, at)
  return whole
}

describe('openArchive', () => {
  it('gives back postings: facts of their own, texts from disk', () => {
    const { archive } = archivePostings([POSTING])
    const posting = archive.loadPosting('key-0')
    const { sections, evidence, ...facts } = POSTING
    expect({ ...posting }).toEqual({ ...facts, key: 'key-0' })
    expect(posting?.sections).toEqual(sections)
    expect(posting?.evidence).toEqual(EVIDENCE)
    expect(archive.loadMarks(new Set(['key-0', 'other']))).toEqual(
      new Map([['key-0', makeMergeMarks(POSTING)]]),
    )
    expect(Buffer.from(archive.loadWords('key-0') ?? []).toString()).toBe(
      encodeWords(listPostingWords(POSTING)),
    )
    archive.close()
  })

  it('gives back odd texts as they are', () => {
    const { archive } = archivePostings([])
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.uuid(), (text, title, key) => {
        const given = makePosting({ title, text, evidence: { title: [text] } })
        archive.save([encodeRecord(key, given)])
        const posting = archive.loadPosting(key)
        expect([posting?.title, posting?.sections, posting?.evidence]).toEqual([
          title,
          given.sections,
          given.evidence,
        ])
        const words = Buffer.from(archive.loadWords(key) ?? []).toString()
        expect(words).toBe(encodeWords(listPostingWords(given)))
      }),
      { numRuns: 30 },
    )
    archive.close()
  })

  it('knows rejected documents with their reason, and nothing of other keys', () => {
    const { archive } = archivePostings([POSTING])
    archive.save([encodeRecord('bad', { path: 'bad.md', reason: 'it is empty' })])
    expect([...archive.lookUp(new Set(['key-0', 'bad', 'other']))]).toEqual([
      ['key-0', { type: 'posting' }],
      ['bad', { type: 'rejected', path: 'bad.md', reason: 'it is empty' }],
    ])
    for (const key of ['bad', 'other'])
      expect([archive.loadPosting(key), archive.loadMarks(new Set([key])).get(key) ?? null]).toEqual([
        null,
        null,
      ])
    expect(archive.listMissing(['key-0', 'bad', 'other'])).toEqual(['other'])
    expect(archive.loadWords('other')).toBeNull()
    archive.close()
  })

  it('knows as much of thousands of keys as of one', () => {
    const { archive, keys } = archivePostings(SAMPLE_POSTINGS)
    const [saved, unsaved] = [archivedRejections(4000, 'saved'), archivedRejections(1500, 'unsaved')]
    archive.save(saved)
    archive.holdUnsaved(unsaved)
    const all = [...keys, ...[...saved, ...unsaved].map(({ key }) => key)]
    const [results, marks] = [archive.lookUp(new Set([...all, 'other'])), archive.loadMarks(new Set(all))]
    expect(results.size).toBe(all.length)
    for (const key of [...keys, 'saved 7', 'unsaved 7']) {
      expect(results.get(key)).toEqual(archive.lookUp(new Set([key])).get(key))
      expect(marks.get(key)).toEqual(archive.loadMarks(new Set([key])).get(key))
    }
    expect(results.get('unsaved 7')).toEqual({ type: 'rejected', path: '7.md', reason: 'it is empty' })
    expect(archive.listMissing([...all, 'other'])).toEqual(['other'])
    archive.close()
  })

  it('holds everything over a restart, and lets another thread read what one writes', () => {
    const { path, keys } = fillFile()
    const [writer, reader] = [openArchive(path), openArchive(path)]
    expect(reader.loadInForce()).toBe('version one')
    expect(keys.every(key => reader.loadPosting(key) !== null)).toBe(true)
    writer.save([encodeRecord('new', POSTING)])
    writer.saveVersion({ id: 'v2', body: 'new' })
    writer.saveStamps('folder', [{ path: 'a.md', stamp: '17', keys: ['key-0', 'new'] }])
    expect(reader.loadPosting('new')?.sections).toEqual(POSTING.sections)
    expect(reader.loadVersion('v2')).toBe('new')
    expect(reader.loadStamps('folder').get('a.md')).toEqual({
      path: 'a.md',
      stamp: '17',
      keys: ['key-0', 'new'],
    })
    writer.dropStamps('folder', ['a.md'])
    expect(reader.loadStamps('folder').size).toBe(0)
    expect(reader.replaced()).toBeNull()
    writer.close()
    reader.close()
  })

  it('tells at a glance what all documents were read as, those in memory only as well', () => {
    const { path, keys } = fillFile()
    const archive = openArchive(path)
    archive.save([encodeRecord('bad', { path: 'x.md', reason: 'it is empty' })])
    archive.holdUnsaved([
      encodeRecord('new', POSTING),
      encodeRecord('none', { path: 'y.md', reason: 'lost' }),
    ])
    const all = [...keys, 'bad', 'new', 'none']
    expect(archive.survey()).toEqual(archive.lookUp(new Set(all)))
    expect(archive.survey().size).toBe(all.length)
    archive.close()
  })

  it('forgets what is not kept', () => {
    const { path, keys } = fillFile()
    const archive = openArchive(path)
    archive.saveVersion({ id: 'v1', body: 'one' })
    archive.saveVersion({ id: 'v2', body: 'two' })
    runSteps(archive.pruneInSteps({ keys: keys.slice(0, 3), versions: ['v2'] }))
    expect([...archive.lookUp(new Set(keys)).keys()]).toEqual(keys.slice(0, 3))
    expect([archive.loadVersion('v1'), archive.loadVersion('v2')]).toEqual([null, 'two'])
    expect(archive.loadInForce()).toBe('version one')
    archive.close()
  })

  it('forgets in short steps; where it is broken off, the rest goes the next time', () => {
    const { path, keys } = fillFile()
    const archive = openArchive(path)
    archive.save(archivedRejections(100, 'old'))
    const pruning = archive.pruneInSteps({ keys, versions: [] })
    pruning.next()
    pruning.next()
    const left = archive.survey().size - keys.length
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThan(100)
    pruning.return(undefined)
    runSteps(archive.pruneInSteps({ keys, versions: [] }))
    expect([...archive.survey().keys()].sort()).toEqual(keys.toSorted())
    archive.close()
  })

  it('forgets nothing more where the file is another meanwhile, whose records have the same numbers', () => {
    const { path, keys } = fillFile()
    const archive = openArchive(path)
    const pruning = archive.pruneInSteps({ keys: [], versions: [] })
    pruning.next()
    breakFile(path)
    expect(pruning.next().done).toBe(true)
    expect(archive.replaced()).toMatch(/no such table/)
    archive.save(SAMPLE_POSTINGS.map((posting, at) => encodeRecord(keys[at] ?? '', posting)))
    expect(archive.listMissing(keys)).toEqual([])
    archive.close()
  })

  it('begins an empty file, and goes on with it', () => {
    const { path, keys } = fillFile()
    const archive = openArchive(path)
    const other = openArchive(path)
    archive.beginAnew()
    expect([archive.survey().size, archive.loadInForce(), archive.replaced()]).toEqual([0, null, null])
    archive.save([encodeRecord('new', POSTING)])
    expect(existsSync(`${path}.damaged`)).toBe(false)
    // Who had it open keeps it, and looks for what it lacks in the new one.
    expect(other.listMissing([...keys, 'new'])).toEqual(['new'])
    expect(other.loadPosting('new')?.sections).toEqual(POSTING.sections)
    archive.close()
    other.close()
  })

  it('keeps in memory what it cannot write, says why, and hands it over', () => {
    const { path } = fillFile()
    const archive = openArchive(join(path, 'below-a-file', 'cache.sqlite'))
    expect(archive.problem()).toMatch(/ENOTDIR|EEXIST/)
    archive.save([encodeRecord('new', POSTING)])
    expect(archive.loadPosting('new')?.sections).toEqual(POSTING.sections)
    const other = openArchive(path)
    other.holdUnsaved(structuredClone(archive.listUnsaved()) as readonly ArchiveRecord[])
    expect(other.loadPosting('new')?.title).toBe(POSTING.title)
    other.save(other.listUnsaved())
    expect([other.listUnsaved(), other.problem()]).toEqual([[], null])
    archive.close()
    other.close()
  })

  it('moves a file away that is no archive, removes one of another version, and begins anew', () => {
    const other = join(makeFolder(), 'cache.sqlite')
    const database = new DatabaseSync(other)
    database.exec('CREATE TABLE notes (body TEXT)')
    database.close()
    expect(expectRightOrMissing(other, KEYS).replaced).toBe('it is no archive of postings')
    expect(existsSync(`${other}.damaged`)).toBe(true)

    const { path, keys } = fillFile()
    const newer = new DatabaseSync(path)
    newer.exec('PRAGMA user_version = 99')
    newer.close()
    expect(expectRightOrMissing(path, keys)).toEqual({ found: 0, replaced: 'another version wrote it' })
    expect(existsSync(`${path}.damaged`)).toBe(false)

    const text = join(makeFolder(), 'cache.sqlite')
    writeFileSync(text, 'no database at all, but long enough to be taken for one. '.repeat(100))
    expect(expectRightOrMissing(text, KEYS).replaced).toBe('file is not a database')
  })

  it('never gives wrong answers from a file that was cut off', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.99, noNaN: true }), share => {
        const { path, keys } = fillFile()
        truncateSync(path, Math.floor(share * statSync(path).size))
        expectRightOrMissing(path, keys)
      }),
      { numRuns: 8 },
    )
  })

  it('never gives wrong answers from a file with flipped bytes', () => {
    const { path, keys } = fillFile()
    const whole = readFileSync(path)
    const damages = fc.array(fc.tuple(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 1, max: 255 })), {
      minLength: 1,
      maxLength: 40,
    })
    fc.assert(
      fc.property(damages, list => {
        const damaged = Buffer.from(whole)
        for (const [at, bits] of list) damaged[at] = (damaged[at] ?? 0) ^ bits
        const target = join(makeFolder(), 'cache.sqlite')
        writeFileSync(target, damaged)
        expectRightOrMissing(target, keys)
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  it.each([
    ['may not be written by this version', (whole: Buffer) => whole.fill(255, 18, 19)],
    ['is of a later format', (whole: Buffer) => whole.fill(255, 47, 48)],
    ['has tables of other columns', (whole: Buffer) => rewrite(whole, 'stamp TEXT', 'stomp TEXT')],
    ['has columns of almost the same names', (whole: Buffer) => rewrite(whole, 'body BLOB', 'bodY BLOB')],
    ['has stamps of almost the same name', (whole: Buffer) => rewrite(whole, 'stamp TEXT', 'stamP TEXT')],
  ])('begins another file where one says that it %s', (_, damage) => {
    const { path, keys } = fillFile()
    writeFileSync(path, damage(readFileSync(path)))
    expect(expectRightOrMissing(path, keys).replaced).not.toBeNull()
  })

  it('gives no posting for the key of another, and begins another file', () => {
    const { path, keys } = fillFile()
    const whole = readFileSync(path)
    // Two keys change places in the index, which stays in order: its page follows those of the schema and the records.
    const index = whole.subarray(2 * PAGE, 3 * PAGE)
    const [one, other] = [index.indexOf('key-11'), index.indexOf('key-12')]
    expect([one > 0, other > 0]).toEqual([true, true])
    index.write('key-12', one)
    index.write('key-11', other)
    writeFileSync(path, whole)
    const { found, replaced } = expectRightOrMissing(path, keys)
    expect([found, replaced]).toEqual([keys.length - 2, 'it loses what is written to it'])
  })

  it('gives no posting for the key of another, whichever bit that leads to a key is wrong', () => {
    const { path, keys } = fillFile()
    const whole = readFileSync(path)
    const target = join(makeFolder(), 'cache.sqlite')
    // Where the cells of the index of keys begin: two bytes for each.
    const start = 2 * PAGE + INDEX_HEAD
    for (let bit = 0; bit < keys.length * 16; bit++) {
      const damaged = Buffer.from(whole)
      const at = start + Math.floor(bit / 8)
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (bit % 8))
      for (const file of [target, `${target}-wal`, `${target}-shm`]) rmSync(file, { force: true })
      writeFileSync(target, damaged)
      const archive = openArchive(target)
      for (const key of keys) expect([undefined, key]).toContain(archive.loadPosting(key)?.key)
      archive.close()
    }
  })

  it('reads from the new file once another thread has replaced a damaged one', () => {
    const { path, keys } = fillFile()
    const [main, worker] = [openArchive(path), openArchive(path)]
    expect(main.loadPosting(keys[0] ?? '')).not.toBeNull()
    worker.close()
    const whole = readFileSync(path)
    writeFileSync(`${path}-wal`, '')
    writeFileSync(path, whole.fill(0, 100, 4000))
    const fresh = openArchive(path)
    fresh.save([encodeRecord('new', POSTING)])
    expect(main.loadPosting('new')?.sections).toEqual(POSTING.sections)
    for (const archive of [main, fresh]) archive.close()
  })
})
