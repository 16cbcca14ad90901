import { type APIMessage, PermissionFlagsBits } from 'discord.js'
import type { Core } from '../core.ts'
import { createMessage } from '../messages.ts'
import { computePermissions } from '../permissions.ts'
import { type ChannelRecord, requireUser } from '../world.ts'
import type { MessageAddress } from './use-component.ts'

/** How a member writes. */
export interface WriteOptions {
  /** Whom the text begins with mentioning. */
  readonly mentions?: readonly { readonly id: string }[]
  /** The message that this one answers. */
  readonly reply?: MessageAddress
  /** Whether the reply pings its author (default true). */
  readonly ping?: boolean
}

/** Writes a message as a member. @throws Error when the member may not write there */
export function writeMessage(
  core: Core,
  channel: ChannelRecord,
  userId: string,
  text: string,
  options: WriteOptions = {},
): APIMessage {
  refuseWriter(core, channel, userId)
  const mentions = (options.mentions ?? []).map(({ id }) => `<@${id}> `).join('')
  const reference = options.reply === undefined ? {} : { message_reference: { message_id: options.reply.id } }
  const silent = { allowed_mentions: { parse: ['users', 'roles', 'everyone'], replied_user: false } }
  return createMessage(core, {
    channel,
    author: requireUser(core.world, userId),
    body: { content: mentions + text, ...reference, ...(options.ping === false ? silent : {}) },
    files: [],
    visibleTo: null,
    extraFlags: 0,
    extra: {},
  })
}

function refuseWriter(core: Core, channel: ChannelRecord, userId: string): void {
  if (channel.guildId === null) {
    if (!channel.recipientIds.includes(userId)) throw new Error('the member is not in this conversation')
    return
  }
  const permission =
    channel.ownerId === null ? PermissionFlagsBits.SendMessages : PermissionFlagsBits.SendMessagesInThreads
  const isMember = core.world.guilds.get(channel.guildId)?.members.has(userId) === true
  if (!isMember || (computePermissions(core.world, channel, userId) & permission) === 0n)
    throw new Error('the member may not write here')
}
