import { OverwriteType, PermissionFlagsBits } from 'discord.js'
import { DiscordError, type DiscordErrorCode } from './discord-error.ts'
import { type ChannelRecord, findGuild, type GuildRecord, type World } from './world.ts'

/** What everybody may do in a new server. */
export const EVERYONE_PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.UseApplicationCommands |
  PermissionFlagsBits.UseExternalApps |
  PermissionFlagsBits.UseExternalEmojis

/** What an app may do in a private conversation, after the interaction docs on `app_permissions`. */
const PRIVATE_PERMISSIONS =
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.MentionEveryone |
  PermissionFlagsBits.UseExternalEmojis

const ALL_PERMISSIONS = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n)

/** What a member may do in the server as a whole. */
export function computeGuildPermissions(guild: GuildRecord, userId: string): bigint {
  if (guild.ownerId === userId) return ALL_PERMISSIONS
  const roleIds = [guild.id, ...(guild.members.get(userId)?.roleIds ?? [])]
  const bits = roleIds.reduce((sum, id) => sum | BigInt(guild.roles.get(id)?.permissions ?? '0'), 0n)
  return (bits & PermissionFlagsBits.Administrator) === 0n ? bits : ALL_PERMISSIONS
}

/** What somebody may do in a channel, after https://discord.com/developers/docs/topics/permissions#permission-overwrites. */
export function computePermissions(world: World, channel: ChannelRecord, userId: string): bigint {
  const guild = findGuild(world, channel)
  if (guild === null) return PRIVATE_PERMISSIONS
  const base = computeGuildPermissions(guild, userId)
  if (base === ALL_PERMISSIONS) return base
  const parent = channel.ownerId === null ? channel : (world.channels.get(channel.parentId ?? '') ?? channel)
  return applyOverwrites(base, parent, guild, userId)
}

/** Whether the bot may do something in a channel; in private conversations it may always write and read. */
export function botMay(world: World, channel: ChannelRecord, permission: bigint): boolean {
  if (channel.guildId === null) return true
  return (computePermissions(world, channel, world.bot.id) & permission) !== 0n
}

/** @throws {DiscordError} 50001 when the bot does not see the channel, else `code` (default 50013) when it lacks the permission */
export function requireBotMay(
  world: World,
  channel: ChannelRecord,
  permission: bigint,
  code: DiscordErrorCode = 50013,
): void {
  requireBotSees(world, channel)
  if (!botMay(world, channel, permission)) throw new DiscordError(code)
}

/** @throws {DiscordError} 50001 */
export function requireBotSees(world: World, channel: ChannelRecord): void {
  if (!botSees(world, channel)) throw new DiscordError(50001)
}

/** Whether the bot is where the channel is and may view it. */
export function botSees(world: World, channel: ChannelRecord): boolean {
  if (channel.guildId === null) return channel.recipientIds.length === 1
  const isMember = findGuild(world, channel)?.installed === true
  return isMember && botMay(world, channel, PermissionFlagsBits.ViewChannel)
}

function applyOverwrites(base: bigint, channel: ChannelRecord, guild: GuildRecord, userId: string): bigint {
  const roleIds = guild.members.get(userId)?.roleIds ?? []
  const find = (type: OverwriteType, ids: readonly string[]) =>
    channel.overwrites.filter(overwrite => overwrite.type === type && ids.includes(overwrite.id))
  const steps = [
    find(OverwriteType.Role, [guild.id]),
    find(OverwriteType.Role, roleIds),
    find(OverwriteType.Member, [userId]),
  ]
  return steps.reduce((bits, overwrites) => {
    const denied = overwrites.reduce((sum, overwrite) => sum | BigInt(overwrite.deny), 0n)
    const allowed = overwrites.reduce((sum, overwrite) => sum | BigInt(overwrite.allow), 0n)
    return (bits & ~denied) | allowed
  }, base)
}
