import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  InteractionContextType,
  type Message,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalData,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
  type PermissionsBitField,
} from 'discord.js'
import { COMMANDS, type Command, idOfCommand } from '../../src/commands.ts'
import type { Member, Request, RequestContent } from '../../src/platform.ts'
import type { Viewers } from '../../src/reply.ts'
import { readCustomId } from './custom-id.ts'
import { DISCORD_LAYOUT } from './limits.ts'
import { ADMIN_COMMAND } from './register-commands.ts'

type AnyInteraction =
  | AutocompleteInteraction
  | ChatInputCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction

/** The command that a slash command stands for; undefined for one that this version does not know. */
export function findCommand(
  interaction: ChatInputCommandInteraction | AutocompleteInteraction,
): Command | undefined {
  const [name, word] = [interaction.options.getSubcommand(), interaction.options.getSubcommandGroup(false)]
  const group = interaction.commandName === ADMIN_COMMAND ? 'admin' : word
  return COMMANDS.find(command => command.name === name && command.group === group)
}

/** Reads `/jobs search question:…`; null for a command that this version does not know. */
export function readCommand(interaction: ChatInputCommandInteraction, viewers: Viewers): Request | null {
  const command = findCommand(interaction)
  if (!command) return null
  const values = command.options.flatMap(({ name }) => {
    const value = interaction.options.get(name)?.value
    return value === undefined ? [] : [[name, String(value)] as const]
  })
  const call = { id: idOfCommand(command), values: Object.fromEntries(values) }
  return readRequest(interaction, { type: 'command', call }, viewers)
}

/** Reads what is typed so far into an option of a command. */
export function readTyping(interaction: AutocompleteInteraction): Request {
  const { name, value: typed } = interaction.options.getFocused(true)
  const option = findCommand(interaction)?.options.find(candidate => candidate.name === name)
  const completes = option?.completes ?? 'question'
  return readRequest(interaction, { type: 'typing', text: String(typed), completes }, 'asker')
}

/** Reads a press of a button or a pick from a menu; null for a control that is not ours. */
export function readPress(interaction: MessageComponentInteraction): Request | null {
  const control = readCustomId(interaction.customId)
  if (control === null) return null
  const picked = interaction.isStringSelectMenu() ? interaction.values[0] : undefined
  return readRequest(interaction, { type: 'press', key: picked ?? control.key }, readViewers(interaction))
}

/** Reads a form that was sent back; null for one that is not ours. */
export function readForm(interaction: ModalSubmitInteraction): Request | null {
  const form = readCustomId(interaction.customId)
  if (form?.kind !== 'form') return null
  const values = Object.fromEntries(
    interaction.fields.fields.map(field => [field.customId, readFieldValues(field)] as const),
  )
  return readRequest(interaction, { type: 'form', key: form.key, values }, readViewers(interaction))
}

function readFieldValues(field: ModalData): readonly string[] {
  if ('values' in field) return field.values
  return 'value' in field && typeof field.value === 'string' && field.value !== '' ? [field.value] : []
}

/** Whether nobody else is in the conversation: a direct message with the bot. */
export function isPrivatePlace(interaction: AnyInteraction): boolean {
  return interaction.context === InteractionContextType.BotDM
}

function readRequest(interaction: AnyInteraction, content: RequestContent, viewers: Viewers): Request {
  const { user, member, memberPermissions, guildId, channelId } = interaction
  const roles =
    member === null ? [] : Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()]
  return {
    conversationId: nameConversation(channelId, user.id),
    content,
    pageSize: DISCORD_LAYOUT.cards,
    member: makeMember(user.id, roles, memberPermissions),
    ...(channelId === null ? {} : { place: { platform: 'discord', serverId: guildId, channelId } }),
    surface: { isPrivate: isPrivatePlace(interaction), viewers, isRich: true },
  }
}

function readViewers(interaction: MessageComponentInteraction | ModalSubmitInteraction): Viewers {
  const isEphemeral = interaction.message?.flags.has(MessageFlags.Ephemeral) ?? true
  return isEphemeral || isPrivatePlace(interaction) ? 'asker' : 'place'
}

/** Whether a message was written by a person. */
export function isFromPerson(message: Message): boolean {
  return !message.author.bot && !message.system && message.webhookId === null
}

/** Whether a message mentions or answers the bot. */
export function isAddressed(message: Message, botId: string): boolean {
  return message.mentions.users.has(botId)
}

/** The ids of the channel where something is said and, for a thread, of the channel that it is in. */
export function listPlaceIds({ channelId, channel }: Message | AnyInteraction): readonly string[] {
  const parentId = channel?.isThread() ? channel.parentId : null
  return [channelId, parentId].filter(id => id !== null)
}

/**
 * Reads what a person wrote.
 * @param isOverheard whether it was not said to the bot
 */
export function readMessage(message: Message, botId: string, isOverheard: boolean): Request {
  const isPrivate = message.guildId === null
  const text = message.content.replaceAll(`<@${botId}>`, ' ').replaceAll(`<@!${botId}>`, ' ').trim()
  const { member, guildId: serverId, channelId } = message
  const roles = member === null ? [] : [...member.roles.cache.keys()]
  return {
    conversationId: nameConversation(message.channelId, message.author.id),
    content: { type: 'text', text },
    pageSize: DISCORD_LAYOUT.cards,
    member: makeMember(message.author.id, roles, member?.permissions ?? null),
    place: { platform: 'discord', serverId, channelId },
    surface: { isPrivate, viewers: isPrivate ? 'asker' : 'place', isRich: true },
    ...(isOverheard ? { isOverheard } : {}),
  }
}

/** One conversation a member and channel, whether by command or in plain words. */
function nameConversation(channelId: string | null, userId: string): string {
  return `discord:${channelId ?? 'nowhere'}:${userId}`
}

/** Alone with the bot, everybody decides what is posted there. */
function makeMember(
  userId: string,
  roles: readonly string[],
  permissions: Readonly<PermissionsBitField> | null,
): Member {
  const { ManageGuild, ManageChannels } = PermissionFlagsBits
  return {
    id: `discord:${userId}`,
    groups: roles.map(role => `discord:role:${role}`),
    managesServer: permissions?.has(ManageGuild) ?? false,
    managesChannel: permissions?.has(ManageChannels) ?? true,
    isGuest: false,
  }
}
