import { describe, expect, it } from 'vitest'
import { makeDefaultOptions } from '../../src/alert/default-options.ts'
import type { Subscription } from '../../src/alert/subscription.ts'
import { makeAlertReply } from '../../src/reply/alert-reply.ts'

const NOW = new Date('2026-06-01T09:00:00Z')

function makeSubscription(id: string): Subscription {
  return {
    ...makeDefaultOptions('channel', 'UTC'),
    id,
    question: id,
    target: { type: 'channel', platform: 'test', serverId: 'S1', channelId: 'C1' },
    ownerId: 'test:ann',
    createdAt: NOW,
    since: NOW,
    heardAt: NOW,
    paused: null,
    mutedCompanies: [],
  }
}

function say(...ids: readonly string[]): string {
  const subscriptions = ids.map(makeSubscription)
  const blocks = makeAlertReply({ type: 'gone-place', key: 'key', subscriptions, now: NOW })
  return blocks
    .flatMap(block => (block.type === 'text' ? [block.spans.map(({ text }) => text).join('')] : []))
    .join(' ')
}

describe('the word that a place is gone', () => {
  it('says how the one alert goes on', () => {
    expect(say('aaaaa')).toContain('so I let it rest')
    expect(say('aaaaa')).toContain('pause aaaaa resume” in that channel lets it go on.')
  })

  it('names the other alerts too', () => {
    expect(say('aaaaa', 'bbbbb', 'ccccc')).toContain('so I let them rest')
    expect(say('aaaaa', 'bbbbb', 'ccccc')).toContain('the others are bbbbb, ccccc.')
  })
})
