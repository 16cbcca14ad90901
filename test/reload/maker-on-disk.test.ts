import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createCatalog } from '../../src/catalog/catalog.ts'
import { createLog } from '../../src/log.ts'
import { collectAll } from '../../src/reload/collect-postings.ts'
import { keepCurrent } from '../../src/reload/keep-current.ts'
import { createFolderSource } from '../../src/source/folder-source.ts'
import { serve } from '../source/serve-loopback.ts'
import { makeDocument, makeDocuments } from './make-source.ts'
import { listTitles, openRemembering, type Remembering, reload } from './open-remembering.ts'

const ENGINEERS = makeDocuments(8, { company: 'Acme' })
const WELDER = makeDocument({ title: 'Welder' })

let place: Remembering
beforeEach(async () => {
  place = await openRemembering()
  place.write(ENGINEERS)
})
afterEach(() => place.close())

/** Each catalog that is made apart starts two threads, for a second each where the machine is busy. */
const SLOW_MS = 60_000

/** How many documents the archive knows. */
function countRecords({ state }: Remembering): number {
  const database = new DatabaseSync(join(state, 'cache.sqlite'), { readOnly: true })
  const { records } = database.prepare('SELECT count(*) AS records FROM records').get() ?? {}
  database.close()
  return Number(records)
}

const imagesOf = ({ state }: Remembering) => join(state, 'images')

describe('a restart', () => {
  it('answers from what was in force, before any source is read', async () => {
    await reload(await place.start())
    place.write([WELDER])
    const again = await place.start()
    expect(await again.recall()).toBe(true)
    expect(listTitles(again)).toEqual(ENGINEERS.map((_, index) => `Engineer ${index}`))
    expect(again.current()?.catalog.entries[0]?.posting.sections.length).toBeGreaterThan(0)
    expect(await reload(again)).toMatchObject({ outcome: 'swapped', isFirst: false })
    expect(listTitles(again)).toContain('Welder')
  })

  it('remembers nothing where nothing was ever read', async () => {
    expect(await (await place.start()).recall()).toBe(false)
  })

  it('has the same answers as a catalog that was made at once', async () => {
    await reload(await place.start())
    const again = await place.start()
    await again.recall()
    const source = createFolderSource({ path: place.data, maxDocumentBytes: 10_000 })
    const { postings } = await collectAll([source])
    const facts = (entries: ReturnType<typeof createCatalog>['entries']) =>
      entries.map(({ posting: { sections, evidence, ...rest }, ...entry }) => ({
        ...entry,
        posting: { ...rest, sections, evidence, key: undefined },
      }))
    expect(facts(again.current()?.catalog.entries ?? [])).toEqual(facts(createCatalog(postings).entries))
  })

  it('still has the step back for an undo', async () => {
    const first = await place.start()
    await reload(first)
    place.write([WELDER])
    await reload(first)
    const again = await place.start()
    await again.recall()
    expect((await again.undo(again.current()?.revision ?? '', 'ann')).type).toBe('undone')
    expect(listTitles(again)).not.toContain('Welder')
    expect((await again.undo(null, 'ann')).type).toBe('nothing-before')
  })

  it('asks before a reload brings back what was undone before it', async () => {
    const first = await place.start()
    await reload(first)
    place.write([WELDER])
    await reload(first)
    await first.undo(null, 'ann')
    const again = await place.start()
    await again.recall()
    expect(listTitles(again)).not.toContain('Welder')
    expect(await reload(again)).toMatchObject({ outcome: 'held', doubts: [{ type: 'undone-before' }] })
  })

  it('keeps what a source gave that cannot be read any more', async () => {
    await reload(await place.start())
    const again = await place.start()
    await again.recall()
    rmSync(place.data, { recursive: true })
    const { failures } = await reload(again)
    expect(failures).toMatchObject([{ name: 'postings', kept: 8 }])
    expect(failures[0]?.reason).toContain('There is nothing at this path')
    expect(listTitles(again)).toHaveLength(8)
    mkdirSync(place.data)
  })

  it('recalls nothing of other sources', async () => {
    await reload(await place.start())
    const other = join(place.data, '..', 'others')
    mkdirSync(other)
    expect(await (await place.start({ addresses: [other] })).recall()).toBe(false)
    expect(await (await place.start({ addresses: [place.data, other] })).recall()).toBe(false)
  })

  it('makes no other catalog where nothing changed, and knows that it was read again', async () => {
    const reloader = await place.start()
    await reload(reloader)
    const before = reloader.current()
    expect((await reload(reloader)).outcome).toBe('unchanged')
    expect(reloader.current()?.whole).toBe(before?.whole)
    expect(reloader.current()?.loadedAt.getTime()).toBeGreaterThan(before?.loadedAt.getTime() ?? Infinity)
    const again = await place.start()
    expect(await again.recall()).toBe(true)
    expect(listTitles(again)).toHaveLength(8)
  })

  it('keeps no more on disk than the catalog in force, the one before and the last one made', async () => {
    const reloader = await place.start()
    for (let at = 0; at < 5; at++) {
      place.write([makeDocument({ title: `Baker ${at}` })])
      await reload(reloader)
    }
    expect(readdirSync(imagesOf(place)).length).toBeLessThanOrEqual(3)
  })

  it.each([
    ['here', {}],
    ['in a thread', { isApart: true }],
    ['in a thread where memory is short', { isApart: true, isFrugal: true }],
  ])(
    'keeps the postings of these alone, made %s',
    async (_, setting) => {
      const reloader = await place.start(setting)
      await reload(reloader)
      for (let at = 0; at < 4; at++) {
        place.write([{ ...WELDER, content: makeDocument({ title: `Welder ${at}` }).content }])
        await reload(reloader)
      }
      await reloader.stop()
      // Of four welders the last, and the two that were in force and before when it was made.
      expect(countRecords(place)).toBe(ENGINEERS.length + 3)
      const again = await place.start()
      expect(await again.recall()).toBe(true)
      expect(listTitles(again)).toContain('Welder 3')
      await again.undo(null, 'ann')
      expect(listTitles(again)).toContain('Welder 2')
    },
    SLOW_MS,
  )

  it('reads everything anew where other code has read it, and leaves none of that on disk', async () => {
    const first = await place.start({ readingVersion: 'one' })
    await reload(first)
    await first.stop()
    const images = readdirSync(imagesOf(place))
    const again = await place.start({ readingVersion: 'two' })
    expect(await again.recall()).toBe(false)
    expect(countRecords(place)).toBe(0)
    expect(await reload(again)).toMatchObject({ outcome: 'swapped', isFirst: true })
    expect(listTitles(again)).toHaveLength(8)
    expect(again.problem()).toBeNull()
    await again.stop()
    expect(countRecords(place)).toBe(8)
    for (const name of images) expect(readdirSync(imagesOf(place))).not.toContain(name)
    expect(await (await place.start({ readingVersion: 'two' })).recall()).toBe(true)
  })
})

describe('what is damaged on disk', () => {
  beforeEach(async () => {
    const first = await place.start()
    await reload(first)
    place.write([WELDER])
    await reload(first)
    await first.stop()
  })

  it('is made anew where it is an image', async () => {
    for (const name of readdirSync(imagesOf(place))) damage(join(imagesOf(place), name))
    const again = await place.start()
    expect(await again.recall()).toBe(true)
    expect(listTitles(again)).toHaveLength(9)
    expect((await again.undo(null, 'ann')).type).toBe('undone')
    expect(listTitles(again)).toHaveLength(8)
  })

  it('is begun anew where it is the archive, from the sources', async () => {
    for (const name of ['cache.sqlite-wal', 'cache.sqlite-shm'])
      rmSync(join(place.state, name), { force: true })
    writeFileSync(join(place.state, 'cache.sqlite'), 'This is no archive.')
    const again = await place.start()
    expect(await again.recall()).toBe(false)
    expect(await reload(again)).toMatchObject({ outcome: 'swapped', isFirst: true })
    expect(listTitles(again)).toHaveLength(9)
    expect(again.problem()).toBeNull()
  })

  it('is read again by the next reload where the archive loses everything while it is in use', async () => {
    const again = await place.start()
    await again.recall()
    const database = new DatabaseSync(join(place.state, 'cache.sqlite'))
    database.exec('DELETE FROM records')
    database.close()
    place.remove([WELDER])
    expect(await reload(again)).toMatchObject({ outcome: 'swapped', diff: { added: [], changed: [] } })
    expect(listTitles(again)).toHaveLength(8)
    expect(again.current()?.catalog.entries[0]?.posting.sections.length).toBeGreaterThan(0)
  })

  it('is read again where it is what files were read as, as soon as one is looked at', async () => {
    // Files that changed just now would be opened anyway.
    vi.useFakeTimers({ now: Date.now() + 60_000, toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const again = await place.start()
    await again.recall()
    await reload(again)
    const database = new DatabaseSync(join(place.state, 'cache.sqlite'))
    database.exec("UPDATE records SET marks = replace(marks, 'a', 'b')")
    database.close()
    place.remove([WELDER])
    // It has so much in common with another one that the two are compared.
    place.write([makeDocument({ title: 'Engineer 0', company: 'Acme Inc.' })])
    expect(await reload(again)).toMatchObject({ outcome: 'swapped' })
    expect(new Set(listTitles(again)).size).toBe(8)
    expect(again.problem()).toBeNull()
  })

  it.each([
    ['overwritten', (path: string) => writeFileSync(path, 'This is no archive.')],
    ['deleted', (path: string) => rmSync(path)],
  ])(
    'is noticed where the archive is %s while it is in use, and made anew without being asked',
    async (_, harm) => {
      const again = await place.start()
      await again.recall()
      harm(join(place.state, 'cache.sqlite'))
      const upkeep = { reloader: again, schedule: null }
      const end = keepCurrent(upkeep, { log: createLog('silent'), isRecalled: false, lookMs: 20 })
      await vi.waitUntil(() => again.problem()?.includes('no archive'), { timeout: 10_000, interval: 5 })
      await vi.waitUntil(() => again.problem() === null && !again.isReloading(), { timeout: 20_000 })
      end()
      expect(listTitles(again)).toHaveLength(9)
      expect(again.current()?.catalog.entries[0]?.posting.sections.length).toBeGreaterThan(0)
      const next = await place.start()
      expect(await next.recall()).toBe(true)
      expect(listTitles(next)).toHaveLength(9)
    },
    40_000,
  )

  it('never answers with half of it where the archive lost postings', async () => {
    const database = new DatabaseSync(join(place.state, 'cache.sqlite'))
    database.exec('DELETE FROM records WHERE id % 2 = 0')
    database.close()
    const again = await place.start()
    expect(await again.recall()).toBe(false)
    await reload(again)
    expect(listTitles(again)).toHaveLength(9)
  })
})

function damage(path: string): void {
  const bytes = readFileSync(path)
  const middle = Math.floor(bytes.length / 2)
  bytes[middle] = (bytes[middle] ?? 0) ^ 0xff
  writeFileSync(path, bytes)
}

describe('a folder that cannot be written', () => {
  it.each([
    ['the thread that answers', false],
    ['a thread of its own', true],
  ])('answers from memory, goes one step back, and says what is wrong, from %s', async (_, isApart) => {
    writeFileSync(place.state, 'A file in the place of the folder.')
    const reloader = await place.start({ isApart })
    expect(await reload(reloader)).toMatchObject({ outcome: 'swapped' })
    expect(reloader.problem()).not.toBeNull()
    expect(reloader.current()?.catalog.entries[0]?.posting.sections.length).toBeGreaterThan(0)
    place.write([WELDER])
    await reload(reloader)
    expect(listTitles(reloader)).toHaveLength(9)
    expect((await reloader.undo(null, 'ann')).type).toBe('undone')
    expect(listTitles(reloader)).toHaveLength(8)
    expect(await (await place.start()).recall()).toBe(false)
  })
})

describe('a catalog that is made in a thread of its own', () => {
  it.each([
    ['there is memory', false],
    ['memory is short', true],
  ])('answers with what is on disk after it, where %s', async (_, isFrugal) => {
    const reloader = await place.start({ isApart: true, isFrugal })
    await reload(reloader)
    place.write([WELDER])
    expect(await reload(reloader)).toMatchObject({ outcome: 'swapped' })
    expect((await reload(reloader)).outcome).toBe('unchanged')
    const titles = listTitles(reloader)
    expect(titles).toHaveLength(9)
    const again = await place.start()
    expect(await again.recall()).toBe(true)
    expect(listTitles(again)).toEqual(titles)
  })
})

const jobOf = (title: string) => ({
  title,
  company: 'Acme',
  url: `https://jobs.example.com/${title}`,
  description: `<h2>What you will do</h2><p>Work as ${title} with a small team in Berlin.</p><h2>Requirements</h2><ul><li>Three years of experience</li></ul>`,
})

/** What becomes of a source that was well once. */
const FAULTS: Readonly<Record<string, (response: ServerResponse) => unknown>> = {
  hangs: response => response.write('['),
  'lies about its size': response => response.setHeader('content-length', 5000).write('[]'),
  'sends garbage': response => response.end(randomBytes(20_000)),
  'announces 10 GB': response => response.setHeader('content-length', 10_000_000_000).write('['),
  'never ends': response => {
    const more = () =>
      void (response.destroyed || response.write(' '.repeat(65_536), () => setImmediate(more)))
    more()
  },
}

describe('a source that was well and then', () => {
  it.each(Object.keys(FAULTS))(
    '%s keeps what it gave before',
    async fault => {
      let isWell = true
      const server = await serve((_, response) => {
        if (isWell) response.end(JSON.stringify([jobOf('Baker'), jobOf('Miller')]))
        else FAULTS[fault]?.(response)
      })
      const options = { privateHosts: [server.host], sourceTimeoutMs: 300, maxSourceBytes: 50_000 }
      const reloader = await place.start({ addresses: [`${server.url}/jobs.json`], options })
      await reload(reloader)
      expect(listTitles(reloader)).toEqual(['Baker', 'Miller'])
      isWell = false
      expect((await reload(reloader)).failures).toHaveLength(1)
      expect(listTitles(reloader)).toEqual(['Baker', 'Miller'])
      expect(place.failing).toHaveLength(1)
    },
    60_000,
  )

  it('says that nothing has changed is read from memory', async () => {
    const server = await serve((request, response) => {
      if (request.headers['if-none-match'] === '"one"') return void response.writeHead(304).end()
      response.setHeader('etag', '"one"').end(JSON.stringify([jobOf('Baker')]))
    })
    const options = { privateHosts: [server.host] }
    const reloader = await place.start({ addresses: [`${server.url}/jobs.json`], options })
    await reload(reloader)
    expect(await reload(reloader)).toMatchObject({ outcome: 'unchanged', failures: [] })
    expect(server.requests.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"one"'])
    expect(listTitles(reloader)).toEqual(['Baker'])
  })
})
