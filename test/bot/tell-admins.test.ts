import { describe, expect, it } from 'vitest'
import { createTellAdmins } from '../../src/bot/tell-admins.ts'
import { createLog } from '../../src/log.ts'
import type { Outbox, SendOutcome, Target } from '../../src/platform.ts'
import { textBlock } from '../../src/reply.ts'

const REPLY = { blocks: [textBlock('body', 'hello')] }

function makeOutbox(outcome: SendOutcome) {
  const sent: { target: Target; key: string }[] = []
  const outbox: Outbox = {
    send: async (target, _, key) => {
      sent.push({ target, key })
      return outcome
    },
    sendBelow: async () => outcome,
    edit: async () => outcome,
    find: async () => null,
    findStanding: async () => 'unknown',
  }
  return { sent, outboxes: new Map([['discord', outbox]]) }
}

describe('createTellAdmins', () => {
  it('posts to the channel that the settings name, each time under another key', async () => {
    const { sent, outboxes } = makeOutbox({ type: 'sent', messageId: '9' })
    const tell = createTellAdmins('discord:12:3', outboxes, createLog('silent'))
    expect([await tell(REPLY), await tell(REPLY)]).toEqual([true, true])
    expect(sent[0]?.target).toEqual({
      type: 'channel',
      platform: 'discord',
      serverId: null,
      channelId: '12:3',
    })
    expect(new Set(sent.map(({ key }) => key)).size).toBe(2)
    for (const { key } of sent) expect(key.length).toBeLessThanOrEqual(25)
  })

  it('says that nobody was told where there is no channel or no such platform', async () => {
    const { sent, outboxes } = makeOutbox({ type: 'sent', messageId: '9' })
    for (const channel of [null, 'slack:1'])
      expect(await createTellAdmins(channel, outboxes, createLog('silent'))(REPLY)).toBe(false)
    expect(sent).toEqual([])
  })

  it.each(['gone', 'refused', 'unknown'] as const)('says that nobody was told after “%s”', async type => {
    const { outboxes } = makeOutbox({ type, reason: 'why' })
    expect(await createTellAdmins('discord:1', outboxes, createLog('silent'))(REPLY)).toBe(false)
  })
})
