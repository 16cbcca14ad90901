import { WebClient } from '@slack/web-api'
import { afterEach, describe, expect, it } from 'vitest'
import { createSlackOutbox } from '../../../adapters/slack/outbox.ts'
import { createLog } from '../../../src/log.ts'
import type { Target } from '../../../src/platform.ts'
import { textBlock } from '../../../src/reply.ts'
import type { FakeSlackOptions } from '../../fakes/slack/fake-slack.ts'
import { type RolecallOptions, textOf, titlesOf, trackRolecalls } from './open-rolecall.ts'

const rolecalls = trackRolecalls()
afterEach(rolecalls.closeAll)

const KEY = 'delivery-0123456789abcdef'
const say = (text: string) => ({ blocks: [textBlock('body', text)] })

async function open(options: RolecallOptions & FakeSlackOptions = {}) {
  const rolecall = await rolecalls.open(options)
  const { slack, channel, user } = rolecall
  const where = { platform: 'slack', serverId: slack.workspace.id } as const
  return {
    ...rolecall,
    target: { type: 'channel', ...where, channelId: channel.id } satisfies Target,
    member: { type: 'member', ...where, memberId: `slack:${user.id}` } satisfies Target,
  }
}

describe('the outbox of Slack', () => {
  it('posts to a channel with its key, pings nobody and shows no previews', async () => {
    const { slack, channel, outbox, target } = await open()
    const outcome = await outbox.send(target, say('<!channel> @here new'), KEY)
    const [message] = slack.messages(channel)
    expect(outcome).toEqual({ type: 'sent', messageId: message?.ts })
    expect(message?.metadata).toMatchObject({ event_payload: { key: KEY } })
    expect(message && slack.pings(message)).toEqual([])
  })

  it('posts to a member by direct message, in a thread below a message, and changes one', async () => {
    const { slack, user, outbox, member } = await open()
    const first = await outbox.send(member, say('one'), KEY)
    const messageId = first.type === 'sent' ? first.messageId : ''
    await outbox.sendBelow(member, messageId, say('below'), KEY)
    await outbox.edit(member, messageId, say('changed'))
    const dm = slack.openDm(user)
    expect(slack.messages(dm, { thread: { ts: messageId } }).map(textOf)).toEqual(['changed', 'below'])
  })

  it.each([
    ['channel_not_found', 'gone'],
    ['not_in_channel', 'gone'],
    ['is_archived', 'gone'],
    ['msg_too_long', 'refused'],
    ['token_revoked', 'later'],
    ['fatal_error', 'unknown'],
  ])('says of %s that it is %s', async (error, type) => {
    const { slack, outbox, target } = await open()
    slack.faults.refuse(error, { method: 'chat.postMessage' })
    expect(await outbox.send(target, say('one'), KEY)).toMatchObject({ type, reason: error })
  })

  it('says in what state channels and people really are', async () => {
    const { slack, channel, outbox, target, member, user } = await open()
    slack.archive(channel)
    expect(await outbox.send(target, say('one'), KEY)).toMatchObject({ type: 'gone', reason: 'is_archived' })
    slack.setUser(user, { isDeleted: true })
    expect((await outbox.send(member, say('one'), KEY)).type).toBe('gone')
    const nowhere = { ...target, channelId: 'C0NOWHERE' }
    expect((await outbox.send(nowhere, say('one'), KEY)).type).toBe('gone')
  })

  it('says how long Slack asks to wait, and does not wait itself', async () => {
    const { slack, outbox, target } = await open()
    slack.faults.limit(30, { method: 'chat.postMessage' })
    const before = performance.now()
    expect(await outbox.send(target, say('one'), KEY)).toMatchObject({ type: 'later', afterMs: 30_000 })
    expect(performance.now() - before).toBeLessThan(3000)
  })

  it('does not know whether a message arrived whose answer was lost, and tries nothing again', async () => {
    const { slack, channel, outbox, target } = await open()
    slack.faults.reset({ method: 'chat.postMessage' }, { carriedOut: true })
    expect((await outbox.send(target, say('one'), KEY)).type).toBe('unknown')
    expect(slack.messages(channel)).toHaveLength(1)
  })

  it('knows that nothing was posted where the conversation could not be opened', async () => {
    const { slack, outbox, member } = await open()
    slack.faults.fail({ method: 'conversations.open' })
    expect((await outbox.send(member, say('one'), KEY)).type).toBe('later')
  })

  it('draws plainly where Slack does not take cards', async () => {
    const { slack, channel, outbox, target } = await open()
    slack.faults.refuse('invalid_blocks', { method: 'chat.postMessage' })
    expect((await outbox.send(target, say('one'), KEY)).type).toBe('sent')
    expect(slack.messages(channel)).toHaveLength(1)
  })

  it('never delays an answer, however slow and limited its own posts are', async () => {
    const { slack, channel, user, outbox, target } = await open()
    slack.faults.slow(3000, { method: 'chat.postMessage', times: 3 })
    const sending = [1, 2, 3].map(number => outbox.send(target, say(`${number}`), KEY))
    slack.faults.limit(30, { method: 'chat.update' })
    await outbox.edit(target, '1.1', say('x'))
    const before = performance.now()
    const list = await slack.slash(user, '/jobs', 'go jobs', { channel }).response()
    expect(titlesOf(list)).toHaveLength(4)
    expect(performance.now() - before).toBeLessThan(2500)
    await Promise.all(sending)
  }, 20_000)

  it('keeps a pace in each channel, and none between channels', async () => {
    const { slack, channel, target } = await open()
    const elsewhere = slack.addChannel('elsewhere')
    const client = new WebClient(slack.token, { slackApiUrl: slack.url })
    const outbox = createSlackOutbox({ client, cardStyle: 'card', log: createLog('silent'), paceMs: 300 })
    const before = performance.now()
    await Promise.all([
      outbox.send(target, say('one'), KEY),
      outbox.send(target, say('two'), KEY),
      outbox.send(target, say('three'), KEY),
      outbox.send({ ...target, channelId: elsewhere.id }, say('four'), KEY),
    ])
    expect(performance.now() - before).toBeGreaterThan(590)
    expect(slack.messages(channel).map(textOf)).toEqual(['one', 'two', 'three'])
    const times = [...slack.messages(channel), ...slack.messages(elsewhere)].map(({ ts }) => Number(ts))
    expect(times[3]).toBeLessThan(times[1] ?? 0)
  })

  it('tells a member from a guest, a bot, who has left, and who is not there', async () => {
    const { slack, outbox, user, other } = await open()
    const find = (id: string) => outbox.findStanding(slack.workspace.id, `slack:${id}`)
    expect(await Promise.all([user.id, slack.bot.id, 'U0NOBODY', 'USLACKBOT'].map(find))).toEqual([
      'member',
      'bot',
      'absent',
      'bot',
    ])
    slack.setUser(other, { role: 'guest' })
    expect(await find(other.id)).toBe('guest')
    slack.setUser(other, { isDeleted: true })
    expect(await find(other.id)).toBe('absent')
    slack.faults.limit(30, { method: 'users.info' })
    expect(await find(user.id)).toBe('unknown')
  })
})
