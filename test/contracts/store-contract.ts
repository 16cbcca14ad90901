import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Action } from '../../src/action.ts'
import type { AuditEntry, Hide, Store } from '../../src/store/store.ts'

const NOW = new Date('2026-11-22T12:00:00.000Z')
const SEARCH = { type: 'search', question: 'remote go jobs', offset: 5 } as const satisfies Action
const CONVERSATION = { question: 'remote go jobs', nextOffset: 5, listedIds: ['a1', 'b2'] }

function daysLater(days: number, ms = 0): Date {
  return new Date(NOW.getTime() + days * 86_400_000 + ms)
}

/**
 * What every store does, whatever it keeps its data in.
 * @param open opens an empty store; the suite closes it
 */
export function describeStoreContract(name: string, open: () => Promise<Store>): void {
  describe(`store contract: ${name}`, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())

    describe('conversations', () => {
      it('gives back what was saved', async () => {
        await store.conversations.save('terminal:local', CONVERSATION, NOW)
        expect(await store.conversations.load('terminal:local')).toEqual({ ...CONVERSATION, savedAt: NOW })
      })

      it('forgets one that is removed, and no other', async () => {
        await store.conversations.save('a', CONVERSATION, NOW)
        await store.conversations.save('b', CONVERSATION, NOW)
        await store.conversations.remove('a')
        expect(await store.conversations.load('a')).toBeNull()
        expect(await store.conversations.load('b')).not.toBeNull()
      })

      it('gives null for a conversation it has never seen', async () => {
        await store.conversations.save('terminal:local', CONVERSATION, NOW)
        expect(await store.conversations.load('terminal:other')).toBeNull()
      })

      it('keeps the last of several saves', async () => {
        await store.conversations.save('terminal:local', CONVERSATION, NOW)
        const next = { question: 'berlin', nextOffset: 0, listedIds: [] }
        await store.conversations.save('terminal:local', next, NOW)
        expect(await store.conversations.load('terminal:local')).toMatchObject(next)
      })

      it('keeps conversations apart', async () => {
        const other = { ...CONVERSATION, question: 'berlin' }
        await store.conversations.save('slack:T1:C1:U1', CONVERSATION, NOW)
        await store.conversations.save('slack:T1:C1:U2', other, NOW)
        expect(await store.conversations.load('slack:T1:C1:U1')).toMatchObject(CONVERSATION)
        expect(await store.conversations.load('slack:T1:C1:U2')).toMatchObject(other)
      })

      it('keeps any text as it is', async () => {
        const question = `Zürich 東京 💰 "quoted" 'single' \\ ; DROP TABLE conversations; -- \n\t`
        await store.conversations.save(question, { ...CONVERSATION, question }, NOW)
        expect(await store.conversations.load(question)).toMatchObject({ ...CONVERSATION, question })
      })

      it('forgets a conversation 30 days after its last save', async () => {
        await store.conversations.save('kept', CONVERSATION, daysLater(0))
        await store.conversations.save('saved again', CONVERSATION, daysLater(-20))
        await store.conversations.save('saved again', CONVERSATION, daysLater(20))
        await store.conversations.save('old', CONVERSATION, daysLater(0, -1))
        await store.deleteExpired(daysLater(30))
        expect(await store.conversations.load('kept')).toMatchObject(CONVERSATION)
        expect(await store.conversations.load('saved again')).toMatchObject(CONVERSATION)
        expect(await store.conversations.load('old')).toBeNull()
      })
    })

    describe('people', () => {
      it('keeps the last place of each until it is taken back', async () => {
        await store.people.savePlace('ann', 'in Poland', NOW)
        await store.people.savePlace('ann', 'in Germany', daysLater(1))
        await store.people.savePlace('bob', 'in Spain', NOW)
        expect(await store.people.loadPlace('ann')).toBe('in Germany')
        await store.people.removePlace('ann')
        expect(await store.people.loadPlace('ann')).toBeNull()
        expect(await store.people.loadPlace('bob')).toBe('in Spain')
      })
    })

    describe('events', () => {
      it('are new once, and again after a day', async () => {
        expect(await store.events.claim('slack:1', NOW)).toBe(true)
        expect(await store.events.claim('slack:1', NOW)).toBe(false)
        expect(await store.events.claim('slack:2', NOW)).toBe(true)
        await store.deleteExpired(daysLater(1, 1))
        expect(await store.events.claim('slack:1', daysLater(1, 1))).toBe(true)
      })

      it('are claimed by one of several that ask at the same moment', async () => {
        const claims = await Promise.all(Array.from({ length: 8 }, () => store.events.claim('slack:3', NOW)))
        expect(claims.filter(isNew => isNew)).toHaveLength(1)
      })
    })

    describe('buttons', () => {
      const actions: readonly Action[] = [SEARCH, { type: 'show', postingId: 'p-1' }, { type: 'help' }]
      it.each(actions)('gives back the action $type', async action => {
        const key = await store.buttons.save(action, NOW)
        expect(await store.buttons.load(key, NOW)).toEqual(action)
      })

      it('makes keys of 16 characters that need no escaping anywhere', async () => {
        expect(await store.buttons.save(SEARCH, NOW)).toMatch(/^[A-Za-z0-9_-]{16}$/)
      })

      it('gives the same action the same key, whatever the order of its fields', async () => {
        const reordered: Action = { offset: 5, question: 'remote go jobs', type: 'search' }
        expect(await store.buttons.save(reordered, NOW)).toBe(await store.buttons.save(SEARCH, NOW))
      })

      it('gives different actions different keys', async () => {
        const keys = [
          await store.buttons.save(SEARCH, NOW),
          await store.buttons.save({ ...SEARCH, offset: 10 }, NOW),
          await store.buttons.save({ type: 'show', postingId: 'remote go jobs' }, NOW),
        ]
        expect(new Set(keys).size).toBe(3)
      })

      it('saves several at once under the keys that each would have alone, in the same order', async () => {
        const actions: readonly Action[] = [SEARCH, { type: 'help' }, SEARCH]
        const keys = await store.buttons.saveAll(actions, NOW)
        const alone = [await store.buttons.save(SEARCH, NOW), await store.buttons.save({ type: 'help' }, NOW)]
        expect(keys).toEqual([alone[0], alone[1], alone[0]])
        expect(await store.buttons.saveAll([], NOW)).toEqual([])
        for (const [index, key] of keys.entries())
          expect(await store.buttons.load(key, NOW)).toEqual(actions[index])
      })

      it('gives back every kind of action', async () => {
        const actions: readonly Action[] = [
          { ...SEARCH, revision: 'r1', asker: 'discord:1' },
          { type: 'share', question: 'go', offset: 4 },
          { type: 'edit', question: 'go', asker: 'discord:1' },
          { type: 'stats' },
        ]
        const keys = await store.buttons.saveAll(actions, NOW)
        for (const [index, key] of keys.entries())
          expect(await store.buttons.load(key, NOW)).toEqual(actions[index])
      })

      it('gives null for a key it has never made', async () => {
        await store.buttons.save(SEARCH, NOW)
        expect(await store.buttons.load('0000000000000000', NOW)).toBeNull()
      })

      it('knows a key for seven days', async () => {
        const key = await store.buttons.save(SEARCH, NOW)
        expect(await store.buttons.load(key, daysLater(7))).toEqual(SEARCH)
        expect(await store.buttons.load(key, daysLater(7, 1))).toBeNull()
      })

      it('counts the seven days from the last save', async () => {
        const key = await store.buttons.save(SEARCH, NOW)
        await store.buttons.save(SEARCH, daysLater(6))
        expect(await store.buttons.load(key, daysLater(13))).toEqual(SEARCH)
      })

      it('deletes the keys that are past their time and no others', async () => {
        const old = await store.buttons.save(SEARCH, daysLater(0, -1))
        const kept = await store.buttons.save({ type: 'help' }, NOW)
        await store.deleteExpired(daysLater(7))
        // Asked as of then, when both were in their time: what is gone is gone from the store itself.
        expect(await store.buttons.load(old, NOW)).toBeNull()
        expect(await store.buttons.load(kept, NOW)).toEqual({ type: 'help' })
      })
    })

    describe('marks', () => {
      const keep = (id: string) => ({ postingId: id, title: `Title ${id}`, company: null, url: null })

      it('lists what a member marked, the last one first, as it was', async () => {
        await store.marks.save('discord:1', 'saved', keep('a'), NOW)
        const full = { ...keep('b'), company: 'Zürich AG', url: 'https://example.com/b' }
        await store.marks.save('discord:1', 'saved', full, daysLater(1))
        expect(await store.marks.list('discord:1', 'saved')).toEqual([full, keep('a')])
        expect([...(await store.marks.listIds('discord:1', 'saved'))].sort()).toEqual(['a', 'b'])
      })

      it('keeps members and kinds of marks apart', async () => {
        await store.marks.save('discord:1', 'saved', keep('a'), NOW)
        expect(await store.marks.list('discord:2', 'saved')).toEqual([])
        expect(await store.marks.listIds('discord:1', 'dismissed')).toEqual([])
      })

      it('keeps a posting once that is marked twice, as it was the last time', async () => {
        await store.marks.save('discord:1', 'saved', keep('a'), NOW)
        await store.marks.save('discord:1', 'saved', { ...keep('a'), title: 'New title' }, daysLater(1))
        expect(await store.marks.list('discord:1', 'saved')).toEqual([{ ...keep('a'), title: 'New title' }])
      })

      it('takes back one mark and leaves the others, however old they are', async () => {
        for (const mark of ['saved', 'dismissed'] as const)
          await store.marks.save('discord:1', mark, keep('a'), NOW)
        await store.marks.remove('discord:1', 'saved', 'a')
        await store.deleteExpired(daysLater(3650))
        expect(await store.marks.listIds('discord:1', 'saved')).toEqual([])
        expect(await store.marks.listIds('discord:1', 'dismissed')).toEqual(['a'])
      })
    })

    describe('servers', () => {
      const settings = { answers: 'place', channels: ['1', '2'], listens: ['2'] } as const

      it('gives null for a server that nobody has changed', async () => {
        expect(await store.servers.load('discord:1')).toBeNull()
      })

      it('keeps the last settings of each server, and forgets one that is removed', async () => {
        await store.servers.save('discord:1', { ...settings, answers: 'asker' }, NOW)
        await store.servers.save('discord:1', settings, NOW)
        await store.servers.save('slack:T1', { ...settings, channels: [] }, NOW)
        expect(await store.servers.load('discord:1')).toEqual(settings)
        await store.servers.remove('discord:1')
        expect(await store.servers.load('discord:1')).toBeNull()
        expect(await store.servers.load('slack:T1')).toEqual({ ...settings, channels: [] })
      })
    })

    describe('audit', () => {
      const entry = (action: string, at = NOW): AuditEntry => ({
        at,
        memberId: 'discord:1',
        place: { platform: 'discord', serverId: '2', channelId: '3' },
        action,
        detail: { question: 'go', values: { answers: ['place'] } },
        isAllowed: true,
      })

      it('lists the last entries, the last one first', async () => {
        await store.audit.add(entry('one'))
        await store.audit.add({ ...entry('two'), isAllowed: false, place: null, detail: null })
        await store.audit.add(entry('three'))
        expect(await store.audit.list(2)).toEqual([
          entry('three'),
          { ...entry('two'), isAllowed: false, place: null, detail: null },
        ])
      })

      it('keeps entries for a year', async () => {
        await store.audit.add(entry('old', daysLater(0, -1)))
        await store.audit.add(entry('kept'))
        await store.deleteExpired(daysLater(365))
        expect((await store.audit.list(9)).map(({ action }) => action)).toEqual(['kept'])
      })
    })

    describe('hides', () => {
      const hide = (value: string, days: number): Hide => ({
        kind: 'company',
        value,
        memberId: 'discord:1',
        at: daysLater(days),
      })

      it('lists what is hidden, the oldest first, each once', async () => {
        await store.hides.add(hide('Later', 1))
        await store.hides.add(hide('First', 0))
        await store.hides.add(hide('First', 2))
        expect(await store.hides.list()).toEqual([hide('First', 0), hide('Later', 1)])
      })

      it('shows again what was hidden, and says whether it was', async () => {
        await store.hides.add(hide('First', 0))
        expect(await store.hides.remove('domain', 'First')).toBe(false)
        expect(await store.hides.remove('company', 'First')).toBe(true)
        expect(await store.hides.remove('company', 'First')).toBe(false)
        expect(await store.hides.list()).toEqual([])
      })
    })

    it('takes many saves at once', async () => {
      const ids = Array.from({ length: 50 }, (_, index) => `c${index}`)
      await Promise.all(ids.map(id => store.conversations.save(id, { ...CONVERSATION, question: id }, NOW)))
      const loaded = await Promise.all(ids.map(id => store.conversations.load(id)))
      expect(loaded.map(conversation => conversation?.question)).toEqual(ids)
    })
  })
}

/**
 * What a store does that outlives its process.
 * @param place gives the address of a place that is empty yet; `open` opens it, any number of times
 */
export function describeLastingStoreContract(
  name: string,
  place: () => string,
  open: (databaseUrl: string) => Promise<Store>,
): void {
  describe(`lasting store contract: ${name}`, () => {
    it('remembers over a restart', async () => {
      const databaseUrl = place()
      const before = await open(databaseUrl)
      await before.conversations.save('terminal:local', CONVERSATION, NOW)
      const key = await before.buttons.save(SEARCH, NOW)
      await before.close()
      const after = await open(databaseUrl)
      expect(await after.conversations.load('terminal:local')).toMatchObject(CONVERSATION)
      expect(await after.buttons.load(key, NOW)).toEqual(SEARCH)
      await after.close()
    })

    it('shows one connection what another has saved', async () => {
      const databaseUrl = place()
      const [first, second] = [await open(databaseUrl), await open(databaseUrl)]
      await first.conversations.save('terminal:local', CONVERSATION, NOW)
      expect(await second.conversations.load('terminal:local')).toMatchObject(CONVERSATION)
      await second.conversations.save('terminal:local', { ...CONVERSATION, nextOffset: 10 }, NOW)
      expect((await first.conversations.load('terminal:local'))?.nextOffset).toBe(10)
      await first.close()
      await second.close()
    })

    it('makes its tables once when opened several times at the same moment', async () => {
      const databaseUrl = place()
      const stores = await Promise.all([open(databaseUrl), open(databaseUrl), open(databaseUrl)])
      await Promise.all(
        stores.map((store, index) => store.conversations.save(`c${index}`, CONVERSATION, NOW)),
      )
      expect(await stores[0]?.conversations.load('c2')).toMatchObject(CONVERSATION)
      await Promise.all(stores.map(store => store.close()))
    })
  })
}
