import type { APIMessage } from 'discord.js'
import type { Core } from './core.ts'
import { findMessageIntent } from './gateway/gateway-event.ts'
import { createPartialMemberPayload } from './payloads/member.ts'
import { botSees } from './permissions.ts'
import { type ChannelRecord, findGuild, type MessageRecord } from './world.ts'

/** Tells the gateway of a new or changed message, as far as the bot may hear of it. */
export function publishMessage(
  core: Core,
  record: MessageRecord,
  name: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE',
): void {
  const place = findPlace(core, record)
  if (place === null) return
  const { channel, guildId } = place
  const extra = { channel_type: channel.type, ...createGuildPart(core, record, channel, guildId) }
  core.publish({
    name,
    data: { ...record.message, ...extra },
    blanked: { ...limitMessage(core, record.message, guildId), ...extra },
    guildId,
    intent: findMessageIntent(guildId),
  })
}

/** Tells the gateway that a message is gone. */
export function publishDeleted(core: Core, record: MessageRecord): void {
  const place = findPlace(core, record)
  if (place === null) return
  const { id, channel_id } = record.message
  const guild = place.guildId === null ? {} : { guild_id: place.guildId }
  core.publish({
    name: 'MESSAGE_DELETE',
    data: { id, channel_id, ...guild },
    guildId: place.guildId,
    intent: findMessageIntent(place.guildId),
  })
}

/** A message as an app sees it that may not read what members write; the message that it answers is judged by itself. */
export function limitMessage(core: Core, message: APIMessage, guildId: string | null): APIMessage {
  const shown = isReadable(core, message, guildId) ? message : { ...message, ...BLANK }
  const referenced = message.referenced_message ?? null
  if (referenced === null || isReadable(core, referenced, guildId)) return shown
  return { ...shown, referenced_message: { ...referenced, ...BLANK } }
}

const BLANK = { content: '', embeds: [], attachments: [], components: [] }

/**
 * Whether the app reads the message without the privileged intent: its own, private ones and those that ping it,
 * after https://discord.com/developers/docs/gateway/you-might-not-need-a-privileged-intent.
 */
function isReadable(core: Core, message: APIMessage, guildId: string | null): boolean {
  const botId = core.world.bot.id
  return guildId === null || message.author.id === botId || message.mentions.some(({ id }) => id === botId)
}

/** Messages that one member sees travel like private messages: without server and member. */
function findPlace(
  core: Core,
  record: MessageRecord,
): { channel: ChannelRecord; guildId: string | null } | null {
  const channel = core.world.channels.get(record.message.channel_id)
  if (channel === undefined) return null
  if (record.visibleTo !== null) return { channel, guildId: null }
  return botSees(core.world, channel) ? { channel, guildId: channel.guildId } : null
}

function createGuildPart(
  core: Core,
  { message }: MessageRecord,
  channel: ChannelRecord,
  guildId: string | null,
) {
  if (guildId === null) return {}
  const member = findGuild(core.world, channel)?.members.get(message.author.id)
  const isWritten = message.webhook_id === undefined
  return {
    guild_id: guildId,
    ...(member !== undefined && isWritten
      ? { member: { ...createPartialMemberPayload(member), mute: false, deaf: false } }
      : {}),
  }
}
