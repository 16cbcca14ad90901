import { GatewayIntentBits, MessageFlags, PermissionFlagsBits } from 'discord.js'
import { afterEach, describe, expect, it } from 'vitest'
import {
  NOW,
  numbersOf,
  type OpenedRolecall,
  partsOf,
  type RolecallOptions,
  textOf,
  trackRolecalls,
} from './open-rolecall.ts'

const rolecalls = trackRolecalls()
afterEach(rolecalls.closeAll)

const isHidden = ({ flags }: { readonly flags?: number }) => ((flags ?? 0) & MessageFlags.Ephemeral) !== 0
const QUESTION = { question: 'go' }

/** A server with somebody who manages it, and a second channel. */
async function open(options: RolecallOptions = {}) {
  const rolecall = await rolecalls.open(options)
  const { discord, guild, other } = rolecall
  const role = discord.addRole(guild, 'Managers', { permissions: PermissionFlagsBits.ManageGuild })
  discord.addMember(guild, other, [role])
  return { ...rolecall, manager: other, elsewhere: discord.addChannel(guild, 'elsewhere') }
}

type Values = Readonly<Record<string, string | readonly string[]>>

/** Fills in the form of the settings as whoever manages the server. */
async function change({ discord, manager }: Awaited<ReturnType<typeof open>>, values: Values) {
  const opened = discord.slash(manager, 'jobs-admin settings')
  await opened.modal()
  return discord.submitModal(opened, values).response()
}

describe('the settings of a server', () => {
  it('are a form for whoever manages it, filled with what holds', async () => {
    const rolecall = await open()
    const { discord, guild, channel, manager, store } = rolecall
    const done = await change(rolecall, { answers: 'place', channels: [channel.id] })
    expect(isHidden(done)).toBe(true)
    expect(textOf(done)).toContain('Saved')
    expect(await store.servers.load(`discord:${guild.id}`)).toMatchObject({
      answers: 'place',
      channels: [channel.id],
      listens: [],
    })
    const form = JSON.stringify(await discord.slash(manager, 'jobs-admin settings').modal())
    expect(form).toContain(`"default_values":[{"id":"${channel.id}","type":"channel"}]`)
    expect(form).toContain('"value":"place","default":true')
  })

  it('are refused to members, who learn why, and the try is written down', async () => {
    const { discord, guild, user, store } = await open()
    const denied = await discord.slash(user, 'jobs-admin settings', {}, { force: true }).response()
    expect(isHidden(denied)).toBe(true)
    expect(textOf(denied)).toContain('Only people who manage this server')
    expect(textOf(denied)).toContain('Manage Server')
    expect(await store.audit.list(1)).toMatchObject([
      {
        action: 'server-settings',
        memberId: `discord:${user.id}`,
        place: { serverId: guild.id },
        isAllowed: false,
      },
    ])
  })

  it('say in words what Discord does not take of the form', async () => {
    const { discord, manager } = await open()
    discord.faults.refuse(50035, { path: '/interactions/' })
    const answer = await discord.slash(manager, 'jobs-admin settings').response()
    expect(textOf(answer)).toContain('Discord did not take this answer')
  })

  it('are forgotten when the bot is removed, and not while a server is only out of reach', async () => {
    const rolecall = await open()
    const { discord, guild, store } = rolecall
    await change(rolecall, { answers: 'place' })
    discord.removeGuild(guild)
    const isGone = async () => (await store.servers.load(`discord:${guild.id}`)) === null
    await expect.poll(isGone, { timeout: 5000 }).toBe(true)
  })
})

describe('a server that wants public answers', () => {
  it('gets /jobs answered for all', async () => {
    const rolecall = await open()
    const { discord, channel, user } = rolecall
    await change(rolecall, { answers: 'place' })
    const answer = await discord.slash(user, 'jobs search', QUESTION).response()
    expect(isHidden(answer)).toBe(false)
    expect(discord.messages(channel).map(({ id }) => id)).toContain(answer.id)
    expect(partsOf(answer).flatMap(part => part.label ?? [])).not.toContain('Share in channel')
  })

  it('still gets what is one’s own for nobody else', async () => {
    const rolecall = await open()
    const { discord, channel, user } = rolecall
    await change(rolecall, { answers: 'place' })
    const saved = await discord.slash(user, 'jobs saved').followUp()
    expect(isHidden(saved)).toBe(true)
    expect(textOf(saved)).toContain('saved nothing yet')
    expect(discord.messages(channel)).toEqual([])
  })
})

describe('a server that names channels', () => {
  async function openNamed() {
    const rolecall = await open()
    await change(rolecall, { answers: 'place', channels: [rolecall.channel.id] })
    return rolecall
  }

  it('gets mentions answered there, and elsewhere only where to ask, once', async () => {
    const { discord, channel, elsewhere, user } = await openNamed()
    const mention = { mentions: [discord.bot] }
    const hint = await discord.nextMessage(elsewhere, discord.say(elsewhere, user, 'go', mention))
    expect(numbersOf(hint)).toEqual([])
    expect(textOf(hint)).toContain(`<#${channel.id}>`)
    discord.say(elsewhere, user, 'go', mention)
    expect(numbersOf(await discord.nextMessage(channel, discord.say(channel, user, 'go', mention)))).toEqual([
      1, 2, 3, 4,
    ])
    expect(discord.messages(elsewhere)).toHaveLength(3)
  })

  it('gets /jobs answered elsewhere for the asker alone', async () => {
    const { discord, elsewhere, user } = await openNamed()
    const place = { channel: elsewhere }
    expect(isHidden(await discord.slash(user, 'jobs search', QUESTION, place).response())).toBe(true)
  })

  it('is not silenced by a channel that was deleted', async () => {
    const { discord, channel, elsewhere, user } = await openNamed()
    discord.removeChannel(channel)
    const asked = discord.say(elsewhere, user, 'go', { mentions: [discord.bot] })
    expect(numbersOf(await discord.nextMessage(elsewhere, asked))).toEqual([1, 2, 3, 4])
  })
})

describe('a channel where every message is a question', () => {
  const READING = { readsContent: true, privilegedIntents: GatewayIntentBits.MessageContent } as const

  async function openListening(options: RolecallOptions) {
    const rolecall = await open(options)
    const { store, guild, channel } = rolecall
    const settings = { answers: 'asker', channels: [], listens: [channel.id] } as const
    await store.servers.save(`discord:${guild.id}`, settings, NOW)
    return rolecall
  }

  it('gets an answer without a mention, and nothing where nothing is understood', async () => {
    const { discord, channel, user } = await openListening(READING)
    for (const chatter of ['hello', 'zzyzx qwrtp', 'more', '😀'] as const) discord.say(channel, user, chatter)
    const asked = discord.say(channel, user, 'remote go jobs over 100k')
    expect(numbersOf(await discord.nextMessage(channel, asked))).toEqual([1, 2, 3, 4])
    const own = discord.messages(channel).filter(({ author }) => author.id === discord.bot.id)
    expect(own).toHaveLength(1)
  })

  it('is the only one: others need a mention', async () => {
    const { discord, channel, elsewhere, user } = await openListening(READING)
    discord.say(elsewhere, user, 'remote go jobs')
    await discord.nextMessage(channel, discord.say(channel, user, 'remote go jobs'))
    expect(discord.messages(elsewhere)).toHaveLength(1)
  })

  it('stays silent without the setting, as Discord hides the words', async () => {
    const { discord, channel, user } = await openListening({})
    discord.say(channel, user, 'remote go jobs')
    await discord.slash(user, 'jobs help').response()
    expect(discord.messages(channel)).toHaveLength(1)
  })

  it('is a reason not to start where the portal has the intent off, with what helps', async () => {
    await expect(rolecalls.open({ readsContent: true })).rejects.toMatchObject({
      code: 'DISCORD_INTENT_OFF',
    })
  })
})

describe('what is one’s own', () => {
  const askSaved = ({ discord, channel, user }: OpenedRolecall) =>
    discord.say(channel, user, 'saved', { mentions: [discord.bot] })

  it('comes by direct message where others read along', async () => {
    const rolecall = await rolecalls.open()
    const { discord, channel, user } = rolecall
    const told = await discord.nextMessage(channel, askSaved(rolecall))
    expect(textOf(told)).toContain('direct message')
    expect(textOf(told)).not.toContain('saved nothing')
    expect(textOf(await discord.nextMessage(discord.openDm(user)))).toContain('saved nothing yet')
  })

  it('is not told at all where the member closed their direct messages', async () => {
    const rolecall = await rolecalls.open()
    const { discord, channel, user } = rolecall
    discord.closeDms(user)
    const told = await discord.nextMessage(channel, askSaved(rolecall))
    expect(textOf(told)).toContain('/jobs')
  })
})
