import { type APIOverwrite, ChannelType, GatewayIntentBits } from 'discord.js'
import type { Core } from './core.ts'
import { createChannelPayload } from './payloads/channel.ts'
import { createGuildEvent, createRolePayload } from './payloads/guild.ts'
import { createMemberPayload } from './payloads/member.ts'
import { EVERYONE_PERMISSIONS } from './permissions.ts'
import type { ChannelRecord, GuildRecord, MemberRecord } from './world.ts'

/** What a new server is like. */
export interface GuildDraft {
  readonly name: string
  readonly ownerId: string
  /** Whether the bot is in it. */
  readonly installed: boolean
  readonly locale: string
  /** What everybody may do. */
  readonly everyone: bigint
  /** What the bot's own role adds. */
  readonly botPermissions: bigint
}

/** Everything a draft leaves out. */
export const GUILD_DEFAULTS = {
  installed: true,
  locale: 'en-US',
  everyone: EVERYONE_PERMISSIONS,
  botPermissions: 0n,
}

/** Adds a server with its owner and, when installed, the bot; tells the gateway. */
export function addGuild(core: Core, draft: GuildDraft): GuildRecord {
  const { world } = core
  const id = core.ids.nextGuild()
  const botRole = createRolePayload(core.ids.next(), world.application.name, draft.botPermissions, 1)
  const guild: GuildRecord = {
    id,
    name: draft.name,
    ownerId: draft.ownerId,
    locale: draft.locale,
    installed: draft.installed,
    roles: new Map([
      [id, createRolePayload(id, '@everyone', draft.everyone, 0)],
      ...(draft.installed
        ? [[botRole.id, { ...botRole, managed: true, tags: { bot_id: world.bot.id } }] as const]
        : []),
    ]),
    members: new Map(),
  }
  world.guilds.set(id, guild)
  putMember(core, guild, { userId: draft.ownerId, roleIds: [] })
  if (!draft.installed) return guild
  putMember(core, guild, { userId: world.bot.id, roleIds: [botRole.id] })
  const data = createGuildEvent(world, guild, false)
  core.publish({ name: 'GUILD_CREATE', data, guildId: id, intent: GatewayIntentBits.Guilds })
  return guild
}

/** Takes the bot out of a server, as when somebody removes it. */
export function removeGuild(core: Core, guild: GuildRecord): void {
  core.world.guilds.set(guild.id, { ...guild, installed: false })
  core.publish({
    name: 'GUILD_DELETE',
    data: { id: guild.id },
    guildId: guild.id,
    intent: GatewayIntentBits.Guilds,
  })
  core.changes.notify()
}

/** Adds a channel to a server and tells the gateway. */
export function addChannel(
  core: Core,
  guild: GuildRecord,
  draft: {
    readonly name: string
    readonly type?: ChannelType
    readonly overwrites?: readonly APIOverwrite[]
  },
): ChannelRecord {
  const channel: ChannelRecord = {
    id: core.ids.next(),
    type: draft.type ?? ChannelType.GuildText,
    guildId: guild.id,
    name: draft.name,
    parentId: null,
    overwrites: draft.overwrites ?? [],
    recipientIds: [],
    ownerId: null,
    createdAt: new Date(core.clock.now()).toISOString(),
    position: [...core.world.channels.values()].filter(({ guildId }) => guildId === guild.id).length,
  }
  core.world.channels.set(channel.id, channel)
  publishChannel(core, channel, 'CHANNEL_CREATE')
  return channel
}

/** Changes who may do what in a channel and tells the gateway. */
export function setOverwrites(
  core: Core,
  channel: ChannelRecord,
  overwrites: readonly APIOverwrite[],
): ChannelRecord {
  const changed = { ...channel, overwrites }
  core.world.channels.set(channel.id, changed)
  publishChannel(core, changed, 'CHANNEL_UPDATE')
  return changed
}

/** Takes a channel away and tells the gateway. */
export function removeChannel(core: Core, channel: ChannelRecord): void {
  publishChannel(core, channel, 'CHANNEL_DELETE')
  core.world.channels.delete(channel.id)
  core.world.messages.delete(channel.id)
}

/** Adds a member or changes their roles and name; tells the gateway. */
export function putMember(
  core: Core,
  guild: GuildRecord,
  draft: { readonly userId: string; readonly roleIds: readonly string[]; readonly nick?: string },
): MemberRecord {
  const known = guild.members.get(draft.userId)
  const joinedAt = known?.joinedAt ?? new Date(core.clock.now()).toISOString()
  const member: MemberRecord = {
    userId: draft.userId,
    roleIds: draft.roleIds,
    nick: draft.nick ?? null,
    joinedAt,
  }
  guild.members.set(draft.userId, member)
  if (!guild.installed || draft.userId === core.world.bot.id) return member
  const name = known === undefined ? 'GUILD_MEMBER_ADD' : 'GUILD_MEMBER_UPDATE'
  const data = { ...createMemberPayload(core.world, member), guild_id: guild.id }
  core.publish({ name, data, guildId: guild.id, intent: GatewayIntentBits.GuildMembers })
  return member
}

function publishChannel(core: Core, channel: ChannelRecord, name: string): void {
  const data = createChannelPayload(core.world, channel)
  core.publish({ name, data, guildId: channel.guildId, intent: GatewayIntentBits.Guilds })
}
