import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Reply } from '../../src/reply.ts'
import type { CatalogVersion, KeptSource, Store } from '../../src/store/store.ts'

const NOW = new Date('2026-11-22T12:00:00.000Z')

function later(ms: number): Date {
  return new Date(NOW.getTime() + ms)
}

const DAY_MS = 86_400_000

/**
 * What every store does for whoever looks after the postings, whatever it keeps its data in.
 * @param open opens an empty store; the suite closes it
 */
export function describeUpkeepContract(name: string, open: () => Promise<Store>): void {
  describe(`upkeep store contract: ${name}`, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())

    describe('versions', () => {
      const version = (revision: string, at = NOW): CatalogVersion => ({
        at,
        memberId: 'schedule',
        cause: 'reload',
        revision,
        size: 12,
        sources: [{ id: 'lever:acme', name: 'acme (Lever)', postings: 13, rejected: 2 }],
        added: 3,
        changed: 1,
        gone: 2,
      })

      it('lists the last ones, the last one first', async () => {
        for (const revision of ['a', 'b', 'c']) await store.versions.add(version(revision))
        expect(await store.versions.list(2)).toEqual([version('c'), version('b')])
      })

      it('keeps them for a year', async () => {
        await store.versions.add(version('old', later(-1)))
        await store.versions.add(version('kept'))
        await store.deleteExpired(later(365 * DAY_MS))
        expect((await store.versions.list(9)).map(({ revision }) => revision)).toEqual(['kept'])
      })
    })

    describe('sources', () => {
      const source = (address: string, rest: Partial<KeptSource> = {}): KeptSource => ({
        address,
        isAdded: true,
        isPaused: false,
        memberId: 'discord:1',
        at: NOW,
        ...rest,
      })

      it('lists what was decided, in the order of the times', async () => {
        await store.keptSources.save(source('https://b.example.com', { at: later(5) }))
        await store.keptSources.save(source('./a', { isAdded: false, isPaused: true }))
        const [first, second] = await store.keptSources.list()
        expect(first).toEqual(source('./a', { isAdded: false, isPaused: true }))
        expect(second).toEqual(source('https://b.example.com', { at: later(5) }))
      })

      it('keeps the last decision about each, and says whether there was one to forget', async () => {
        await store.keptSources.save(source('./a'))
        await store.keptSources.save(source('./a', { isPaused: true }))
        expect(await store.keptSources.list()).toEqual([source('./a', { isPaused: true })])
        expect(await store.keptSources.remove('./a')).toBe(true)
        expect(await store.keptSources.remove('./a')).toBe(false)
        expect(await store.keptSources.list()).toEqual([])
      })
    })

    describe('calls of the command line', () => {
      const call = { id: 'admin reload', values: { 'dry-run': 'true' } } as const
      const reply: Reply = { blocks: [{ type: 'text', role: 'body', spans: [] }] }

      it('are taken once, the oldest first', async () => {
        await store.hostCalls.add('2', call, later(1))
        await store.hostCalls.add('1', { id: 'admin status', values: {} }, NOW)
        expect(await store.hostCalls.claim(later(2))).toEqual({
          id: '1',
          call: { id: 'admin status', values: {} },
        })
        expect(await store.hostCalls.claim(later(2))).toEqual({ id: '2', call })
        expect(await store.hostCalls.claim(later(2))).toBeNull()
      })

      it('are left alone once whoever asked has given up', async () => {
        await store.hostCalls.add('1', call, NOW)
        expect(await store.hostCalls.claim(later(61_000))).toBeNull()
      })

      it('show how far they are; a sign of life leaves the last word', async () => {
        await store.hostCalls.add('1', call, NOW)
        expect(await store.hostCalls.load('1')).toEqual({ state: 'waiting', reply: null, reportedAt: null })
        await store.hostCalls.claim(later(1))
        await store.hostCalls.report('1', 'running', reply, later(2))
        await store.hostCalls.report('1', 'running', null, later(3))
        expect(await store.hostCalls.load('1')).toEqual({ state: 'running', reply, reportedAt: later(3) })
        await store.hostCalls.report('1', 'done', reply, later(4))
        expect((await store.hostCalls.load('1'))?.state).toBe('done')
      })

      it('can be taken back until they are taken', async () => {
        await store.hostCalls.add('1', call, NOW)
        await store.hostCalls.add('2', call, NOW)
        expect(await store.hostCalls.withdraw('1')).toBe(true)
        expect((await store.hostCalls.claim(NOW))?.id).toBe('2')
        expect(await store.hostCalls.withdraw('2')).toBe(false)
        await store.hostCalls.remove('2')
        expect(await store.hostCalls.load('2')).toBeNull()
      })

      it('are attended while a bot says so, and for a minute after its last word', async () => {
        expect(await store.hostCalls.isAttended(NOW)).toBe(false)
        await store.hostCalls.attend('bot:1', NOW)
        await store.hostCalls.attend('bot:1', later(30_000))
        expect(await store.hostCalls.isAttended(later(89_000))).toBe(true)
        expect(await store.hostCalls.isAttended(later(91_000))).toBe(false)
        expect(await store.hostCalls.claim(NOW)).toBeNull()
        await store.hostCalls.leave('bot:1')
        expect(await store.hostCalls.isAttended(later(30_000))).toBe(false)
      })

      it('are forgotten after a day', async () => {
        await store.hostCalls.add('1', call, NOW)
        await store.deleteExpired(later(DAY_MS + 1))
        expect(await store.hostCalls.load('1')).toBeNull()
      })
    })
  })
}
