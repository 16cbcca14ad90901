import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CatalogChange } from '../../src/catalog/catalog-change.ts'
import { AppError } from '../../src/errors.ts'
import { createLog } from '../../src/log.ts'
import type { ReloadProgress } from '../../src/reload/reload-progress.ts'
import type { FailedSource, HeldReload, ReloadResult } from '../../src/reload/reload-result.ts'
import { createReloader, type Reloader } from '../../src/reload/reloader.ts'
import type { Source } from '../../src/source/source.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { makeDocument, makeDocuments, makeSource, nameSource, type TestSource } from './make-source.ts'

let store: Store
let board: TestSource
let sources: Source[]
let now: Date
let changes: CatalogChange[]
let held: HeldReload[]
let failing: (readonly FailedSource[])[]
let reloader: Reloader

beforeEach(async () => {
  store = await openStore('sqlite::memory:')
  board = makeSource('board', makeDocuments(8, { company: 'Acme' }))
  sources = [board]
  now = new Date('2026-06-01T09:00:00Z')
  ;[changes, held, failing] = [[], [], []]
  reloader = createReloader({
    listSources: async () => sources.map(nameSource),
    store,
    log: createLog('silent'),
    now: () => now,
    limits: { maxNew: 20 },
    onChange: [async change => void changes.push(change)],
    onHeld: [async asked => void held.push(asked)],
    onFailing: [async failures => void failing.push(failures)],
  })
})
afterEach(() => store.close())

function reload(by = 'ann', isDryRun = false): Promise<ReloadResult> {
  return reloader.reload({ by, isDryRun }).result
}

function listTitles(): string[] {
  const catalog = reloader.current()?.catalog
  const entries = catalog?.entries ?? []
  return entries
    .filter(({ posting }) => catalog?.numberOf(posting.id) !== undefined)
    .map(({ posting }) => posting.title)
    .toSorted()
}

describe('reload', () => {
  it('has no catalog before the first one', () => {
    expect(reloader.current()).toBeNull()
  })

  it('puts in force what the sources hold, and says what is different', async () => {
    expect(await reload('start')).toMatchObject({ outcome: 'swapped', isFirst: true, by: 'start' })
    board.documents = [...board.documents.slice(1), makeDocument({ title: 'Data Engineer' })]
    const { outcome, diff, titles } = await reload()
    expect(outcome).toBe('swapped')
    expect(diff).toMatchObject({ changed: [], reposted: [] })
    expect([...diff.added, ...diff.gone].map(id => titles.get(id))).toEqual([
      'Data Engineer',
      'Engineer 0 · Acme',
    ])
    expect(listTitles()).toContain('Data Engineer')
    expect(listTitles()).not.toContain('Engineer 0')
  })

  it('tells listeners of each change, with the catalogs before and after', async () => {
    await reload('start')
    board.documents.push(makeDocument({ title: 'Data Engineer' }))
    await reload()
    expect(
      changes.map(({ cause, before, after, added }) => [cause, before?.size, after.size, added.length]),
    ).toEqual([
      ['start', undefined, 8, 8],
      ['reload', 8, 9, 1],
    ])
  })

  it('goes on when a listener fails', async () => {
    const broken = createReloader({
      listSources: async () => sources.map(nameSource),
      store,
      log: createLog('silent'),
      now: () => now,
      limits: { maxNew: 20 },
      onChange: [() => Promise.reject(new Error('broken')), async change => void changes.push(change)],
    })
    expect((await broken.reload({ by: 'ann', isDryRun: false }).result).outcome).toBe('swapped')
    expect(changes).toHaveLength(1)
  })

  it('names what is rejected, with path and reason', async () => {
    board.documents.push({ path: 'broken.md', reason: 'It cannot be read.' })
    const { rejected } = await reload()
    expect(rejected).toEqual([{ sourceName: 'board', path: 'broken.md', reason: 'It cannot be read.' }])
  })

  it('says that nothing is different, and keeps the step back', async () => {
    await reload('start')
    board.documents.push(makeDocument({ title: 'Data Engineer' }))
    await reload()
    expect((await reload()).outcome).toBe('unchanged')
    expect((await reloader.undo(null, 'ann')).type).toBe('undone')
    expect(listTitles()).not.toContain('Data Engineer')
  })

  it('changes nothing in a dry run, and says what would change', async () => {
    await reload('start')
    board.documents.push(makeDocument({ title: 'Data Engineer' }))
    const { outcome, diff } = await reload('ann', true)
    expect([outcome, diff.added.length]).toEqual(['dry-run', 1])
    expect(listTitles()).not.toContain('Data Engineer')
    expect(changes).toHaveLength(1)
    expect(await store.versions.list(9)).toHaveLength(1)
  })

  it('records each version: who, why, how many of each source', async () => {
    await reload('start')
    board.documents.push(makeDocument({ title: 'Data Engineer' }))
    await reload('discord:7')
    const [last, first] = await store.versions.list(9)
    expect(first).toMatchObject({ cause: 'start', memberId: 'start', size: 8 })
    expect(last).toMatchObject({
      cause: 'reload',
      memberId: 'discord:7',
      size: 9,
      added: 1,
      changed: 0,
      gone: 0,
    })
    expect(last?.sources).toEqual([{ id: 'test:board', name: 'board', postings: 9, rejected: 0 }])
    expect(last?.revision).toBe(reloader.current()?.revision)
  })

  it('writes what came of it into the audit', async () => {
    await reload('discord:7')
    const [entry] = await store.audit.list(1)
    expect(entry).toMatchObject({ memberId: 'discord:7', action: 'reload-outcome' })
    expect(entry?.detail).toMatchObject({ outcome: 'swapped', added: 8 })
  })
})

describe('a source that fails', () => {
  it('keeps what it gave before, also when it fails in the middle, while others are renewed', async () => {
    const feed = makeSource('feed', [makeDocument({ title: 'Baker' })])
    sources = [board, feed]
    await reload('start')
    board.documents = board.documents.slice(0, 2)
    board.error = new AppError('SOURCE_UNREACHABLE', 'https://board.example.com')
    feed.documents.push(makeDocument({ title: 'Data Engineer' }))
    const { failures, doubts, outcome } = await reload()
    expect(outcome).toBe('swapped')
    expect(doubts).toEqual([])
    expect(failures).toMatchObject([{ name: 'board', kept: 8 }])
    expect(failures[0]?.reason).toContain('The source cannot be reached')
    expect(listTitles()).toHaveLength(10)
  })

  it('never looks empty, and is read again once it is well', async () => {
    await reload('start')
    board.error = new Error('down')
    await reload()
    expect(listTitles()).toHaveLength(8)
    board.error = null
    board.documents.push(makeDocument({ title: 'Data Engineer' }))
    expect((await reload()).failures).toEqual([])
    expect(listTitles()).toHaveLength(9)
  })

  it('does not make the postings look younger than they are', async () => {
    await reload('start')
    now = new Date('2026-06-02T09:00:00Z')
    board.error = new Error('down')
    await reload()
    expect(reloader.current()?.loadedAt).toEqual(new Date('2026-06-01T09:00:00Z'))
  })

  it('is told once for each silence', async () => {
    await reload('start')
    board.error = new Error('down')
    await reload()
    await reload()
    expect(failing.map(failures => failures.map(({ name }) => name))).toEqual([['board']])
  })
})

describe('several at once', () => {
  it('lets a second asker join the first, with the same progress and result', async () => {
    const gate = Promise.withResolvers<void>()
    board.gate = gate.promise
    const first = reloader.reload({ by: 'ann', isDryRun: false })
    const second = reloader.reload({ by: 'bob', isDryRun: false })
    expect([first.isJoined, second.isJoined, second.by]).toEqual([false, true, 'ann'])
    gate.resolve()
    expect(await second.result).toBe(await first.result)
    expect(await store.versions.list(9)).toHaveLength(1)
  })

  it('reloads for real after a dry run that is on its way', async () => {
    const gate = Promise.withResolvers<void>()
    board.gate = gate.promise
    const dry = reloader.reload({ by: 'ann', isDryRun: true })
    const real = reloader.reload({ by: 'bob', isDryRun: false })
    expect(real.isJoined).toBe(false)
    gate.resolve()
    expect((await dry.result).outcome).toBe('dry-run')
    expect((await real.result).outcome).toBe('swapped')
    expect(reloader.isReloading()).toBe(false)
  })

  it('reads the sources anew after a reload that began before they were changed', async () => {
    const feed = makeSource('feed', makeDocuments(2, { company: 'Feedco' }))
    sources = [board, feed]
    const gate = Promise.withResolvers<void>()
    board.gate = gate.promise
    const before = reloader.reload({ by: 'ann', isDryRun: false })
    for await (const { sources: read } of before.watch(0)) if (read.length > 0) break
    sources = [board]
    const after = reloader.reload({ by: 'ann', isDryRun: false, hasNewSources: true })
    const joining = reloader.reload({ by: 'bob', isDryRun: false })
    expect([after.isJoined, joining.isJoined]).toEqual([false, true])
    gate.resolve()
    await before.result
    expect(listTitles()).toHaveLength(10)
    expect(await joining.result).toBe(await after.result)
    expect(listTitles()).toHaveLength(8)
  })

  it('shows its progress in order, in growing figures', async () => {
    const seen: ReloadProgress[] = []
    const run = reloader.reload({ by: 'ann', isDryRun: false })
    const watching = (async () => {
      for await (const progress of run.watch(0)) seen.push(progress)
    })()
    await run.result
    await watching
    const phases = seen.map(({ phase }) => phase)
    expect(phases.filter((phase, index) => phase !== phases[index - 1])).toEqual(
      ['reading', 'indexing', 'comparing'].filter(phase => phases.some(seenPhase => seenPhase === phase)),
    )
    const counts = seen.map(({ sources: [state] }) => state?.parsed ?? 0)
    expect(counts).toEqual(counts.toSorted((a, b) => a - b))
    expect(seen.at(-1)?.sources).toEqual([
      { name: 'board', state: 'done', fetched: 8, parsed: 8, rejected: 0 },
    ])
  })

  it('answers from the catalog before while it reads', async () => {
    await reload('start')
    const gate = Promise.withResolvers<void>()
    board.gate = gate.promise
    board.documents = []
    const run = reloader.reload({ by: 'ann', isDryRun: false })
    expect(reloader.isReloading()).toBe(true)
    expect(listTitles()).toHaveLength(8)
    gate.resolve()
    await run.result
  })
})

describe('what a guard holds back', () => {
  beforeEach(async () => {
    await reload('start')
    board.documents = board.documents.slice(0, 3)
  })

  it('is not in force, and an admin is asked', async () => {
    expect(await reload()).toMatchObject({ outcome: 'held', doubts: [{ type: 'source-shrank' }] })
    expect(listTitles()).toHaveLength(8)
    expect(held).toHaveLength(1)
    expect(changes).toHaveLength(1)
  })

  it('is in force once an admin confirms', async () => {
    const { revision } = await reload()
    expect(await reloader.confirm(revision, 'bob')).toMatchObject({ outcome: 'swapped', by: 'bob' })
    expect(listTitles()).toHaveLength(3)
    expect(reloader.held()).toBeNull()
    expect(await reloader.confirm(revision, 'bob')).toBeNull()
  })

  it('is not confirmed by the button of another', async () => {
    await reload()
    expect(await reloader.confirm('another', 'bob')).toBeNull()
    expect(listTitles()).toHaveLength(8)
  })

  it('is dropped when an admin discards it', async () => {
    const { revision } = await reload()
    expect(await reloader.discard(revision, 'bob')).toBe(true)
    expect(await reloader.discard(revision, 'bob')).toBe(false)
    expect(listTitles()).toHaveLength(8)
  })

  it('is asked about again each day, not with each reload', async () => {
    await reload('schedule')
    now = new Date('2026-06-01T15:00:00Z')
    await reload('schedule')
    await reloader.remind()
    expect(held).toHaveLength(1)
    now = new Date('2026-06-02T09:00:00Z')
    await reloader.remind()
    await reloader.remind()
    expect(held).toHaveLength(2)
  })

  it('is not asked about again within the day after it was discarded, but about another doubt', async () => {
    const { revision } = await reload('schedule')
    await reloader.discard(revision, 'ann')
    expect((await reload('schedule')).outcome).toBe('held')
    expect(held).toHaveLength(1)
    board.documents = [...board.documents, ...makeDocuments(30, { company: 'Fern' })]
    expect((await reload('schedule')).doubts.map(({ type }) => type)).toEqual(['many-new'])
    expect(held).toHaveLength(2)
  })

  it('is forgotten once the source is well again', async () => {
    await reload()
    board.documents = makeDocuments(8, { company: 'Acme' })
    await reload()
    expect(reloader.held()).toBeNull()
  })
})

describe('undo', () => {
  beforeEach(async () => {
    await reload('start')
    board.documents.push(makeDocument({ title: 'Data Engineer' }))
    await reload()
  })

  it('goes back to the catalog before, and tells listeners', async () => {
    const outcome = await reloader.undo(reloader.current()?.revision ?? '', 'ann')
    expect(outcome.type).toBe('undone')
    expect(listTitles()).toHaveLength(8)
    expect(changes.at(-1)).toMatchObject({ cause: 'undo', added: [] })
    expect(changes.at(-1)?.gone).toHaveLength(1)
    expect((await store.versions.list(1))[0]).toMatchObject({
      cause: 'undo',
      memberId: 'ann',
      size: 8,
      gone: 1,
    })
  })

  it('goes one step, and says so at the second', async () => {
    await reloader.undo(null, 'ann')
    expect(await reloader.undo(null, 'ann')).toEqual({ type: 'nothing-before' })
  })

  it('leaves another catalog alone than the one that was meant', async () => {
    expect(await reloader.undo('another', 'ann')).toEqual({ type: 'other-catalog' })
    expect(listTitles()).toHaveLength(9)
  })

  it('asks no more once an admin had the undone brought back', async () => {
    await reloader.undo(null, 'ann')
    await reload()
    expect(await reloader.confirm(null, 'bob')).not.toBeNull()
    const all = board.documents
    board.documents = all.slice(0, -1)
    await reload()
    board.documents = all
    expect(await reload()).toMatchObject({ outcome: 'swapped', doubts: [] })
  })

  it('asks before a reload brings the undone back', async () => {
    await reloader.undo(null, 'ann')
    expect(await reload('schedule')).toMatchObject({ outcome: 'held', doubts: [{ type: 'undone-before' }] })
    expect(listTitles()).toHaveLength(8)
  })

  it('has nothing to go back to after the first load', async () => {
    const fresh = createReloader({
      listSources: async () => sources.map(nameSource),
      store,
      log: createLog('silent'),
      now: () => now,
      limits: { maxNew: 20 },
    })
    await fresh.reload({ by: 'start', isDryRun: false }).result
    expect(await fresh.undo(null, 'ann')).toEqual({ type: 'nothing-before' })
  })
})

describe('what is hidden', () => {
  it('leaves at once, tells listeners, and stays away over reloads and undo', async () => {
    await reload('start')
    await store.hides.add({ kind: 'company', value: 'acme', memberId: 'ann', at: now })
    expect((await reloader.applyHides())?.gone).toHaveLength(8)
    expect(changes.at(-1)?.cause).toBe('hide')
    board.documents.push(makeDocument({ title: 'Data Engineer' }))
    const { diff } = await reload()
    expect(diff).toMatchObject({ gone: [], changed: [] })
    expect(diff.added).toHaveLength(1)
    expect(listTitles()).toEqual(['Data Engineer'])
    await reloader.undo(null, 'ann')
    expect(listTitles()).toEqual([])
  })

  it('stays away after a restart', async () => {
    await store.hides.add({ kind: 'company', value: 'Acme', memberId: 'ann', at: now })
    await reload('start')
    expect(listTitles()).toEqual([])
  })

  it('comes back when it is shown again', async () => {
    await store.hides.add({ kind: 'company', value: 'Acme', memberId: 'ann', at: now })
    await reload('start')
    await store.hides.remove('company', 'Acme')
    expect((await reloader.applyHides())?.added).toHaveLength(8)
    expect(listTitles()).toHaveLength(8)
  })
})
