import { PermissionFlagsBits } from 'discord.js'
import { afterEach, describe, expect, it } from 'vitest'
import { readCustomId, writeCustomId } from '../../../adapters/discord/custom-id.ts'
import type { Request } from '../../../src/platform.ts'
import { createSeenEvents } from '../../../src/traffic/seen-events.ts'
import { controlOf, type OpenedRolecall, textOf, trackRolecalls } from './open-rolecall.ts'

const rolecalls = trackRolecalls()
afterEach(rolecalls.closeAll)

/** Writes down what reaches the bot. */
function listen({ through }: OpenedRolecall): Request[] {
  const requests: Request[] = []
  through(handle => request => {
    requests.push(request)
    return handle(request)
  })
  return requests
}

describe('a request from Discord', () => {
  it('says who asks, where, and who sees the answer', async () => {
    const rolecall = await rolecalls.open()
    const { discord, channel, user } = rolecall
    const requests = listen(rolecall)
    await discord.slash(user, 'jobs show', { number: 2 }).response()
    const mention = discord.say(channel, user, 'go jobs', { mentions: [discord.bot] })
    const list = await discord.nextMessage(channel, mention)
    await discord.click(list, controlOf(list, 'Details'), user).followUp()
    await discord.nextMessage(discord.openDm(user), discord.dm(user, 'go'))
    const conversationId = `discord:${channel.id}:${user.id}`
    const member = { id: `discord:${user.id}`, managesServer: false, managesChannel: false }
    const inChannel = { conversationId, member, pageSize: 4 }
    const surface = { isPrivate: false, isRich: true }
    expect(requests).toMatchObject([
      {
        ...inChannel,
        content: { type: 'command', call: { id: 'show', values: { number: '2' } } },
        surface: { ...surface, viewers: 'asker' },
      },
      { ...inChannel, content: { type: 'text', text: 'go jobs' }, surface: { ...surface, viewers: 'place' } },
      { ...inChannel, content: { type: 'press' }, surface: { ...surface, viewers: 'place' } },
      {
        member: { id: `discord:${user.id}` },
        content: { type: 'text', text: 'go' },
        surface: { isPrivate: true, viewers: 'asker' },
      },
    ])
  })

  it('says whether the asker manages the server', async () => {
    const rolecall = await rolecalls.open()
    const { discord, guild, channel, other, restart } = rolecall
    const role = discord.addRole(guild, 'Managers', { permissions: PermissionFlagsBits.ManageGuild })
    discord.addMember(guild, other, [role])
    // The fake does not tell of new roles; a new connection brings them.
    await restart()
    const requests = listen(rolecall)
    await discord.slash(other, 'jobs help').response()
    await discord.nextMessage(channel, discord.say(channel, other, 'help', { mentions: [discord.bot] }))
    expect(requests.map(({ member }) => member?.managesServer)).toEqual([true, true])
  })

  it('has no words where Discord hides them, and the bot says what to do', async () => {
    const { discord, channel, user } = await rolecalls.open()
    const list = await discord.slash(user, 'jobs search', { question: 'go' }).response()
    const shared = await discord.click(list, controlOf(list, 'Share'), user).followUp()
    const asked = discord.say(channel, user, '', { reply: shared, mentions: [discord.bot] })
    expect(textOf(await discord.nextMessage(channel, asked))).toContain('Ask in plain words')
  })
})

describe('readCustomId', () => {
  it.each(['press', 'opens', 'menu', 'form'] as const)('reads what was written for %s', kind => {
    expect(readCustomId(writeCustomId(kind, 'a:b_-'))).toEqual({ kind, key: 'a:b_-' })
  })

  it.each(['', 'p', 'p:', 'x:key', 'pkey', 'key'])('does not take “%s” for its own', customId => {
    expect(readCustomId(customId)).toBeNull()
  })
})

describe('createSeenEvents', () => {
  it('knows an event again, and forgets the oldest first', () => {
    const isNew = createSeenEvents(2)
    expect(['a', 'a', 'b', 'c', 'b', 'a'].map(isNew)).toEqual([true, false, true, true, false, true])
  })
})
