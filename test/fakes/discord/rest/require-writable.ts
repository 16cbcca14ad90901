import { ChannelType, PermissionFlagsBits } from 'discord.js'
import { DiscordError } from '../discord-error.ts'
import { shareGuild } from '../interactions/installation.ts'
import { requireBotMay } from '../permissions.ts'
import type { ChannelRecord, World } from '../world.ts'

const SILENT_TYPES: readonly ChannelType[] = [
  ChannelType.GuildCategory,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
]

/**
 * Stops when the bot may not write in a channel.
 * @throws {DiscordError} 50001, 50013, 50008; in private conversations 50278 without a common server, 50007 when closed
 */
export function requireWritable(world: World, channel: ChannelRecord, hasFiles: boolean): void {
  if (channel.guildId === null) requireReachable(world, channel)
  else requireOpen(world, channel, hasFiles)
}

function requireOpen(world: World, channel: ChannelRecord, hasFiles: boolean): void {
  if (SILENT_TYPES.includes(channel.type)) throw new DiscordError(50008)
  const isThread = channel.ownerId !== null
  const { SendMessages, SendMessagesInThreads, AttachFiles } = PermissionFlagsBits
  requireBotMay(world, channel, isThread ? SendMessagesInThreads : SendMessages)
  if (hasFiles) requireBotMay(world, channel, AttachFiles)
}

function requireReachable(world: World, channel: ChannelRecord): void {
  const [recipient, ...others] = channel.recipientIds
  if (recipient === undefined || others.length > 0) throw new DiscordError(50001)
  if (world.closedDms.has(recipient)) throw new DiscordError(50007)
  if (!shareGuild(world, recipient) && !world.userInstalls.has(recipient)) throw new DiscordError(50278)
}
