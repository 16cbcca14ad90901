import { describe, expect, it } from 'vitest'
import { createMetrics } from '../src/metrics.ts'
import type { Outbox, Target } from '../src/platform.ts'

const NOW = new Date('2026-06-01T09:00:00Z')
const LOADED = new Date('2026-06-01T08:00:00Z')
const TARGET: Target = { type: 'channel', platform: 'slack', serverId: 'T1', channelId: 'C1' }
const REQUEST = {
  conversationId: 'slack:1',
  content: { type: 'press', key: 'abc' },
  pageSize: 4,
  place: { platform: 'slack', serverId: 'T1', channelId: 'C1' },
} as const

const OUTBOX: Outbox = {
  send: async () => ({ type: 'later', afterMs: 1, reason: 'ratelimited' }),
  sendBelow: async () => ({ type: 'sent', messageId: '1' }),
  edit: async () => ({ type: 'sent', messageId: '1' }),
  find: async () => ({ type: 'sent', messageId: 'found' }),
  findStanding: async () => 'unknown',
}

describe('createMetrics', () => {
  it('counts and times answers by platform and by what was done', async () => {
    const metrics = createMetrics(
      () => null,
      () => NOW,
    )
    const handle = metrics.measureHandle(async () => ({ blocks: [] }))
    await handle(REQUEST)
    await handle({ ...REQUEST, content: { type: 'text', text: 'go' } })
    expect(await metrics.print()).toContain('rolecall_answer_seconds_count{platform="slack",kind="press"} 1')
    expect(await metrics.print()).toContain('rolecall_answer_seconds_count{platform="slack",kind="text"} 1')
  })

  it('counts answers that fail, and lets the failure through', async () => {
    const metrics = createMetrics(
      () => null,
      () => NOW,
    )
    const handle = metrics.measureHandle(() => Promise.reject(new Error('no')))
    await expect(handle(REQUEST)).rejects.toThrow('no')
    expect(await metrics.print()).toContain('rolecall_answer_seconds_count{platform="slack",kind="press"} 1')
  })

  it('counts what became of messages, and changes nothing about them', async () => {
    const metrics = createMetrics(
      () => null,
      () => NOW,
    )
    const outbox = metrics.measureOutbox('slack', OUTBOX)
    expect(await outbox.send(TARGET, { blocks: [] }, 'key')).toMatchObject({ type: 'later' })
    await outbox.sendBelow(TARGET, '1', { blocks: [] }, 'key')
    await outbox.edit(TARGET, '1', { blocks: [] })
    expect(await outbox.find(TARGET, 'key')).toEqual({ type: 'sent', messageId: 'found' })
    expect(await metrics.print()).toContain('rolecall_messages_total{platform="slack",outcome="later"} 1')
    expect(await metrics.print()).toContain('rolecall_messages_total{platform="slack",outcome="sent"} 2')
  })

  it('says how many postings there are and how old they are, and how the event loop does', async () => {
    const text = await createMetrics(
      () => ({ size: 42, loadedAt: LOADED }),
      () => NOW,
    ).print()
    expect(text).toContain('rolecall_postings 42')
    expect(text).toContain('rolecall_postings_age_seconds 3600')
    expect(text).toMatch(/nodejs_eventloop_lag_p99_seconds \d/)
  })

  it('says that there are none', async () => {
    const text = await createMetrics(
      () => null,
      () => NOW,
    ).print()
    expect(text).toContain('rolecall_postings 0')
    expect(text).toContain('rolecall_postings_age_seconds Nan')
  })
})
