import {
  type APIAuthorizingIntegrationOwnersMap,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js'
import { computePermissions } from '../permissions.ts'
import { type ChannelRecord, findGuild, type World } from '../world.ts'

const { GuildInstall, UserInstall } = ApplicationIntegrationType

/** Which kind of place a channel is for interactions. */
export function findContext(channel: ChannelRecord): InteractionContextType {
  if (channel.guildId !== null) return InteractionContextType.Guild
  return channel.recipientIds.length === 1
    ? InteractionContextType.BotDM
    : InteractionContextType.PrivateChannel
}

/** By whose installation the app is present for a member in a channel; empty when it is not. */
export function findOwners(
  world: World,
  channel: ChannelRecord,
  userId: string,
): APIAuthorizingIntegrationOwnersMap {
  const guild = findGuildOwner(world, channel, userId)
  return {
    ...(guild === null ? {} : { [GuildInstall]: guild }),
    ...(world.userInstalls.has(userId) ? { [UserInstall]: userId } : {}),
  }
}

/** Whether only the member's own installation carries the interaction. */
export function isUserInstallOnly(owners: APIAuthorizingIntegrationOwnersMap): boolean {
  return owners[GuildInstall] === undefined && owners[UserInstall] !== undefined
}

/** Whether a server lets only the member see what the member's own app answers. */
export function isForcedPrivate(
  world: World,
  channel: ChannelRecord,
  userId: string,
  owners: APIAuthorizingIntegrationOwnersMap,
): boolean {
  if (channel.guildId === null || !isUserInstallOnly(owners)) return false
  return (computePermissions(world, channel, userId) & PermissionFlagsBits.UseExternalApps) === 0n
}

/** Whether somebody and the bot are in a server together. */
export function shareGuild(world: World, userId: string): boolean {
  return [...world.guilds.values()].some(guild => guild.installed && guild.members.has(userId))
}

/** `"0"` stands for the private conversation with the bot. */
function findGuildOwner(world: World, channel: ChannelRecord, userId: string): string | null {
  const guild = findGuild(world, channel)
  if (guild !== null) return guild.installed ? guild.id : null
  return findContext(channel) === InteractionContextType.BotDM && shareGuild(world, userId) ? '0' : null
}
