import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeDefaultOptions } from '../../src/alert/default-options.ts'
import { leavePlace } from '../../src/alert/leave-place.ts'
import { placeKey, type Subscription } from '../../src/alert/subscription.ts'
import type { Target } from '../../src/platform.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'

const NOW = new Date('2026-06-01T09:00:00Z')
const CHANNEL: Target = { type: 'channel', platform: 'discord', serverId: '1', channelId: '2' }

let store: Store
beforeEach(async () => {
  store = await openStore('sqlite::memory:')
})
afterEach(() => store.close())

function makeSubscription(id: string, changed: Partial<Subscription>): Subscription {
  return {
    ...makeDefaultOptions('channel', 'UTC'),
    id,
    question: id,
    target: CHANNEL,
    ownerId: 'discord:ann',
    createdAt: NOW,
    since: NOW,
    heardAt: NOW,
    paused: null,
    mutedCompanies: [],
    ...changed,
  }
}

describe('leavePlace', () => {
  it('tells each owner once of the alerts that rest by it, and of none that rested before', async () => {
    await store.subscriptions.add(makeSubscription('a', {}))
    await store.subscriptions.add(makeSubscription('b', {}))
    await store.subscriptions.add(makeSubscription('c', { ownerId: 'discord:bob', paused: 'member' }))
    await leavePlace(store, placeKey(CHANNEL), NOW)
    await leavePlace(store, placeKey(CHANNEL), NOW)
    const kept = await store.subscriptions.listAll()
    expect(kept.map(({ id, paused }) => [id, paused])).toEqual([
      ['a', 'gone'],
      ['b', 'gone'],
      ['c', 'member'],
    ])
    expect(await store.deliveries.listOpen('discord:member:bob')).toEqual([])
    expect(await store.deliveries.listOpen('discord:member:ann')).toMatchObject([
      { kind: 'gone-place', body: { reasons: ['a', 'b'] } },
    ])
  })
})
