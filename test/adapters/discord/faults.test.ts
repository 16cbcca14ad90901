import { PermissionFlagsBits } from 'discord.js'
import { afterEach, describe, expect, it } from 'vitest'
import { controlOf, numbersOf, textOf, trackRolecalls } from './open-rolecall.ts'

const rolecalls = trackRolecalls()
afterEach(rolecalls.closeAll)

const ORIGINAL = /^\/webhooks\/.*(?:@|%40)original/
const SEARCH = ['jobs search', { question: 'go' }] as const

describe('the bot in Discord', () => {
  it('answers after it was told to wait (429)', async () => {
    const { discord, user } = await rolecalls.open()
    discord.faults.limit({ method: 'PATCH', path: ORIGINAL }, { retryAfterMs: 300 })
    expect(numbersOf(await discord.slash(user, ...SEARCH).response())).toEqual([1, 2, 3, 4])
    expect(discord.requests.filter(({ status }) => status === 429)).toHaveLength(1)
  })

  it('answers after an error of Discord (500)', async () => {
    const { discord, user } = await rolecalls.open()
    discord.faults.fail({ method: 'PATCH', path: ORIGINAL })
    expect(numbersOf(await discord.slash(user, ...SEARCH).response())).toEqual([1, 2, 3, 4])
  })

  it('answers a message once though the confirmation was lost', async () => {
    const { discord, channel, user } = await rolecalls.open()
    discord.faults.fail({ method: 'POST', path: `/channels/${channel.id}/messages` }, { carriedOut: true })
    const asked = discord.say(channel, user, 'go', { mentions: [discord.bot] })
    await discord.nextMessage(channel, asked)
    await discord.until(() => (discord.requests.at(-1)?.status === 200 ? true : null), 'the second try')
    expect(discord.messages(channel)).toHaveLength(2)
  })

  it('says in words what Discord did not take', async () => {
    const { discord, user } = await rolecalls.open()
    discord.faults.refuse(50035, { method: 'PATCH', path: ORIGINAL })
    const answer = textOf(await discord.slash(user, ...SEARCH).response())
    expect(answer).toContain('Discord did not take this answer')
    expect(answer).toMatch(/Reference: [0-9a-f]{8}/)
  })

  it.each(['INTERACTION_CREATE', 'MESSAGE_CREATE'])('answers a doubled %s once', async name => {
    const { discord, channel, user } = await rolecalls.open()
    discord.faults.duplicate(name)
    if (name === 'MESSAGE_CREATE') {
      const asked = discord.say(channel, user, 'go', { mentions: [discord.bot] })
      await discord.nextMessage(channel, asked)
    } else await discord.slash(user, ...SEARCH).response()
    // What comes after shows that nothing is left to come before.
    await discord.slash(user, 'jobs help').response()
    expect(
      discord.messages(channel, { as: user }).filter(({ author }) => author.id === discord.bot.id),
    ).toHaveLength(2)
    expect(discord.requests.every(({ status }) => status < 400)).toBe(true)
  })

  it('survives an interaction that Discord no longer knows', async () => {
    const { discord, user } = await rolecalls.open()
    discord.faults.refuse(10062, { path: '/interactions/' })
    discord.slash(user, ...SEARCH)
    await discord.until(() => discord.requests.find(({ errorCode }) => errorCode === 10062), 'the refusal')
    expect(numbersOf(await discord.slash(user, ...SEARCH).response())).toEqual([1, 2, 3, 4])
  })

  it('tells who asked, in private, that it may not write in the channel, and what helps', async () => {
    const { discord, guild, channel, user } = await rolecalls.open()
    discord.setOverwrites(channel, [
      { target: discord.bot, kind: 'member', deny: PermissionFlagsBits.SendMessages },
      { target: user, kind: 'member', allow: PermissionFlagsBits.SendMessages },
    ])
    expect(guild.id).not.toBe('')
    discord.say(channel, user, 'go', { mentions: [discord.bot] })
    const told = await discord.nextMessage(discord.openDm(user))
    expect(textOf(told)).toContain('may not write in this channel')
    expect(textOf(told)).toContain('Send Messages')
  })

  it('answers without a reference where it may not read the history', async () => {
    const { discord, channel, user } = await rolecalls.open()
    discord.setOverwrites(channel, [
      { target: discord.bot, kind: 'member', deny: PermissionFlagsBits.ReadMessageHistory },
    ])
    const asked = discord.say(channel, user, 'go', { mentions: [discord.bot] })
    const answer = await discord.nextMessage(channel, asked)
    expect(numbersOf(answer)).toEqual([1, 2, 3, 4])
    expect(answer.message_reference).toBeUndefined()
  })

  it('survives a channel that is gone', async () => {
    const { discord, guild, channel, user } = await rolecalls.open()
    const elsewhere = discord.addChannel(guild, 'elsewhere')
    discord.faults.refuse(10003, { method: 'POST', path: `/channels/${channel.id}/messages` })
    discord.say(channel, user, 'go', { mentions: [discord.bot] })
    await discord.until(() => discord.requests.find(({ errorCode }) => errorCode === 10003), 'the refusal')
    const asked = discord.say(elsewhere, user, 'go', { mentions: [discord.bot] })
    expect(numbersOf(await discord.nextMessage(elsewhere, asked))).toEqual([1, 2, 3, 4])
  })

  it('puts the answer beside a message that was deleted before it could change', async () => {
    const { discord, channel, user } = await rolecalls.open()
    const asked = discord.say(channel, user, 'go', { mentions: [discord.bot] })
    const list = await discord.nextMessage(channel, asked)
    discord.faults.refuse(10008, { method: 'PATCH', path: ORIGINAL })
    const answer = await discord.click(list, controlOf(list, 'More'), user).followUp()
    expect(numbersOf(answer)).toEqual([5, 6, 7, 8])
  })

  it('is back after the connection was cut, and has lost nothing of what came meanwhile', async () => {
    const { discord, channel, user } = await rolecalls.open()
    discord.faults.muteSockets()
    const asked = discord.say(channel, user, 'go', { mentions: [discord.bot] })
    discord.faults.dropSockets()
    const answer = await discord.nextMessage(channel, asked, 10_000)
    expect(numbersOf(answer)).toEqual([1, 2, 3, 4])
    expect(discord.gateway().resumed).toBe(1)
  })

  it.each([
    ['asks it to reconnect', 'askReconnect'],
    ['declares its session invalid', 'invalidateSessions'],
  ] as const)('is back after Discord %s', async (_, fault) => {
    const { discord, user } = await rolecalls.open()
    const { identified, resumed } = discord.gateway()
    discord.faults[fault]()
    const again = () => discord.gateway().identified + discord.gateway().resumed > identified + resumed
    await discord.until(() => (again() ? true : null), 'another connection', 10_000)
    expect(numbersOf(await discord.slash(user, ...SEARCH).response(10_000))).toEqual([1, 2, 3, 4])
  })

  it('acknowledges a press for a form in time, however slow the bot is', async () => {
    const { discord, user, through } = await rolecalls.open()
    const list = await discord.slash(user, ...SEARCH).response()
    const ways = await discord
      .click(list, controlOf(list, 'Edit'), user)
      .messageThat(message => textOf(message).includes('Change the question'))
    through(handle => async request => {
      await new Promise(resolve => setTimeout(resolve, 2500))
      return handle(request)
    })
    const pressed = discord.click(ways, controlOf(ways, 'Refine'), user)
    expect((await pressed.acknowledged()).afterMs).toBeLessThan(3000)
    expect(textOf(await pressed.followUp())).toContain('Press the button again')
  })

  it('acknowledges a rush of commands in time and loses none', async () => {
    const { discord, guild } = await rolecalls.open()
    const members = Array.from({ length: 60 }, (_, index) => discord.addUser(`Member ${index}`))
    for (const member of members) discord.addMember(guild, member)
    const asked = members.map(member => discord.slash(member, ...SEARCH))
    for (const question of asked) {
      expect((await question.acknowledged()).afterMs).toBeLessThan(3000)
      expect(numbersOf(await question.response(10_000))).toEqual([1, 2, 3, 4])
    }
  })

  it('answers messages though the commands could not be registered', async () => {
    const { discord, channel, user, restart } = await rolecalls.open()
    discord.faults.refuse(50001, { method: 'GET', path: `/applications/${discord.applicationId}/commands` })
    await restart()
    const asked = discord.say(channel, user, 'go', { mentions: [discord.bot] })
    expect(numbersOf(await discord.nextMessage(channel, asked))).toEqual([1, 2, 3, 4])
  })

  it('keeps a command waiting without losing it, however slow the bot is', async () => {
    const { discord, user, through } = await rolecalls.open()
    through(handle => async request => {
      discord.clock.advance(60_000)
      return handle(request)
    })
    const asked = discord.slash(user, ...SEARCH)
    expect(numbersOf(await asked.response())).toEqual([1, 2, 3, 4])
    expect((await asked.acknowledged()).afterMs).toBeLessThan(3000)
  })
})
