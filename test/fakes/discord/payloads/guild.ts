import type { APIRole, RoleFlags } from 'discord.js'
import type { JsonObject } from '../json.ts'
import { computeGuildPermissions } from '../permissions.ts'
import type { ChannelRecord, GuildRecord, World } from '../world.ts'
import { createChannelPayload } from './channel.ts'
import { createMemberPayload } from './member.ts'

const NO_ROLE_FLAGS = 0 as RoleFlags

/** A role as Discord sends it. */
export function createRolePayload(id: string, name: string, permissions: bigint, position: number): APIRole {
  return {
    id,
    name,
    permissions: String(permissions),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: NO_ROLE_FLAGS,
  }
}

/** The answer of `GET /guilds/:id`. */
export function createGuildPayload(guild: GuildRecord): JsonObject {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    preferred_locale: guild.locale,
    roles: [...guild.roles.values()],
    approximate_member_count: guild.members.size,
    approximate_presence_count: 1,
    ...UNUSED_FIELDS,
  }
}

/** A server in the list of those that the bot is in. */
export function createOwnGuildPayload(guild: GuildRecord, botId: string): JsonObject {
  const { id, name, ownerId } = guild
  const permissions = String(computeGuildPermissions(guild, botId))
  return { id, name, icon: null, banner: null, owner: ownerId === botId, permissions, features: [] }
}

/**
 * The event by which a shard learns of a server.
 * @param seesMembers whether the session may hear of members; else only the bot is listed
 */
export function createGuildEvent(world: World, guild: GuildRecord, seesMembers: boolean): JsonObject {
  const channels = [...world.channels.values()].filter(channel => channel.guildId === guild.id)
  const isThread = (channel: ChannelRecord) => channel.ownerId !== null
  const members = [...guild.members.values()].filter(member => seesMembers || member.userId === world.bot.id)
  const {
    approximate_member_count: _,
    approximate_presence_count: __,
    ...payload
  } = createGuildPayload(guild)
  return {
    ...payload,
    joined_at: guild.members.get(world.bot.id)?.joinedAt ?? null,
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: members.map(member => createMemberPayload(world, member)),
    channels: channels
      .filter(channel => !isThread(channel))
      .map(channel => createChannelPayload(world, channel)),
    threads: channels.filter(isThread).map(channel => createChannelPayload(world, channel)),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  }
}

const UNUSED_FIELDS = {
  icon: null,
  description: null,
  home_header: null,
  splash: null,
  discovery_splash: null,
  features: [],
  banner: null,
  application_id: null,
  region: 'deprecated',
  afk_channel_id: null,
  afk_timeout: 300,
  system_channel_id: null,
  system_channel_flags: 0,
  widget_enabled: false,
  widget_channel_id: null,
  verification_level: 0,
  default_message_notifications: 0,
  mfa_level: 0,
  explicit_content_filter: 0,
  max_presences: null,
  max_members: 500_000,
  max_stage_video_channel_users: 50,
  max_video_channel_users: 25,
  vanity_url_code: null,
  premium_tier: 0,
  premium_subscription_count: 0,
  rules_channel_id: null,
  safety_alerts_channel_id: null,
  public_updates_channel_id: null,
  premium_progress_bar_enabled: false,
  nsfw: false,
  nsfw_level: 0,
  emojis: [],
  stickers: [],
  incidents_data: null,
} as const
