import { PermissionFlagsBits } from 'discord.js'
import { afterEach, describe, expect, it } from 'vitest'
import { createOutbox } from '../../../adapters/discord/outbox.ts'
import type { Target } from '../../../src/platform.ts'
import { textBlock } from '../../../src/reply.ts'
import { trackOpened } from '../../fakes/discord/track-opened.ts'
import { textOf } from './open-rolecall.ts'

const fakes = trackOpened()
afterEach(fakes.closeAll)

const KEY = 'delivery-0123456789abcdef'
const say = (text: string) => ({ blocks: [textBlock('body', text)] })

async function open() {
  const discord = await fakes.start()
  const guild = discord.addGuild('Server')
  const channel = discord.addChannel(guild, 'jobs')
  const user = discord.addUser('Reader')
  discord.addMember(guild, user)
  const posts = { method: 'POST', path: `/channels/${channel.id}/messages` }
  return {
    discord,
    channel,
    user,
    posts,
    outbox: createOutbox({ token: discord.token, apiUrl: discord.url }),
    target: { type: 'channel', platform: 'discord', serverId: guild.id, channelId: channel.id } as Target,
    member: {
      type: 'member',
      platform: 'discord',
      serverId: guild.id,
      memberId: `discord:${user.id}`,
    } as Target,
  }
}

describe('the outbox of Discord', () => {
  it('posts once under a key, pings nobody, and finds it again', async () => {
    const { discord, channel, outbox, target } = await open()
    const first = await outbox.send(target, say('@everyone hello'), KEY)
    expect(await outbox.send(target, say('@everyone hello'), KEY)).toEqual(first)
    const [message, ...others] = discord.messages(channel)
    expect(others).toEqual([])
    expect(first).toEqual({ type: 'sent', messageId: message?.id })
    expect(message?.mention_everyone).toBe(false)
    expect(discord.requests.find(({ method }) => method === 'POST')?.body).toMatchObject({
      nonce: KEY,
      enforce_nonce: true,
      allowed_mentions: { parse: [], replied_user: false },
    })
    expect(await outbox.find(target, KEY)).toEqual({ type: 'sent', messageId: message?.id })
    expect(await outbox.find(target, 'another key')).toBeNull()
  })

  it('finds among several, also after Discord forgot the nonce', async () => {
    const { discord, outbox, target } = await open()
    const ids = []
    for (const key of ['one', 'two', 'three']) {
      const outcome = await outbox.send(target, say(key), key)
      ids.push(outcome.type === 'sent' ? outcome.messageId : outcome.type)
    }
    discord.clock.advance(3_600_000)
    expect(await outbox.find(target, 'two')).toEqual({ type: 'sent', messageId: ids[1] })
  })

  it('changes a message, without pings', async () => {
    const { discord, channel, outbox, target } = await open()
    const sent = await outbox.send(target, say('open'), KEY)
    const messageId = sent.type === 'sent' ? sent.messageId : ''
    expect(await outbox.edit(target, messageId, say('closed @here'))).toEqual(sent)
    const [message] = discord.messages(channel)
    expect(textOf(message ?? {})).toContain('closed')
    expect(discord.requests.find(({ method }) => method === 'PATCH')?.body).toMatchObject({
      allowed_mentions: { parse: [] },
    })
  })

  it('answers a posted message below it, or beside it where it may not refer to it', async () => {
    const { discord, channel, outbox, target } = await open()
    const sent = await outbox.send(target, say('open'), KEY)
    const messageId = sent.type === 'sent' ? sent.messageId : ''
    await outbox.sendBelow(target, messageId, say('closed'), 'below')
    expect(discord.messages(channel)[1]?.message_reference?.message_id).toBe(messageId)
    const deny = PermissionFlagsBits.ReadMessageHistory
    discord.setOverwrites(channel, [{ target: discord.bot, kind: 'member', deny }])
    expect(await outbox.sendBelow(target, messageId, say('closed'), 'beside')).toMatchObject({ type: 'sent' })
    expect(discord.messages(channel)[2]?.message_reference).toBeUndefined()
  })

  it('writes to a member, opening the conversation once', async () => {
    const { discord, user, outbox, member } = await open()
    for (const key of ['one', 'two']) await outbox.send(member, say(key), key)
    expect(discord.messages(discord.openDm(user)).map(textOf)).toEqual(['one', 'two'])
    expect(discord.requests.filter(({ path }) => path === '/users/@me/channels')).toHaveLength(1)
    expect(await outbox.find(member, 'two')).toEqual({
      type: 'sent',
      messageId: discord.messages(discord.openDm(user))[1]?.id,
    })
  })

  it('does not open many conversations at once: the eleventh waits', async () => {
    const { discord, outbox, member } = await open()
    const [guild] = [{ id: member.serverId ?? '' }]
    const outcomes = []
    for (let count = 0; count < 11; count++) {
      const reader = discord.addUser(`Reader ${count}`)
      discord.addMember(guild, reader)
      outcomes.push(await outbox.send({ ...member, memberId: reader.id } as Target, say('hello'), `${count}`))
    }
    expect(outcomes.map(({ type }) => type)).toEqual([...Array(10).fill('sent'), 'later'])
    expect(outcomes[10]).toMatchObject({ afterMs: expect.any(Number) })
  })

  it.each(['user', 'global', 'shared'] as const)(
    'says how long to wait after 429 (%s) instead of waiting',
    async scope => {
      const { discord, channel, outbox, target, posts } = await open()
      discord.faults.limit(posts, { retryAfterMs: 30_000, scope })
      const began = performance.now()
      const outcome = await outbox.send(target, say('hello'), KEY)
      expect(performance.now() - began).toBeLessThan(5000)
      expect(outcome).toMatchObject({ type: 'later', reason: expect.stringContaining('rate limit') })
      const afterMs = outcome.type === 'later' ? outcome.afterMs : 0
      expect(afterMs).toBeGreaterThan(29_000)
      expect(afterMs).toBeLessThan(35_000)
      expect(discord.messages(channel)).toEqual([])
    },
  )

  it('does not hold up another channel while one has to wait', async () => {
    const { discord, outbox, target, posts } = await open()
    discord.faults.limit(posts, { retryAfterMs: 30_000 })
    const elsewhere = discord.addChannel({ id: target.serverId ?? '' }, 'elsewhere')
    const other = { ...target, channelId: elsewhere.id } as Target
    const outcomes = await Promise.all([
      outbox.send(target, say('a'), 'a'),
      outbox.send(other, say('b'), 'b'),
    ])
    expect(outcomes.map(({ type }) => type)).toEqual(['later', 'sent'])
  })

  it.each([false, true])(
    'tries once more where nobody can tell (carried out: %s), and posts once',
    async carriedOut => {
      const { discord, channel, outbox, target, posts } = await open()
      discord.faults.fail(posts, { status: 502, carriedOut })
      expect(await outbox.send(target, say('hello'), KEY)).toMatchObject({ type: 'sent' })
      discord.faults.reset(posts, { carriedOut })
      expect(await outbox.send(target, say('hello'), 'other')).toMatchObject({ type: 'sent' })
      expect(discord.messages(channel)).toHaveLength(2)
    },
  )

  it('says that nobody can tell when it stays so', async () => {
    const { discord, channel, outbox, target, posts } = await open()
    discord.faults.fail({ ...posts, times: 1 }, { carriedOut: true })
    discord.faults.limit(posts, { retryAfterMs: 1000 })
    expect(await outbox.send(target, say('hello'), KEY)).toEqual({ type: 'unknown', reason: 'HTTP 500' })
    expect(await outbox.find(target, KEY)).toEqual({
      type: 'sent',
      messageId: discord.messages(channel)[0]?.id,
    })
  })

  it('says that nothing was posted where no connection stood', async () => {
    const { discord, target } = await open()
    const away = createOutbox({ token: discord.token, apiUrl: 'http://127.0.0.1:9/api' })
    expect(await away.send(target, say('hello'), KEY)).toMatchObject({ type: 'later' })
    expect(await away.find(target, KEY)).toMatchObject({ type: 'later' })
  })

  it('takes a look that failed for no answer', async () => {
    const { discord, outbox, target, posts } = await open()
    const looks = { ...posts, method: 'GET' } as const
    expect(await outbox.send(target, say('hello'), KEY)).toMatchObject({ type: 'sent' })
    discord.faults.fail(looks)
    expect(await outbox.find(target, KEY)).toEqual({ type: 'unknown', reason: 'HTTP 500' })
    discord.faults.limit(looks, { retryAfterMs: 1000 })
    expect(await outbox.find(target, KEY)).toMatchObject({ type: 'later' })
    expect(await outbox.find(target, KEY)).toMatchObject({ type: 'sent' })
  })

  it.each([10003, 50001, 50013] as const)('says that the place is gone after %i', async code => {
    const { discord, outbox, target, posts } = await open()
    discord.faults.refuse(code, posts)
    expect(await outbox.send(target, say('hello'), KEY)).toMatchObject({
      type: 'gone',
      reason: expect.stringContaining(String(code)),
    })
  })

  it('says that a member is gone who closed their direct messages', async () => {
    const { discord, user, outbox, member } = await open()
    discord.closeDms(user)
    expect(await outbox.send(member, say('hello'), KEY)).toMatchObject({ type: 'gone' })
  })

  it('says that a message to be changed is gone', async () => {
    const { discord, channel, outbox, target } = await open()
    await outbox.send(target, say('hello'), KEY)
    const [message] = discord.messages(channel)
    if (message) discord.erase(message)
    expect(await outbox.edit(target, message?.id ?? '', say('closed'))).toMatchObject({ type: 'gone' })
  })

  it('says that Discord refuses what it does not take', async () => {
    const { discord, outbox, target, posts } = await open()
    discord.faults.refuse(50035, posts)
    expect(await outbox.send(target, say('hello'), KEY)).toMatchObject({ type: 'refused' })
    discord.faults.refuseWith(400, { code: 200000, message: 'Message was blocked' }, posts)
    expect(await outbox.send(target, say('hello'), KEY)).toMatchObject({ type: 'refused' })
  })

  it('waits after a refused token, and posts once it is taken again', async () => {
    const { discord, outbox, target, posts } = await open()
    discord.faults.refuse(0, posts)
    expect(await outbox.send(target, say('hello'), KEY)).toMatchObject({ type: 'later' })
    expect(await outbox.send(target, say('hello'), KEY)).toMatchObject({ type: 'sent' })
  })

  it('tells a member from a bot, from somebody who is not there, and from what is no id', async () => {
    const { discord, outbox, user, target } = await open()
    const serverId = target.serverId ?? ''
    const stranger = discord.addUser('Stranger')
    const standings = [user.id, discord.bot.id, stranger.id, '1', 'ANN', '../../guilds'].map(id =>
      outbox.findStanding(serverId, `discord:${id}`),
    )
    expect(await Promise.all(standings)).toEqual(['member', 'bot', 'absent', 'absent', 'absent', 'absent'])
  })

  it('cannot tell who somebody is while Discord fails', async () => {
    const { discord, outbox, user, target } = await open()
    const path = `/guilds/${target.serverId}/members/${user.id}`
    discord.faults.fail({ method: 'GET', path }, { status: 500 })
    expect(await outbox.findStanding(target.serverId ?? '', `discord:${user.id}`)).toBe('unknown')
    expect(await outbox.findStanding('999', `discord:${user.id}`)).toBe('unknown')
  })
})
