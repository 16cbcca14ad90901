import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeDefaultOptions } from '../../src/alert/default-options.ts'
import type { NewDelivery } from '../../src/alert/delivery.ts'
import { planOnly } from '../../src/alert/leave-place.ts'
import type { Sighting } from '../../src/alert/sighting.ts'
import { placeKey, type Subscription } from '../../src/alert/subscription.ts'
import type { Target } from '../../src/platform.ts'
import type { LedgerPlan, Store } from '../../src/store/store.ts'

const NOW = new Date('2026-11-22T12:00:00.000Z')
const CHANNEL: Target = { type: 'channel', platform: 'discord', serverId: '1', channelId: '2' }
const PLACE = placeKey(CHANNEL)

function later(ms: number): Date {
  return new Date(NOW.getTime() + ms)
}

function makeSubscription(id: string, changed: Partial<Subscription> = {}): Subscription {
  return {
    id,
    question: 'go “Zürich” 東京',
    target: CHANNEL,
    ownerId: 'discord:ann',
    ...makeDefaultOptions('channel', 'Europe/Berlin'),
    mutedCompanies: ['Acme'],
    paused: null,
    createdAt: NOW,
    since: NOW,
    heardAt: NOW,
    ...changed,
  }
}

function makeDelivery(postingId: string, changed: Partial<NewDelivery> = {}): NewDelivery {
  return {
    target: CHANNEL,
    place: PLACE,
    postingId,
    revision: '1',
    kind: 'posting',
    body: { reasons: ['s1'], title: `Job ${postingId}`, company: null, url: 'https://example.com/' },
    state: 'planned',
    rule: null,
    dueAt: NOW,
    ...changed,
  }
}

function makeSighting(id: string, changed: Partial<Sighting> = {}): Sighting {
  return {
    id,
    postingId: id,
    sourceName: 'board',
    firstSeen: NOW,
    lastSeen: null,
    closedSince: null,
    closedBy: null,
    openings: 1,
    isArrival: true,
    likeness: 'acme\nengineer',
    sketch: [1, 4_294_967_295],
    ...changed,
  }
}

/**
 * What every store does for alerts.
 * @param open opens an empty store; the suite closes it
 */
export function describeAlertStoreContract(name: string, open: () => Promise<Store>): void {
  describe(`alert store contract: ${name}`, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())

    const plan = (deliveries: readonly NewDelivery[], rest: Partial<LedgerPlan> = {}) =>
      store.deliveries.plan({ ...planOnly(deliveries, NOW), ...rest })
    const lease = async (postingId: string, messageKey: string, until = later(1000), now = NOW) => {
      const ids = (await store.deliveries.listByPostings([postingId])).map(({ id }) => id)
      return store.deliveries.lease({ messageKey, ids, until, now, verdicts: [] })
    }

    describe('subscriptions', () => {
      it('gives back what was added, and takes no id twice', async () => {
        expect(await store.subscriptions.add(makeSubscription('a'))).toBe(true)
        expect(await store.subscriptions.add(makeSubscription('a', { question: 'rust' }))).toBe(false)
        expect(await store.subscriptions.load('a')).toEqual(makeSubscription('a'))
        expect(await store.subscriptions.load('b')).toBeNull()
      })

      it('adds an alert and its first message together, or neither', async () => {
        const first = makeDelivery('created:a', { kind: 'created' })
        expect(await store.subscriptions.add(makeSubscription('a'), first)).toBe(true)
        expect(await store.deliveries.listByPostings(['created:a'])).toMatchObject([first])
        const other = makeDelivery('created:b', { kind: 'created' })
        expect(await store.subscriptions.add(makeSubscription('a'), other)).toBe(false)
        expect(await store.deliveries.listByPostings(['created:b'])).toEqual([])
        await expect(store.subscriptions.add(makeSubscription('b'), first)).rejects.toThrow()
        expect(await store.subscriptions.load('b')).toBeNull()
      })

      it('keeps what is saved later', async () => {
        await store.subscriptions.add(makeSubscription('a'))
        const changed = makeSubscription('a', { paused: 'gone', question: 'rust', ownerId: 'discord:bob' })
        await store.subscriptions.save(changed)
        expect(await store.subscriptions.load('a')).toEqual(changed)
      })

      it('lists those of a place, of an owner, and all of them by pages', async () => {
        const member: Target = { type: 'member', platform: 'discord', serverId: null, memberId: 'ann' }
        await store.subscriptions.add(makeSubscription('a'))
        await store.subscriptions.add(
          makeSubscription('b', { target: member, ownerId: 'discord:bob', createdAt: later(1) }),
        )
        await store.subscriptions.add(makeSubscription('c', { createdAt: later(2) }))
        const ids = (list: readonly Subscription[]) => list.map(({ id }) => id)
        expect(ids(await store.subscriptions.listByPlace(PLACE))).toEqual(['a', 'c'])
        expect(ids(await store.subscriptions.listByOwner('discord:bob'))).toEqual(['b'])
        const page = await store.subscriptions.list(1, 1)
        expect([ids(page.items), page.total]).toEqual([['b'], 3])
      })

      it('removes those of the channels of a server, and keeps those of its members', async () => {
        const target: Target = { type: 'member', platform: 'discord', serverId: '1', memberId: 'bob' }
        await store.subscriptions.add(makeSubscription('a'))
        await store.subscriptions.add(makeSubscription('b', { target }))
        await store.subscriptions.removeServer('discord:1', true)
        expect((await store.subscriptions.listAll()).map(({ id }) => id)).toEqual(['b'])
        await store.subscriptions.removeServer('discord:1')
        expect(await store.subscriptions.listAll()).toEqual([])
      })

      it('removes one, or all of a server', async () => {
        const other: Target = { ...CHANNEL, serverId: '9' }
        await store.subscriptions.add(makeSubscription('a'))
        await store.subscriptions.add(makeSubscription('b', { target: other }))
        await store.subscriptions.add(makeSubscription('c', { target: other }))
        expect(await store.subscriptions.remove('b')).toBe(true)
        expect(await store.subscriptions.remove('b')).toBe(false)
        await store.subscriptions.removeServer('discord:1')
        expect((await store.subscriptions.listAll()).map(({ id }) => id)).toEqual(['c'])
      })
    })

    describe('sightings', () => {
      it('keeps when and where a posting was seen first, whatever comes later', async () => {
        await plan([], { sightings: [makeSighting('p')], sources: ['board'] })
        const closed = makeSighting('p', {
          firstSeen: later(9),
          sourceName: 'other',
          lastSeen: later(9),
          closedSince: later(9),
          closedBy: 'gone',
        })
        await plan([], { at: later(9), sightings: [closed], sources: ['board'] })
        const kept = { ...closed, firstSeen: NOW, sourceName: 'board' }
        expect(await store.sightings.listByIds(['p'])).toEqual([kept])
        expect(await store.sightings.listSources()).toEqual([
          { name: 'board', firstSeen: NOW, lastSeen: later(9) },
        ])
      })

      it('lists by pages, by ids, and what arrived', async () => {
        const sightings = [
          makeSighting('a'),
          makeSighting('b', { postingId: 'a' }),
          makeSighting('c', { isArrival: false }),
          makeSighting('d', { firstSeen: later(-9) }),
        ]
        await plan([], { sightings })
        const ids = (list: readonly Sighting[]) => list.map(({ id }) => id)
        expect(await store.sightings.listKeys('b', 1)).toEqual([
          { id: 'c', postingId: 'c', sourceName: 'board', isOpen: true },
        ])
        expect(
          (await store.sightings.listByLikeness(['acme\nengineer', 'x'])).map(({ id }) => id).sort(),
        ).toEqual(['a', 'b', 'c', 'd'])
        expect(ids(await store.sightings.listByIds(['b', 'x']))).toEqual(['b'])
        expect(ids(await store.sightings.listByPostings(['a'])).sort()).toEqual(['a', 'b'])
        expect(await store.sightings.listArrivals(NOW)).toEqual(['a'])
      })
    })

    describe('deliveries', () => {
      it('plans the same posting and revision for a place once', async () => {
        expect(await plan([makeDelivery('p'), makeDelivery('q'), makeDelivery('p')])).toBe(2)
        expect(await plan([makeDelivery('p'), makeDelivery('p', { revision: '2' })])).toBe(1)
        const [first] = await store.deliveries.listByPostings(['p'])
        expect(first).toMatchObject({ ...makeDelivery('p'), plannedAt: NOW, attempts: 0, messageKey: null })
      })

      it('plans all or nothing', async () => {
        const broken = makeDelivery('q', { place: null as never })
        await expect(plan([makeDelivery('p'), broken], { sightings: [makeSighting('p')] })).rejects.toThrow()
        expect(await store.deliveries.listByPostings(['p', 'q'])).toEqual([])
        expect(await store.sightings.listKeys(null, 10)).toEqual([])
      })

      it('lists a place when something is due there, and not while it is sent or waits', async () => {
        await plan([makeDelivery('p', { dueAt: later(10) })])
        expect(await store.deliveries.listPlacesDue(later(9), 10)).toEqual([])
        expect(await store.deliveries.nextDue()).toEqual(later(10))
        expect(await store.deliveries.listPlacesDue(later(10), 10)).toEqual([PLACE])
        await lease('p', 'k', later(100), later(10))
        expect(await store.deliveries.listPlacesDue(later(99), 10)).toEqual([])
        expect(await store.deliveries.listPlacesDue(later(100), 10)).toEqual([PLACE])
        await store.deliveries.settle('k', { type: 'later', retryAt: later(200), problem: '429' })
        expect(await store.deliveries.listPlacesDue(later(199), 10)).toEqual([])
        expect(await store.deliveries.listPlacesDue(later(200), 10)).toEqual([PLACE])
      })

      it('leases to one only, until the lease is over', async () => {
        await plan([makeDelivery('p'), makeDelivery('q')])
        expect(await lease('p', 'one', later(100))).toBe(true)
        expect(await lease('p', 'two', later(100), later(99))).toBe(false)
        expect(await lease('p', 'three', later(300), later(100))).toBe(true)
        const [delivery] = await store.deliveries.listByPostings(['p'])
        expect(delivery).toMatchObject({ messageKey: 'three', attempts: 2, state: 'leased' })
      })

      it('leases and records many messages at the same time, each for itself', async () => {
        const ids = Array.from({ length: 30 }, (_, number) => `p${number}`)
        await plan(ids.map(id => makeDelivery(id)))
        const leased = await Promise.all([...ids, 'p3', 'p7'].map((id, at) => lease(id, `k${at}`)))
        expect(leased).toEqual([...ids.map(() => true), false, false])
        await Promise.all(
          ids.map((_, at) =>
            store.deliveries.settle(`k${at}`, { type: 'sent', messageId: `m${at}`, at: NOW, heard: [] }),
          ),
        )
        expect((await store.deliveries.listByPostings(ids)).map(({ messageId }) => messageId)).toEqual(
          ids.map((_, at) => `m${at}`),
        )
      })

      it('writes with the outcome which subscriptions were heard of', async () => {
        await store.subscriptions.add(makeSubscription('s1'))
        await store.subscriptions.add(makeSubscription('s2'))
        await plan([makeDelivery('p')])
        await lease('p', 'k')
        await store.deliveries.settle('k', { type: 'sent', messageId: 'm', at: later(5), heard: ['s1'] })
        expect((await store.subscriptions.listAll()).map(({ heardAt }) => heardAt)).toEqual([later(5), NOW])
      })

      it('records each outcome for all deliveries of a message', async () => {
        await plan(['a', 'b', 'c', 'd'].map(id => makeDelivery(id)))
        for (const id of ['a', 'b', 'c', 'd']) await lease(id, `key-${id}`)
        await store.deliveries.settle('key-a', {
          type: 'sent',
          messageId: 'm1',
          at: later(1),
          heard: [],
        })
        await store.deliveries.settle('key-b', { type: 'later', retryAt: later(9), problem: '429' })
        await store.deliveries.settle('key-c', { type: 'unknown', retryAt: later(9), problem: 'broken' })
        await store.deliveries.settle('key-d', { type: 'failed', rule: 'poison', problem: 'refused' })
        const found = await store.deliveries.listByPostings(['a', 'b', 'c', 'd'])
        expect(found).toMatchObject([
          { state: 'sent', messageId: 'm1', sentAt: later(1), messageKey: 'key-a' },
          { state: 'planned', messageKey: null, problem: '429' },
          { state: 'unknown', messageKey: 'key-c', problem: 'broken' },
          { state: 'failed', rule: 'poison', problem: 'refused' },
        ])
        expect(await store.deliveries.countMessages(PLACE, NOW)).toBe(1)
        expect(await store.deliveries.countMessages(PLACE, later(2))).toBe(0)
        expect(await store.deliveries.countStates()).toEqual({ sent: 1, planned: 1, unknown: 1, failed: 1 })
      })

      it('puts what is part of a message before what is part of none', async () => {
        await plan([makeDelivery('a'), makeDelivery('b')])
        await lease('b', 'k')
        await store.deliveries.settle('k', { type: 'unknown', retryAt: NOW, problem: 'broken' })
        const due = await store.deliveries.listDue(PLACE, later(1), 10)
        expect(due.map(({ postingId }) => postingId)).toEqual(['b', 'a'])
      })

      it('makes two messages of one', async () => {
        await plan(['a', 'b', 'c'].map(id => makeDelivery(id)))
        const ids = (await store.deliveries.listByPostings(['a', 'b', 'c'])).map(({ id }) => id)
        await store.deliveries.lease({ messageKey: 'k', ids, until: later(9), now: NOW, verdicts: [] })
        await store.deliveries.split('k', ['k1', 'k2'])
        expect((await store.deliveries.listByMessage('k1')).map(({ postingId }) => postingId)).toEqual([
          'a',
          'b',
        ])
        expect((await store.deliveries.listByMessage('k2')).map(({ postingId }) => postingId)).toEqual(['c'])
      })

      it('stops what is not sent when a posting closes, and plans it again when it is back', async () => {
        await plan([makeDelivery('p')])
        await plan([], { stopped: [{ postingId: 'p', rule: 'closed' }] })
        expect(await store.deliveries.listByPostings(['p'])).toMatchObject([
          { state: 'dropped', rule: 'closed' },
        ])
        await plan([], { at: later(5), revived: ['p'] })
        expect(await store.deliveries.listByPostings(['p'])).toMatchObject([
          { state: 'planned', rule: null, dueAt: later(5) },
        ])
      })

      it('does not plan again what a rule of its owner stopped', async () => {
        await plan([makeDelivery('p')])
        const [delivery] = await store.deliveries.listByPostings(['p'])
        await store.deliveries.judge([{ id: delivery?.id ?? 0, state: 'dropped', rule: 'muted', dueAt: NOW }])
        await plan([], { revived: ['p'] })
        expect(await store.deliveries.listByPostings(['p'])).toMatchObject([
          { state: 'dropped', rule: 'muted' },
        ])
      })

      it('asks for an edit of what was sent when its posting became another', async () => {
        await plan([makeDelivery('p'), makeDelivery('q')])
        await lease('p', 'k')
        await store.deliveries.settle('k', { type: 'sent', messageId: 'm', at: NOW, heard: [] })
        const outcome = { type: 'closed', at: later(3), changes: [] } as const
        await plan([], {
          at: later(3),
          outcomes: [
            { postingId: 'p', outcome },
            { postingId: 'q', outcome },
          ],
        })
        expect(await store.deliveries.listEditsDue(later(3), 10)).toEqual([{ messageKey: 'k', edits: 0 }])
        expect(await store.deliveries.listByPostings(['p', 'q'])).toMatchObject([
          { outcome },
          { outcome: null },
        ])
        await store.deliveries.settleEdit('k', null)
        expect(await store.deliveries.listEditsDue(later(9), 10)).toEqual([])
      })
    })

    describe('readings', () => {
      const makeReading = (key: string, body = '{}') => ({ key, facts: 'abc', body })

      it('come back by key, page by page', async () => {
        await store.readings.save(
          'v1',
          ['-c', '-a', '+b'].map(key => makeReading(key)),
        )
        expect(await store.readings.list(null, 2)).toEqual([makeReading('+b'), makeReading('-a')])
        expect(await store.readings.list('-a', 2)).toEqual([makeReading('-c')])
      })

      it('take the place of what was kept under the same key', async () => {
        await store.readings.save('v1', [makeReading('-a'), makeReading('-b')])
        await store.readings.save('v2', [makeReading('-a', '{"words":[]}')])
        await store.readings.removeOthers('v2')
        expect(await store.readings.list(null, 9)).toEqual([makeReading('-a', '{"words":[]}')])
      })

      it('go by key', async () => {
        await store.readings.save('v1', [makeReading('-a'), makeReading('-b')])
        await store.readings.remove(['-b', '-none'])
        expect(await store.readings.list(null, 9)).toEqual([makeReading('-a')])
        await store.readings.remove([])
      })
    })
  })
}
