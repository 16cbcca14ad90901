import { type Client, Events, GatewayIntentBits } from 'discord.js'
import { afterEach, describe, expect, it } from 'vitest'
import { createClient, PLAIN_INTENTS } from './discord/connect-client.ts'
import { trackOpened } from './discord/track-opened.ts'

const opened = trackOpened()
const { start, connect, adopt } = opened

/** What members write, as the client hears it from now on. */
function listen(client: Client): string[] {
  const heard: string[] = []
  client.on(Events.MessageCreate, message => {
    if (!message.author.bot) heard.push(message.content)
  })
  return heard
}

function hearNext(client: Client, event: string): Promise<void> {
  return new Promise(resolve => void client.once(event, () => resolve()))
}

afterEach(opened.closeAll)

describe('logging in', () => {
  it('gives the client every server with the bot, its channels and roles', async () => {
    const discord = await start()
    const guild = discord.addGuild('First')
    discord.addChannel(guild, 'jobs')
    discord.addRole(guild, 'Recruiter', { permissions: 8n })
    discord.addGuild('Second')
    discord.addGuild('Elsewhere', { installed: false })
    const client = await connect(discord)
    const seen = client.guilds.cache.get(guild.id)
    expect(client.user.id).toBe(discord.bot.id)
    expect(client.guilds.cache.map(({ name }) => name)).toEqual(['First', 'Second'])
    expect(seen?.channels.cache.map(({ name }) => name)).toEqual(['jobs'])
    expect(seen?.roles.cache.map(({ name }) => name)).toContain('Recruiter')
  })

  it('fails with a wrong token', async () => {
    const discord = await start()
    const client = adopt(createClient(discord))
    await expect(client.login('another-token')).rejects.toThrow(/invalid token/i)
  })

  it('fails with an intent that is not switched on', async () => {
    const discord = await start()
    const client = adopt(
      createClient(discord, { intents: [...PLAIN_INTENTS, GatewayIntentBits.MessageContent] }),
    )
    await expect(client.login(discord.token)).rejects.toThrow(/disallowed intents/i)
  })

  it('spreads the servers over the shards that the gateway recommends', async () => {
    const discord = await start({ shards: 2 })
    const guilds = ['A', 'B', 'C'].map(name => discord.addGuild(name))
    const client = await connect(discord, { shards: 'auto' })
    expect(guilds.map(({ id }) => client.guilds.cache.get(id)?.shardId)).toEqual([0, 1, 0])
    expect(discord.gateway()).toMatchObject({ identified: 2, connected: 2 })
  })
})

describe('events', () => {
  it('tell of new servers, new channels and removed servers', async () => {
    const discord = await start()
    const client = await connect(discord)
    const joined = hearNext(client, Events.GuildCreate)
    const guild = discord.addGuild('Late')
    await joined
    const made = hearNext(client, Events.ChannelCreate)
    discord.addChannel(guild, 'jobs')
    await made
    const left = hearNext(client, Events.GuildDelete)
    discord.removeGuild(guild)
    await left
    expect(client.guilds.cache.size).toBe(0)
  })

  it('carry texts without the content intent only for mentions, pinged replies and private messages', async () => {
    const discord = await start()
    const guild = discord.addGuild('Server')
    const channel = discord.addChannel(guild, 'jobs')
    const user = discord.addUser('Asker')
    discord.addMember(guild, user)
    const client = await connect(discord)
    const heard = listen(client)
    const seen = await client.channels.fetch(channel.id)
    if (seen?.isSendable()) await seen.send('a message of the bot')
    const own = await discord.nextMessage(channel)
    discord.say(channel, user, 'plain')
    discord.say(channel, user, 'mentioned', { mentions: [discord.bot] })
    discord.say(channel, user, 'pinged', { reply: own })
    discord.say(channel, user, 'unpinged', { reply: own, ping: false })
    discord.dm(user, 'private')
    await expect.poll(() => heard).toHaveLength(5)
    expect(heard).toEqual(['', `<@${discord.bot.id}> mentioned`, 'pinged', '', 'private'])
  })

  it('hide the message that a mention answers when a member wrote it', async () => {
    const discord = await start()
    const guild = discord.addGuild('Server')
    const channel = discord.addChannel(guild, 'jobs')
    const user = discord.addUser('Asker')
    discord.addMember(guild, user)
    const client = await connect(discord)
    const seen: { content: string; referenced_message?: { content: string } }[] = []
    client.on(Events.Raw, packet => {
      if (packet.t === 'MESSAGE_CREATE') seen.push(packet.d)
    })
    const first = discord.say(channel, user, 'secret')
    discord.say(channel, user, 'sum up', { reply: first, mentions: [discord.bot] })
    await expect.poll(() => seen).toHaveLength(2)
    expect(seen[1]).toMatchObject({
      content: `<@${discord.bot.id}> sum up`,
      referenced_message: { content: '' },
    })
  })

  it('carry every text with the content intent', async () => {
    const { MessageContent } = GatewayIntentBits
    const discord = await start({ privilegedIntents: MessageContent })
    const guild = discord.addGuild('Server')
    const channel = discord.addChannel(guild, 'jobs')
    const user = discord.addUser('Asker')
    discord.addMember(guild, user)
    const heard = listen(await connect(discord, { intents: [...PLAIN_INTENTS, MessageContent] }))
    discord.say(channel, user, 'plain')
    await expect.poll(() => heard).toEqual(['plain'])
  })

  it('stay away from channels that the bot may not view', async () => {
    const discord = await start()
    const guild = discord.addGuild('Server')
    const hidden = discord.addChannel(guild, 'staff', {
      overwrites: [{ target: discord.bot, kind: 'member', deny: 1n << 10n }],
    })
    const open = discord.addChannel(guild, 'jobs')
    const user = discord.addUser('Asker')
    discord.addMember(guild, user)
    const heard = listen(await connect(discord))
    discord.say(hidden, user, 'hidden', { mentions: [discord.bot] })
    discord.say(open, user, 'open', { mentions: [discord.bot] })
    await expect.poll(() => heard).toEqual([`<@${discord.bot.id}> open`])
  })

  it('come twice when a duplicate is asked for', async () => {
    const discord = await start()
    const user = discord.addUser('Asker')
    discord.addMember(discord.addGuild('Server'), user)
    const client = await connect(discord)
    const packets: string[] = []
    client.on(Events.Raw, (packet: { t: string; d: { id?: string } }) => {
      if (packet.t === 'MESSAGE_CREATE') packets.push(packet.d.id ?? '')
    })
    discord.faults.duplicate('MESSAGE_CREATE')
    const message = discord.dm(user, 'once')
    await expect.poll(() => packets).toEqual([message.id, message.id])
  })
})

describe('an answer in place', () => {
  it('replies to a mention and to a private message without pinging', async () => {
    const discord = await start()
    const guild = discord.addGuild('Server')
    const channel = discord.addChannel(guild, 'jobs')
    const user = discord.addUser('Asker')
    discord.addMember(guild, user)
    const client = await connect(discord)
    client.on(Events.MessageCreate, async message => {
      if (message.author.bot) return
      await message.channel.sendTyping()
      await message.reply({ content: `to ${message.id}`, allowedMentions: { parse: [] } })
    })
    const mention = discord.say(channel, user, 'jobs?', { mentions: [discord.bot] })
    const whisper = discord.dm(user, 'jobs?')
    for (const asked of [mention, whisper])
      expect(await discord.nextMessage({ id: asked.channel_id }, asked)).toMatchObject({
        content: `to ${asked.id}`,
        message_reference: { message_id: asked.id },
        mentions: [],
      })
    expect(discord.requests.filter(({ path }) => path.endsWith('/typing'))).toHaveLength(2)
  })
})

describe('a disturbed connection', () => {
  it('resumes after a dropped socket without losing or doubling an event', async () => {
    const discord = await start()
    const user = discord.addUser('Asker')
    discord.addMember(discord.addGuild('Server'), user)
    const client = await connect(discord)
    const heard = listen(client)
    discord.dm(user, 'before')
    await expect.poll(() => heard).toEqual(['before'])
    const resumed = hearNext(client, Events.ShardResume)
    discord.faults.muteSockets()
    discord.dm(user, 'on the dead line')
    discord.faults.dropSockets()
    discord.dm(user, 'while nobody listens')
    await resumed
    discord.dm(user, 'after')
    await expect.poll(() => heard).toHaveLength(4)
    expect(heard).toEqual(['before', 'on the dead line', 'while nobody listens', 'after'])
    expect(discord.gateway()).toMatchObject({ identified: 1, resumed: 1 })
  })

  it('resumes when Discord asks for a reconnect', async () => {
    const discord = await start()
    const client = await connect(discord)
    const resumed = hearNext(client, Events.ShardResume)
    discord.faults.askReconnect()
    await resumed
    expect(discord.gateway()).toMatchObject({ identified: 1, resumed: 1, connected: 1 })
  })

  it('resumes after a close code that allows it, also when the gateway refuses the first try', async () => {
    const discord = await start()
    const client = await connect(discord)
    client.on(Events.ShardError, () => undefined)
    const resumed = hearNext(client, Events.ShardResume)
    discord.faults.refuseGateway()
    discord.faults.closeSockets(4000)
    await resumed
    expect(discord.gateway()).toMatchObject({ identified: 1, resumed: 1 })
  })

  it('identifies anew when the session is invalid', async () => {
    const discord = await start()
    // The client spaces its identifies by five seconds; an empty throttler keeps the test short.
    const client = await connect(discord, {
      ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => undefined }) },
    })
    const back = hearNext(client, Events.ShardReady)
    discord.faults.invalidateSessions()
    await back
    expect(discord.gateway()).toMatchObject({ identified: 2, resumed: 0 })
  })

  it('is closed when heartbeats stop', async () => {
    const discord = await start({ heartbeatIntervalMs: 40 })
    const socket = new WebSocket(
      `${discord.url.replace('http', 'ws').replace('/api', '/gateway')}/?v=10&encoding=json`,
    )
    const code = await new Promise<number>(resolve =>
      socket.addEventListener('close', event => resolve(event.code)),
    )
    expect(code).toBe(4009)
  })

  it.each([
    ['an unknown operation', { op: 99 }, 4001],
    ['no JSON object', 'hello', 4002],
    ['a request before identifying', { op: 3, d: {} }, 4003],
    ['a wrong token', { op: 2, d: { token: 'x', intents: 1, properties: {} } }, 4004],
    ['unknown intents', { op: 2, d: { token: 'token-of-the-fake-bot', intents: 2 ** 30 } }, 4013],
    [
      'a shard out of range',
      { op: 2, d: { token: 'token-of-the-fake-bot', intents: 1, shard: [2, 2] } },
      4010,
    ],
  ])('is closed after %s', async (_, payload, expected) => {
    const discord = await start()
    const socket = new WebSocket(
      `${discord.url.replace('http', 'ws').replace('/api', '/gateway')}/?v=10&encoding=json`,
    )
    socket.addEventListener('open', () => socket.send(JSON.stringify(payload)))
    const code = await new Promise<number>(resolve =>
      socket.addEventListener('close', event => resolve(event.code)),
    )
    expect(code).toBe(expected)
  })
})
