import {
  type APIModalInteractionResponseCallbackData,
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  ButtonStyle,
  type ChatInputCommandInteraction,
  type Client,
  ComponentType,
  Events,
  type Interaction,
  InteractionContextType,
  MessageFlags,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  TextInputStyle,
} from 'discord.js'
import { afterEach, describe, expect, it } from 'vitest'
import type { FakeDiscordOptions } from './discord/fake-discord.ts'
import { trackOpened } from './discord/track-opened.ts'

const opened = trackOpened()
const Option = ApplicationCommandOptionType

const COMMANDS: readonly RESTPostAPIChatInputApplicationCommandsJSONBody[] = [
  {
    name: 'jobs',
    description: 'Ask for jobs',
    contexts: [
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      InteractionContextType.PrivateChannel,
    ],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    options: [
      {
        type: Option.Subcommand,
        name: 'search',
        description: 'Search',
        options: [
          { type: Option.String, name: 'question', description: 'What', required: true, autocomplete: true },
          { type: Option.Channel, name: 'where', description: 'Where' },
          { type: Option.Integer, name: 'count', description: 'How many', min_value: 1, max_value: 5 },
        ],
      },
    ],
  },
  { name: 'admin', description: 'Rule', default_member_permissions: '32' },
]

/** A server with a channel and a member, the commands registered, and a client that answers with `handle`. */
async function open(handle: (interaction: Interaction) => Promise<unknown>, options?: FakeDiscordOptions) {
  const discord = await opened.start(options)
  const guild = discord.addGuild('Server')
  const channel = discord.addChannel(guild, 'jobs')
  const user = discord.addUser('Asker')
  discord.addMember(guild, user)
  const client = await opened.connect(discord)
  await client.application.commands.set([...COMMANDS])
  const failures: unknown[] = []
  client.on(Events.InteractionCreate, interaction => {
    handle(interaction).catch((error: unknown) => failures.push(error))
  })
  return { discord, guild, channel, user, client, failures }
}

/** A handler for the one command `jobs search`. */
function onCommand(run: (interaction: ChatInputCommandInteraction) => Promise<unknown>) {
  return async (interaction: Interaction) => (interaction.isChatInputCommand() ? run(interaction) : undefined)
}

function readOwners({ authorizingIntegrationOwners: owners }: ChatInputCommandInteraction): string {
  return `${owners.guildId ?? 'none'} ${owners.userId ?? 'none'}`
}

function readQuestion(interaction: ChatInputCommandInteraction): string {
  return interaction.options.getString('question', true)
}

const ROW = {
  type: ComponentType.ActionRow,
  components: [
    { type: ComponentType.Button, style: ButtonStyle.Primary, label: 'More', custom_id: 'more' },
    {
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      label: 'Off',
      custom_id: 'off',
      disabled: true,
    },
  ],
} as const

const CARD = {
  flags: MessageFlags.IsComponentsV2,
  components: [
    {
      type: ComponentType.Container,
      components: [
        { type: ComponentType.TextDisplay, content: 'Baker in Lyon' },
        { type: ComponentType.Separator },
        ROW,
      ],
    },
  ],
} as const

afterEach(opened.closeAll)

describe('a slash command', () => {
  it('is answered by a promise and an edit', async () => {
    const { discord, channel, user } = await open(
      onCommand(async interaction => {
        await interaction.deferReply()
        await interaction.editReply(`You asked: ${readQuestion(interaction)}`)
      }),
    )
    const asked = discord.slash(user, 'jobs search', { question: 'baker', count: 3 })
    const answer = await asked.response()
    expect((await asked.acknowledged()).type).toBe(5)
    expect(answer).toMatchObject({ content: 'You asked: baker', edited_timestamp: null, flags: 0 })
    expect(answer.interaction_metadata).toMatchObject({ id: asked.id, user: { id: user.id } })
    expect(discord.messages(channel).map(({ id }) => id)).toEqual([answer.id])
  })

  it('carries what its options stand for', async () => {
    const { discord, channel, user } = await open(
      onCommand(interaction => interaction.reply(`in ${interaction.options.getChannel('where')?.name}`)),
    )
    const asked = discord.slash(user, '/jobs search', { question: 'x', where: channel })
    expect((await asked.response()).content).toBe('in jobs')
  })

  it('gives the created message back when the answer asks for it', async () => {
    const ids: (string | undefined)[] = []
    const { discord, user } = await open(
      onCommand(async interaction => {
        const created = await interaction.reply({ content: 'here', withResponse: true })
        ids.push(created.resource?.message?.id, (await interaction.fetchReply()).id)
      }),
    )
    const answer = await discord.slash(user, 'jobs search', { question: 'x' }).response()
    await expect.poll(() => ids).toEqual([answer.id, answer.id])
  })

  it('can be answered so that only the member sees it', async () => {
    const { discord, channel, user } = await open(
      onCommand(interaction => interaction.reply({ content: 'only you', flags: MessageFlags.Ephemeral })),
    )
    const other = discord.addUser('Other')
    const answer = await discord.slash(user, 'jobs search', { question: 'x' }).response()
    expect(answer.flags).toBe(MessageFlags.Ephemeral)
    expect(discord.messages(channel)).toEqual([])
    expect(discord.messages(channel, { as: user })).toHaveLength(1)
    expect(discord.messages(channel, { as: other })).toEqual([])
  })

  it('gets follow-ups, of which the first keeps an open promise', async () => {
    const { discord, channel, user } = await open(
      onCommand(async interaction => {
        await interaction.deferReply()
        await interaction.followUp('keeps the promise')
        await interaction.followUp('second')
        await interaction.deleteReply()
      }),
    )
    const asked = discord.slash(user, 'jobs search', { question: 'x' })
    const second = await asked.followUp()
    await discord.until(() => (discord.messages(channel).length === 1 ? true : null), 'the deletion')
    expect(second.content).toBe('second')
    expect(second.message_reference?.message_id).toBeDefined()
    expect(asked.followUps()).toHaveLength(1)
  })

  it('is offered only where it is registered and to whom it is not hidden', async () => {
    const { discord, guild, user } = await open(async () => undefined)
    const role = discord.addRole(guild, 'Staff', { permissions: 32n })
    expect(() => discord.slash(user, 'nothing')).toThrow(/no command/)
    expect(() => discord.slash(user, 'jobs')).toThrow(/only the beginning/)
    expect(() => discord.slash(user, 'jobs search')).toThrow(/question is required/)
    expect(() => discord.slash(user, 'jobs search', { question: 'x', count: 9 })).toThrow(/out of range/)
    expect(() => discord.slash(user, 'admin')).toThrow(/hidden/)
    expect(() => discord.slash(user, 'admin', {}, { force: true })).not.toThrow()
    discord.addMember(guild, user, [role])
    expect(() => discord.slash(user, 'admin')).not.toThrow()
  })

  it('reaches the bot from a private conversation and, when installed by the member, from anywhere', async () => {
    const places: (number | null)[] = []
    const { discord } = await open(
      onCommand(async interaction => {
        places.push(interaction.context)
        await interaction.reply({
          content: readOwners(interaction),
          withResponse: true,
        })
      }),
    )
    const user = discord.addUser('Stranger')
    const elsewhere = discord.addGuild('Elsewhere', { installed: false })
    const channel = discord.addChannel(elsewhere, 'chat')
    discord.addMember(elsewhere, user)
    const group = discord.addGroup([user, discord.addUser('Friend')])
    expect(() => discord.slash(user, 'jobs search', { question: 'x' }, { channel })).toThrow(/not installed/)
    discord.installFor(user)
    for (const place of [channel, discord.openDm(user), group])
      expect(
        (await discord.slash(user, 'jobs search', { question: 'x' }, { channel: place }).response()).content,
      ).toBe(`none ${user.id}`)
    expect(places).toEqual([0, 1, 2])
  })

  it('of a member’s own app is private where the server wants it so, and gets five follow-ups', async () => {
    const { discord, failures } = await open(
      onCommand(async interaction => {
        await interaction.reply('answer')
        for (let index = 0; index < 6; index += 1) await interaction.followUp(`${index}`)
      }),
    )
    const user = discord.addUser('Stranger')
    const elsewhere = discord.addGuild('Elsewhere', {
      installed: false,
      everyone: (1n << 10n) | (1n << 11n) | (1n << 31n),
    })
    const channel = discord.addChannel(elsewhere, 'chat')
    discord.addMember(elsewhere, user)
    discord.installFor(user)
    const asked = discord.slash(user, 'jobs search', { question: 'x' }, { channel })
    expect((await asked.response()).flags).toBe(MessageFlags.Ephemeral)
    await expect.poll(() => failures).toHaveLength(1)
    expect(failures[0]).toMatchObject({ code: 40094 })
    expect(asked.followUps()).toHaveLength(5)
  })
})

describe('deadlines', () => {
  it('refuse an answer after three seconds as unknown', async () => {
    const { discord, user, failures } = await open(
      onCommand(async interaction => {
        discord.clock.advance(3001)
        await interaction.reply('too late')
      }),
    )
    discord.slash(user, 'jobs search', { question: 'x' })
    await expect.poll(() => failures).toHaveLength(1)
    expect(failures[0]).toMatchObject({ code: 10062, status: 404 })
  })

  it('refuse a second answer', async () => {
    const { discord, user, failures } = await open(
      onCommand(async interaction => {
        await interaction.reply('first')
        // The client remembers that it has answered; Discord has to be asked itself.
        interaction.replied = false
        await interaction.reply('second')
      }),
    )
    discord.slash(user, 'jobs search', { question: 'x' })
    await expect.poll(() => failures).toHaveLength(1)
    expect(failures[0]).toMatchObject({ code: 40060, status: 400 })
  })

  it('refuse edits after fifteen minutes', async () => {
    const { discord, user, failures } = await open(
      onCommand(async interaction => {
        await interaction.deferReply()
        discord.clock.advance(15 * 60_000 + 1)
        await interaction.editReply('too late')
      }),
    )
    discord.slash(user, 'jobs search', { question: 'x' })
    await expect.poll(() => failures).toHaveLength(1)
    expect(failures[0]).toMatchObject({ code: 50027, status: 401 })
  })

  it('let the test see that nobody answered', async () => {
    const { discord, user } = await open(async () => undefined)
    const asked = discord.slash(user, 'jobs search', { question: 'x' })
    await expect(asked.response(30)).rejects.toThrow(/waited 30 ms for an answer of jobs search/)
  })
})

describe('autocomplete', () => {
  it('shows at most 25 suggestions to what is being typed', async () => {
    const { discord, user, failures } = await open(async interaction => {
      if (!interaction.isAutocomplete()) return
      const typed = interaction.options.getFocused()
      const count = typed === 'many' ? 26 : 2
      await interaction.respond(
        Array.from({ length: count }, (_, index) => ({ name: `${typed} ${index}`, value: `${index}` })),
      )
    })
    const typed = discord.autocomplete(user, 'jobs search', { question: 'bak' })
    expect(await typed.choices()).toEqual([
      { name: 'bak 0', value: '0' },
      { name: 'bak 1', value: '1' },
    ])
    discord.autocomplete(user, 'jobs search', { question: 'many' })
    await expect.poll(() => failures).toHaveLength(1)
    expect(failures[0]).toMatchObject({ code: 50035 })
    expect(() => discord.autocomplete(user, 'jobs search', { count: 1 })).toThrow(/suggests nothing/)
  })
})

describe('components', () => {
  it('come back with ids and defaults after a promise that could not carry them', async () => {
    const { discord, user } = await open(
      onCommand(async interaction => {
        await interaction.deferReply({ flags: MessageFlags.Ephemeral })
        await interaction.editReply(CARD)
      }),
    )
    const answer = await discord.slash(user, 'jobs search', { question: 'x' }).response()
    expect(answer.flags).toBe(MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral)
    expect(answer.components?.[0]).toMatchObject({
      type: ComponentType.Container,
      id: 1,
      accent_color: null,
      spoiler: false,
      components: [
        { id: 2 },
        { id: 3, spacing: 1, divider: true },
        { id: 4, components: [{ id: 5 }, { id: 6 }] },
      ],
    })
  })

  it('cannot come with the promise itself', async () => {
    const { discord, user, client, failures } = await open(
      onCommand(interaction =>
        postCallback(client, interaction, { type: 5, data: { flags: MessageFlags.IsComponentsV2 } }),
      ),
    )
    discord.slash(user, 'jobs search', { question: 'x' })
    await expect.poll(() => failures).toHaveLength(1)
    expect(failures[0]).toMatchObject({ code: 50035 })
  })

  it('change their message when a button is pressed', async () => {
    const { discord, user } = await open(async interaction => {
      if (interaction.isChatInputCommand()) await interaction.reply(CARD)
      if (interaction.isButton()) {
        expect(interaction.message.flags.has(MessageFlags.IsComponentsV2)).toBe(true)
        await interaction.update({ components: [{ type: ComponentType.TextDisplay, content: 'page 2' }] })
      }
    })
    const answer = await discord.slash(user, 'jobs search', { question: 'x' }).response()
    const changed = await discord.click(answer, 'more', user).response()
    expect(changed.id).toBe(answer.id)
    expect(changed.components).toEqual([{ type: ComponentType.TextDisplay, id: 1, content: 'page 2' }])
    expect(discord.message(answer)).toEqual(changed)
  })

  it('can be promised a change', async () => {
    const { discord, user } = await open(async interaction => {
      if (interaction.isChatInputCommand()) await interaction.reply({ content: 'page 1', components: [ROW] })
      if (interaction.isButton()) {
        await interaction.deferUpdate()
        await interaction.editReply('page 2')
      }
    })
    const answer = await discord.slash(user, 'jobs search', { question: 'x' }).response()
    expect((await discord.click(answer, 'more', user).response()).content).toBe('page 2')
  })

  it('answer another member privately without touching the message', async () => {
    const { discord, guild, channel, user } = await open(async interaction => {
      if (interaction.isChatInputCommand()) await interaction.reply({ content: 'page 1', components: [ROW] })
      if (interaction.isButton())
        await interaction.reply({ content: 'a copy', flags: MessageFlags.Ephemeral })
    })
    const other = discord.addUser('Other')
    discord.addMember(guild, other)
    const answer = await discord.slash(user, 'jobs search', { question: 'x' }).response()
    const copy = await discord.click(answer, 'more', other).response()
    expect(copy).toMatchObject({ content: 'a copy', flags: MessageFlags.Ephemeral })
    expect(discord.message(answer)).toEqual(answer)
    expect(discord.messages(channel, { as: user })).toHaveLength(1)
    expect(() => discord.click(copy, 'more', user)).toThrow(/sees no message/)
  })

  it('cannot be used when they are off, absent or do not offer the value', async () => {
    const menu = {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: 'sort',
          options: [
            { label: 'Pay', value: 'pay' },
            { label: 'Age', value: 'age' },
          ],
        },
      ],
    } as const
    const { discord, user } = await open(async interaction => {
      if (interaction.isChatInputCommand())
        await interaction.reply({ content: 'sort', components: [ROW, menu] })
      if (interaction.isStringSelectMenu()) await interaction.update(`by ${interaction.values.join()}`)
    })
    const answer = await discord.slash(user, 'jobs search', { question: 'x' }).response()
    expect(() => discord.click(answer, 'off', user)).toThrow(/switched off/)
    expect(() => discord.click(answer, 'less', user)).toThrow(/no control/)
    expect(() => discord.select(answer, 'sort', user, ['luck'])).toThrow(/offers pay, age/)
    expect((await discord.select(answer, 'sort', user, ['age']).response()).content).toBe('by age')
  })
})

describe('a form', () => {
  const FORM: APIModalInteractionResponseCallbackData = {
    custom_id: 'refine',
    title: 'Refine',
    components: [
      {
        type: ComponentType.Label,
        label: 'Place',
        component: {
          type: ComponentType.TextInput,
          custom_id: 'place',
          style: TextInputStyle.Short,
          max_length: 10,
        },
      },
      {
        type: ComponentType.Label,
        label: 'Level',
        component: {
          type: ComponentType.StringSelect,
          custom_id: 'level',
          required: false,
          options: [{ label: 'Senior', value: 'senior' }],
        },
      },
    ],
  }

  it('opens from a button and changes the message when it is sent', async () => {
    const { discord, user } = await open(async interaction => {
      if (interaction.isChatInputCommand()) await interaction.reply({ content: 'page 1', components: [ROW] })
      if (interaction.isButton()) await interaction.showModal(FORM)
      if (interaction.isModalSubmit() && interaction.isFromMessage()) {
        const place = interaction.fields.getTextInputValue('place')
        await interaction.update(`${place} ${interaction.fields.getStringSelectValues('level').join()}`)
      }
    })
    const answer = await discord.slash(user, 'jobs search', { question: 'x' }).response()
    const pressed = discord.click(answer, 'more', user)
    expect((await pressed.modal()).title).toBe('Refine')
    expect(() => discord.submitModal(pressed, { place: 'a very long place' })).toThrow(/1 to 10/)
    expect(() => discord.submitModal(pressed, { colour: 'red' })).toThrow(/no field/)
    const sent = discord.submitModal(pressed, { place: 'Lyon', level: ['senior'] })
    expect((await sent.response()).content).toBe('Lyon senior')
  })

  it('opens from a command and is answered by a new message', async () => {
    const { discord, user } = await open(async interaction => {
      if (interaction.isChatInputCommand()) await interaction.showModal(FORM)
      if (interaction.isModalSubmit()) await interaction.reply(interaction.fields.getTextInputValue('place'))
    })
    const asked = discord.slash(user, 'jobs search', { question: 'x' })
    await asked.modal()
    expect((await discord.submitModal(asked, { place: 'Lyon' }).response()).content).toBe('Lyon')
  })

  it('over a limit is refused', async () => {
    const { discord, user, client, failures } = await open(
      onCommand(interaction =>
        postCallback(client, interaction, { type: 9, data: { ...FORM, title: 'x'.repeat(46) } }),
      ),
    )
    discord.slash(user, 'jobs search', { question: 'x' })
    await expect.poll(() => failures).toHaveLength(1)
    expect(failures[0]).toMatchObject({
      code: 50035,
      rawError: { errors: { data: { title: expect.anything() } } },
    })
  })
})

describe('an event that comes twice', () => {
  it('can be answered once', async () => {
    const { discord, user, failures } = await open(onCommand(interaction => interaction.reply('hello')))
    discord.faults.duplicate('INTERACTION_CREATE')
    const asked = discord.slash(user, 'jobs search', { question: 'x' })
    expect((await asked.response()).content).toBe('hello')
    await expect.poll(() => failures).toHaveLength(1)
    expect(failures[0]).toMatchObject({ code: 40060 })
  })
})

/** Answers with a body that the client itself would not make. */
function postCallback(
  client: Client,
  interaction: ChatInputCommandInteraction,
  body: object,
): Promise<unknown> {
  return client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
    auth: false,
    body,
  })
}
