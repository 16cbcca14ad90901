import { describe, expect, it } from 'vitest'
import { type DecideSetting, decideMessage } from '../../src/alert/decide-message.ts'
import { makeDefaultOptions } from '../../src/alert/default-options.ts'
import type { Delivery } from '../../src/alert/delivery.ts'
import type { Subscription } from '../../src/alert/subscription.ts'
import type { Target } from '../../src/platform.ts'

const NOW = new Date('2026-06-01T09:00:00Z')
const TARGET: Target = { type: 'channel', platform: 'test', serverId: '1', channelId: '2' }

function makeSubscription(id: string, paused: Subscription['paused']): Subscription {
  return {
    ...makeDefaultOptions('channel', 'UTC'),
    id,
    question: id,
    target: TARGET,
    ownerId: 'test:ann',
    createdAt: NOW,
    since: NOW,
    heardAt: NOW,
    paused,
    mutedCompanies: [],
  }
}

function makeDelivery(id: number, reasons: readonly string[]): Delivery {
  return {
    id,
    target: TARGET,
    place: 'test:channel:1:2',
    postingId: `p${id}`,
    revision: '1',
    kind: 'change',
    body: { reasons: [...reasons], title: 'Baker', company: null, url: null },
    state: 'planned',
    rule: null,
    dueAt: NOW,
    plannedAt: NOW,
    messageKey: null,
    leasedUntil: null,
    attempts: 0,
    unknowns: 0,
    problem: null,
    messageId: null,
    sentAt: null,
    outcome: null,
  }
}

function decide(deliveries: readonly Delivery[], subscriptions: readonly Subscription[]) {
  const setting: DecideSetting = {
    now: NOW,
    subscriptions: new Map(subscriptions.map(one => [one.id, one])),
    dismissed: new Set(),
    entryOf: () => null,
    sentToday: () => 0,
  }
  const { message, verdicts } = decideMessage(deliveries, setting)
  return { told: message.map(({ id }) => id), stopped: verdicts.map(({ id, rule }) => [id, rule]) }
}

describe('decideMessage', () => {
  it('drops what only alerts that rest ask for', () => {
    const paused = makeSubscription('a', 'member')
    expect(decide([makeDelivery(1, ['a'])], [paused])).toEqual({ told: [], stopped: [[1, 'paused']] })
  })

  it('tells what another alert still asks for', () => {
    const subscriptions = [makeSubscription('a', 'admin'), makeSubscription('b', null)]
    expect(decide([makeDelivery(1, ['a', 'b'])], subscriptions)).toEqual({ told: [1], stopped: [] })
  })

  it('drops what came before an alert asked what it asks now, or went on', () => {
    const changed = { ...makeSubscription('a', null), since: new Date(NOW.getTime() + 1) }
    expect(decide([makeDelivery(1, ['a'])], [changed])).toEqual({ told: [], stopped: [[1, 'asked-anew']] })
    const other = makeSubscription('b', null)
    expect(decide([makeDelivery(1, ['a', 'b'])], [changed, other])).toEqual({ told: [1], stopped: [] })
  })

  it('drops what nobody asks for any more', () => {
    expect(decide([makeDelivery(1, ['gone'])], [])).toEqual({ told: [], stopped: [[1, 'deleted']] })
  })
})
