import {
  AttachmentBuilder,
  ButtonStyle,
  ComponentType,
  DiscordAPIError,
  GatewayIntentBits,
  MessageFlags,
  REST,
  type RESTOptions,
  Routes,
} from 'discord.js'
import { afterEach, describe, expect, it } from 'vitest'
import type { FakeDiscord, FakeDiscordOptions } from './discord/fake-discord.ts'
import { openSchema } from './discord/schema/open-schema.ts'
import { trackOpened } from './discord/track-opened.ts'

const opened = trackOpened()
const SEND_MESSAGES = 1n << 11n
const VIEW_CHANNEL = 1n << 10n

/** A server with a channel, and the real REST client without a gateway. */
async function open(options?: FakeDiscordOptions, rest?: Partial<RESTOptions>) {
  const discord = await opened.start(options)
  const guild = discord.addGuild('Server')
  const channel = discord.addChannel(guild, 'jobs')
  const client = new REST({ api: discord.url, version: '10', offset: 0, ...rest }).setToken(discord.token)
  const send = (body: object) =>
    client.post(Routes.channelMessages(channel.id), { body }) as Promise<{ id: string }>
  return { discord, guild, channel, client, send }
}

async function catchError(action: Promise<unknown>): Promise<DiscordAPIError> {
  const error: unknown = await action.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof DiscordAPIError) return error
  throw new Error(`expected an error of Discord and got ${String(error)}`)
}

afterEach(opened.closeAll)

describe('sending', () => {
  it('gives the message back as Discord would and keeps it', async () => {
    const { discord, channel, client, send } = await open()
    const sent = await send({ content: '  hello  ', embeds: [{ title: 'a card' }] })
    expect(sent).toMatchObject({
      content: 'hello',
      author: { id: discord.bot.id, bot: true },
      embeds: [{ type: 'rich', title: 'a card' }],
      edited_timestamp: null,
    })
    expect(await client.get(Routes.channelMessage(channel.id, sent.id))).toEqual(sent)
    expect(discord.messages(channel)).toEqual([sent])
  })

  it('edits, lists and deletes', async () => {
    const { discord, channel, client, send } = await open()
    const [first, second] = [await send({ content: 'one' }), await send({ content: 'two' })]
    await client.patch(Routes.channelMessage(channel.id, first.id), { body: { content: 'uno' } })
    await client.delete(Routes.channelMessage(channel.id, second.id))
    expect(await client.get(Routes.channelMessages(channel.id))).toMatchObject([
      { id: first.id, content: 'uno' },
    ])
    expect(discord.message({ id: first.id, channel_id: channel.id })?.edited_timestamp).not.toBeNull()
    expect((await catchError(client.get(Routes.channelMessage(channel.id, second.id)))).code).toBe(10008)
  })

  it('takes files and serves them again', async () => {
    const { channel, client, discord } = await open()
    const file = new AttachmentBuilder(Buffer.from('a picture'), { name: 'chart.png' })
    await client.post(Routes.channelMessages(channel.id), {
      body: {
        flags: MessageFlags.IsComponentsV2,
        attachments: [{ id: '0', description: 'A chart' }],
        components: [
          { type: ComponentType.MediaGallery, items: [{ media: { url: 'attachment://chart.png' } }] },
        ],
      },
      files: [{ name: 'chart.png', data: file.attachment as Buffer }],
    })
    const [attachment] = discord.messages(channel)[0]?.attachments ?? []
    expect(attachment).toMatchObject({ filename: 'chart.png', size: 9, description: 'A chart' })
    expect(await fetch(attachment?.url ?? '').then(response => response.text())).toBe('a picture')
  })

  it('sends once for one nonce when asked to, and twice otherwise', async () => {
    const { discord, channel, send } = await open()
    const first = await send({ content: 'alert', nonce: 'delivery-1', enforce_nonce: true })
    const again = await send({ content: 'alert', nonce: 'delivery-1', enforce_nonce: true })
    expect(again.id).toBe(first.id)
    await send({ content: 'alert', nonce: 'delivery-1' })
    expect(discord.messages(channel)).toHaveLength(2)
    discord.clock.advance(6 * 60_000)
    await send({ content: 'alert', nonce: 'delivery-1', enforce_nonce: true })
    expect(discord.messages(channel)).toHaveLength(3)
  })

  it('pings only whom it allows', async () => {
    const { discord, guild, channel, send } = await open()
    const user = discord.addUser('Asker')
    const role = discord.addRole(guild, 'Readers', { mentionable: true })
    const content = `<@${user.id}> <@&${role.id}> @everyone`
    await send({ content, allowed_mentions: { parse: [] } })
    await send({ content, allowed_mentions: { roles: [role.id] } })
    await send({ content })
    expect(
      discord.messages(channel).map(({ mentions, mention_roles }) => [mentions.length, mention_roles.length]),
    ).toEqual([
      [0, 0],
      [0, 1],
      [1, 1],
    ])
    expect(discord.messages(channel).some(message => message.mention_everyone)).toBe(false)
  })

  it('answers a message and pings its author unless told otherwise', async () => {
    const { discord, guild, channel, send } = await open()
    const user = discord.addUser('Asker')
    discord.addMember(guild, user)
    const asked = discord.say(channel, user, 'a question')
    const reference = { message_reference: { message_id: asked.id } }
    expect(await send({ content: 'loud', ...reference })).toMatchObject({
      type: 19,
      mentions: [{ id: user.id }],
    })
    expect(await send({ content: 'quiet', ...reference, allowed_mentions: { parse: [] } })).toMatchObject({
      mentions: [],
    })
    discord.erase(asked)
    expect((await catchError(send({ content: 'late', ...reference }))).code).toBe(50035)
  })

  it('opens threads and writes in them', async () => {
    const { discord, channel, client, send } = await open()
    const start = await send({ content: 'daily' })
    const thread = (await client.post(Routes.threads(channel.id, start.id), { body: { name: 'Jobs' } })) as {
      id: string
    }
    await client.post(Routes.channelMessages(thread.id), { body: { content: 'in the thread' } })
    await client.post(Routes.channelTyping(thread.id))
    expect(discord.messages(thread)).toHaveLength(1)
    expect(
      (await catchError(client.post(Routes.threads(channel.id, start.id), { body: { name: 'x' } }))).code,
    ).toBe(160004)
  })
})

describe('permissions', () => {
  it('refuse what the bot may not do', async () => {
    const { discord, guild, channel, client, send } = await open()
    discord.setOverwrites(channel, [{ target: guild, deny: SEND_MESSAGES }])
    expect((await catchError(send({ content: 'x' }))).code).toBe(50013)
    discord.setOverwrites(channel, [
      { target: guild, deny: SEND_MESSAGES },
      { target: discord.bot, kind: 'member', allow: SEND_MESSAGES },
    ])
    await send({ content: 'allowed again' })
    discord.setOverwrites(channel, [{ target: guild, deny: VIEW_CHANNEL }])
    expect((await catchError(send({ content: 'x' }))).code).toBe(50001)
    discord.removeChannel(channel)
    expect((await catchError(send({ content: 'x' }))).code).toBe(10003)
    discord.removeGuild(guild)
    expect((await catchError(client.get(Routes.guild(guild.id)))).code).toBe(50001)
  })

  it('refuse to edit what others wrote', async () => {
    const { discord, guild, channel, client } = await open()
    const user = discord.addUser('Asker')
    discord.addMember(guild, user)
    const message = discord.say(channel, user, 'mine')
    const path = Routes.channelMessage(channel.id, message.id)
    expect((await catchError(client.patch(path, { body: { content: 'x' } }))).code).toBe(50005)
    expect((await catchError(client.delete(path))).code).toBe(50013)
  })

  it('refuse private messages to strangers and to those who closed them', async () => {
    const { discord, guild, client } = await open()
    const write = async (user: { id: string }) => {
      const dm = (await client.post(Routes.userChannels(), { body: { recipient_id: user.id } })) as {
        id: string
      }
      return client.post(Routes.channelMessages(dm.id), { body: { content: 'hello' } })
    }
    const [member, stranger] = [discord.addUser('Member'), discord.addUser('Stranger')]
    discord.addMember(guild, member)
    expect(await write(member)).toMatchObject({ content: 'hello' })
    discord.closeDms(member)
    expect((await catchError(write(member))).code).toBe(50007)
    expect((await catchError(write(stranger))).code).toBe(50278)
    discord.installFor(stranger)
    expect(await write(stranger)).toMatchObject({ content: 'hello' })
  })

  it('blank what members wrote without the content intent', async () => {
    const read = async (privilegedIntents: number) => {
      const { discord, guild, channel, client } = await open({ privilegedIntents })
      const user = discord.addUser('Asker')
      discord.addMember(guild, user)
      discord.say(channel, user, 'secret')
      return client.get(Routes.channelMessages(channel.id))
    }
    expect(await read(0)).toMatchObject([{ content: '' }])
    expect(await read(GatewayIntentBits.MessageContent)).toMatchObject([{ content: 'secret' }])
  })

  it('need the token', async () => {
    const { client } = await open()
    client.setToken('another-token')
    expect(await catchError(client.get(Routes.user()))).toMatchObject({ status: 401, code: 0 })
  })
})

describe('faults', () => {
  it('of the kind 500 are retried by the client', async () => {
    const { discord, channel, send } = await open()
    discord.faults.fail({ method: 'POST', times: 2 })
    await send({ content: 'in the end' })
    expect(discord.requests.map(({ status }) => status)).toEqual([500, 500, 200])
    expect(discord.messages(channel)).toHaveLength(1)
  })

  it('after the work was done make doubles, unless there is a nonce', async () => {
    const { discord, channel, send } = await open()
    discord.faults.fail({}, { status: 502, carriedOut: true })
    await send({ content: 'twice' })
    expect(discord.messages(channel)).toHaveLength(2)
    discord.faults.fail({}, { status: 502, carriedOut: true })
    await send({ content: 'once', nonce: '1', enforce_nonce: true })
    expect(discord.messages(channel)).toHaveLength(3)
  })

  it('of the kind 429 make the client wait', async () => {
    const { discord, send } = await open()
    discord.faults.limit({ path: '/channels/' }, { retryAfterMs: 1000, scope: 'shared' })
    const startedMs = performance.now()
    await send({ content: 'later' })
    expect(performance.now() - startedMs).toBeGreaterThan(950)
    expect(discord.requests.map(({ status }) => status)).toEqual([429, 200])
  })

  it('can be slow, cut off, or any error of Discord', async () => {
    const { discord, channel, client, send } = await open({}, { timeout: 100, retries: 0 })
    discord.faults.slow(300)
    await expect(send({ content: 'done but late' })).rejects.toThrow(/abort/i)
    expect(discord.messages(channel)).toHaveLength(1)
    discord.faults.reset({ method: 'GET' })
    await expect(client.get(Routes.user())).rejects.toThrow()
    discord.faults.refuse(50013)
    expect((await catchError(send({ content: 'x' }))).code).toBe(50013)
    discord.faults.refuseWith(400, { code: 200000, message: 'Message was blocked by automatic moderation' })
    expect((await catchError(send({ content: 'x' }))).code).toBe(200000)
    await send({ content: 'well again' })
  })
})

describe('rate limits', () => {
  const RULES = {
    routes: { 'POST /channels/{channel_id}/messages': { limit: 2, windowMs: 300 } },
    otherwise: { limit: 50, windowMs: 1000 },
    global: { limit: 50, windowMs: 1000 },
  }

  it('are kept by the client, which reads them from the headers', async () => {
    const { discord, channel, send } = await open({ rateLimits: RULES })
    await Promise.all([1, 2, 3, 4, 5].map(index => send({ content: `${index}` })))
    expect(discord.requests.filter(({ status }) => status === 429)).toHaveLength(0)
    expect(discord.messages(channel)).toHaveLength(5)
  })

  it('stop whoever does not keep them', async () => {
    const { discord, channel } = await open({ rateLimits: RULES })
    const path = `${discord.url}/v10${Routes.channelMessages(channel.id)}`
    const send = () =>
      fetch(path, {
        method: 'POST',
        headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
        body: '{"content":"x"}',
      })
    await send()
    await send()
    const third = await send()
    expect(third.status).toBe(429)
    expect(third.headers.get('x-ratelimit-scope')).toBe('user')
    expect(await third.json()).toMatchObject({ global: false, retry_after: expect.any(Number) })
    discord.clock.advance(301)
    expect((await send()).status).toBe(200)
  })
})

const TEXT = { type: ComponentType.TextDisplay, content: 'x' }
const button = (id: string, more = {}) => ({
  type: ComponentType.Button,
  style: ButtonStyle.Primary,
  label: 'x',
  custom_id: id,
  ...more,
})
const row = (...components: object[]) => ({ type: ComponentType.ActionRow, components })
const v2 = (...components: object[]) => ({ flags: MessageFlags.IsComponentsV2, components })
const select = (options: object[], more = {}) =>
  row({ type: ComponentType.StringSelect, custom_id: 's', options, ...more })
const options = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ label: `${index}`, value: `${index}` }))

describe('the shape of a message', () => {
  it.each([
    ['a long text', { content: 'x'.repeat(2001) }, ['content']],
    ['text beside new components', { ...v2(TEXT), content: 'x' }, ['content']],
    ['embeds beside new components', { ...v2(TEXT), embeds: [{ title: 'x' }] }, ['embeds']],
    ['new components without the flag', { components: [TEXT] }, ['components', '0', 'type']],
    ['41 components', v2(...Array.from({ length: 41 }, () => TEXT)), ['components']],
    [
      '41 components, nested',
      v2(...Array.from({ length: 20 }, () => row(button(`${Math.random()}`))), TEXT),
      ['components'],
    ],
    [
      'too much text in all',
      v2({ ...TEXT, content: 'x'.repeat(2500) }, { ...TEXT, content: 'x'.repeat(1501) }),
      ['components'],
    ],
    ['an empty text', v2({ ...TEXT, content: ' ' }), ['components', '0', 'content']],
    ['a doubled custom id', v2(row(button('a')), row(button('a'))), ['components']],
    [
      'a long custom id',
      v2(row(button('x'.repeat(101)))),
      ['components', '0', 'components', '0', 'custom_id'],
    ],
    [
      'a long label',
      v2(row(button('a', { label: 'x'.repeat(81) }))),
      ['components', '0', 'components', '0', 'label'],
    ],
    [
      'a button without a face',
      v2(row(button('a', { label: '' }))),
      ['components', '0', 'components', '0', 'label'],
    ],
    [
      'a link with a strange scheme',
      v2(row({ type: 2, style: 5, label: 'x', url: 'javascript:1' })),
      ['components', '0', 'components', '0', 'url'],
    ],
    [
      'six buttons in a row',
      v2(row(...options(6).map(({ value }) => button(value)))),
      ['components', '0', 'components'],
    ],
    [
      'a button beside a menu',
      v2(row(button('a'), select(options(1)).components[0] ?? {})),
      ['components', '0', 'components'],
    ],
    ['26 options', v2(select(options(26))), ['components', '0', 'components', '0', 'options']],
    [
      'doubled options',
      v2(select([...options(1), ...options(1)])),
      ['components', '0', 'components', '0', 'options', '1', 'value'],
    ],
    [
      'a long option',
      v2(select([{ label: 'x'.repeat(101), value: 'x' }])),
      ['components', '0', 'components', '0', 'options', '0', 'label'],
    ],
    [
      'a long placeholder',
      v2(select(options(1), { placeholder: 'x'.repeat(151) })),
      ['components', '0', 'components', '0', 'placeholder'],
    ],
    [
      'a section without accessory',
      v2({ type: ComponentType.Section, components: [TEXT] }),
      ['components', '0', 'accessory'],
    ],
    [
      'four texts in a section',
      v2({ type: 9, components: [TEXT, TEXT, TEXT, TEXT], accessory: button('a') }),
      ['components', '0', 'components'],
    ],
    [
      'a container in a container',
      v2({ type: 17, components: [{ type: 17, components: [TEXT] }] }),
      ['components', '0', 'components', '0', 'type'],
    ],
    [
      'eleven pictures',
      v2({ type: 12, items: options(11).map(() => ({ media: { url: 'https://example.org/a.png' } })) }),
      ['components', '0', 'items'],
    ],
    ['eleven embeds', { embeds: options(11).map(() => ({ title: 'x' })) }, ['embeds']],
    [
      'embeds that are too long together',
      { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }] },
      ['embeds'],
    ],
    ['a long nonce', { content: 'x', nonce: 'x'.repeat(26) }, ['nonce']],
    [
      'contradicting mentions',
      { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
      ['allowed_mentions'],
    ],
  ])('is refused for %s', async (_, body, path) => {
    const { send } = await open()
    const error = await catchError(send(body))
    expect(error.code).toBe(50035)
    expect(error.rawError).toHaveProperty(['errors', ...path, '_errors', 0, 'code'])
  })

  it('is refused when nothing shows', async () => {
    const { send } = await open()
    expect((await catchError(send({ content: ' ' }))).code).toBe(50006)
    expect((await catchError(send({ flags: MessageFlags.IsComponentsV2 }))).code).toBe(50006)
  })

  it('keeps the flag for new components through edits', async () => {
    const { channel, client, send } = await open()
    const sent = await send(v2(TEXT))
    const edit = (body: object) => client.patch(Routes.channelMessage(channel.id, sent.id), { body })
    expect(await edit({ components: [{ ...TEXT, content: 'y' }] })).toMatchObject({
      flags: MessageFlags.IsComponentsV2,
    })
    expect((await catchError(edit({ content: 'text' }))).code).toBe(50035)
    expect((await catchError(edit({ flags: 0 }))).code).toBe(50035)
    const legacy = await send({ content: 'text' })
    const path = Routes.channelMessage(channel.id, legacy.id)
    expect((await catchError(client.patch(path, { body: v2(TEXT) }))).code).toBe(50035)
    expect(await client.patch(path, { body: { ...v2(TEXT), content: null } })).toMatchObject({ content: '' })
  })

  it('accepts everything at its limit', async () => {
    const { send } = await open()
    await send({ content: 'x'.repeat(2000) })
    await send(v2(...Array.from({ length: 40 }, () => ({ ...TEXT, content: 'x'.repeat(100) }))))
    await send(
      v2(
        select(options(25), { placeholder: 'x'.repeat(150) }),
        row(...options(5).map(({ value }) => button(value.padEnd(100, 'x')))),
      ),
    )
  })
})

describe('commands', () => {
  const path = (discord: FakeDiscord) => Routes.applicationCommands(discord.applicationId)
  const command = { name: 'jobs', description: 'Ask' }

  it('keep their ids when all are replaced', async () => {
    const { discord, client } = await open()
    const before = (await client.put(path(discord), { body: [command, { ...command, name: 'old' }] })) as {
      id: string
    }[]
    const after = await client.put(path(discord), { body: [{ ...command, description: 'Ask more' }] })
    expect(after).toMatchObject([
      { id: before[0]?.id, description: 'Ask more', default_member_permissions: null },
    ])
    expect(discord.commands()).toHaveLength(1)
  })

  it('are created, changed and deleted one by one, for all servers and for one', async () => {
    const { discord, guild, client } = await open()
    const made = (await client.post(path(discord), { body: command })) as { id: string }
    expect(await client.post(path(discord), { body: command })).toMatchObject({ id: made.id })
    const one = `${path(discord)}/${made.id}` as const
    expect(await client.patch(one, { body: { default_member_permissions: '0' } })).toMatchObject({
      default_member_permissions: '0',
    })
    await client.delete(one)
    expect((await catchError(client.get(one))).code).toBe(10063)
    await client.put(Routes.applicationGuildCommands(discord.applicationId, guild.id), { body: [command] })
    expect(discord.commands(guild)).toMatchObject([{ name: 'jobs', guild_id: guild.id }])
  })

  const option = (name: string, more = {}) => ({ type: 3, name, description: 'x', ...more })

  it.each([
    ['a name in capitals', { ...command, name: 'Jobs' }],
    ['a name with a space', { ...command, name: 'jobs search' }],
    ['a long description', { ...command, description: 'x'.repeat(101) }],
    ['26 options', { ...command, options: Array.from({ length: 26 }, (_, index) => option(`o${index}`)) }],
    [
      'an optional option before a required one',
      { ...command, options: [option('a'), option('b', { required: true })] },
    ],
    [
      '26 choices',
      {
        ...command,
        options: [
          option('a', {
            choices: Array.from({ length: 26 }, (_, index) => ({ name: `${index}`, value: `${index}` })),
          }),
        ],
      },
    ],
    ['doubled options', { ...command, options: [option('a'), option('a')] }],
    ['options beside subcommands', { ...command, options: [option('a'), option('b', { type: 1 })] }],
    [
      'choices beside autocomplete',
      { ...command, options: [option('a', { autocomplete: true, choices: [{ name: 'x', value: 'x' }] })] },
    ],
    [
      'too many characters in all',
      {
        ...command,
        options: Array.from({ length: 4 }, (_, index) =>
          option(`o${index}`, {
            choices: Array.from({ length: 25 }, (_, choice) => ({
              name: 'x'.repeat(80),
              value: `${choice}`,
            })),
          }),
        ),
      },
    ],
  ])('are refused for %s', async (_, body) => {
    const { discord, client } = await open()
    const error = await catchError(client.post(path(discord), { body }))
    expect(error.code).toBe(50035)
    expect(discord.commands()).toEqual([])
  })
})

describe('a contradiction to Discord', () => {
  it('fails the test that caused it', async () => {
    const discord = await opened.start()
    discord.violations.push('request POST /somewhere: wrong')
    await expect(opened.closeAll()).rejects.toThrow(/POST \/somewhere: wrong/)
  })
})

describe.skipIf(openSchema() === null)('Discord’s own document', () => {
  it('finds what the rules of the fake let through', async () => {
    const { discord, send } = await open()
    await send({ content: 'x', tts: 'loud' })
    expect(discord.violations.join()).toMatch(/request POST .*\/tts/)
    discord.violations.length = 0
  })
})
