import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  InteractionContextType,
  type Message,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from 'discord.js'
import { COMMANDS, commandWords } from '../../src/commands.ts'
import type { Member, Request, RequestContent } from '../../src/platform.ts'
import type { Viewers } from '../../src/reply.ts'
import { readCustomId } from './custom-id.ts'
import { DISCORD_LAYOUT } from './limits.ts'
import { FORM_FIELD } from './render.ts'

type AnyInteraction =
  | AutocompleteInteraction
  | ChatInputCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction

/** Reads `/jobs search question:…` as the message that says the same. */
export function readCommand(interaction: ChatInputCommandInteraction): Request {
  const name = interaction.options.getSubcommand()
  const command = COMMANDS.find(candidate => candidate.name === name)
  const value = command?.option ? interaction.options.get(command.option.name)?.value : undefined
  const text = command ? commandWords(command, String(value ?? '')) : name
  return readRequest(interaction, { type: 'text', text }, 'asker')
}

/** Reads what is typed so far into an option of a command. */
export function readTyping(interaction: AutocompleteInteraction): Request {
  return readRequest(interaction, { type: 'typing', text: interaction.options.getFocused() }, 'asker')
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
  const value = interaction.fields.getTextInputValue(FORM_FIELD)
  return readRequest(interaction, { type: 'form', key: form.key, value }, readViewers(interaction))
}

/** Whether nobody else is in the conversation: a direct message with the bot. */
export function isPrivatePlace(interaction: AnyInteraction): boolean {
  return interaction.context === InteractionContextType.BotDM
}

function readRequest(interaction: AnyInteraction, content: RequestContent, viewers: Viewers): Request {
  const isAdmin = interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false
  return {
    conversationId: nameConversation(interaction.channelId, interaction.user.id),
    content,
    pageSize: DISCORD_LAYOUT.cards,
    member: readMember(interaction.user.id, isAdmin),
    surface: { isPrivate: isPrivatePlace(interaction), viewers, isRich: true },
  }
}

function readViewers(interaction: MessageComponentInteraction | ModalSubmitInteraction): Viewers {
  const isEphemeral = interaction.message?.flags.has(MessageFlags.Ephemeral) ?? true
  return isEphemeral || isPrivatePlace(interaction) ? 'asker' : 'place'
}

/** Reads a message to the bot: a direct one, or one that mentions or answers it; null for any other. */
export function readMessage(message: Message, botId: string): Request | null {
  if (message.author.bot || message.system || message.webhookId !== null) return null
  const isPrivate = message.guildId === null
  if (!isPrivate && !message.mentions.users.has(botId)) return null
  const text = message.content.replaceAll(`<@${botId}>`, ' ').replaceAll(`<@!${botId}>`, ' ').trim()
  const isAdmin = message.member?.permissions.has(PermissionFlagsBits.ManageGuild) ?? false
  return {
    conversationId: nameConversation(message.channelId, message.author.id),
    content: { type: 'text', text },
    pageSize: DISCORD_LAYOUT.cards,
    member: readMember(message.author.id, isAdmin),
    surface: { isPrivate, viewers: isPrivate ? 'asker' : 'place', isRich: true },
  }
}

/** One conversation a member and channel, whether by command or in plain words. */
function nameConversation(channelId: string | null, userId: string): string {
  return `discord:${channelId ?? 'nowhere'}:${userId}`
}

function readMember(userId: string, isAdmin: boolean): Member {
  return { id: `discord:${userId}`, isAdmin }
}
