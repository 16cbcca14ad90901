import type {
  APIApplicationCommand,
  APIMessage,
  APIOverwrite,
  APIRole,
  APIUser,
  ChannelType,
} from 'discord.js'
import { DiscordError } from './discord-error.ts'
import type { InteractionRecord } from './interactions/interaction-record.ts'

/** A server as this Discord knows it. */
export interface GuildRecord {
  readonly id: string
  readonly name: string
  readonly ownerId: string
  readonly locale: string
  /** Whether the bot was added; else members see it only as their own app. */
  readonly installed: boolean
  readonly roles: Map<string, APIRole>
  readonly members: Map<string, MemberRecord>
}

/** A member of a server. */
export interface MemberRecord {
  readonly userId: string
  readonly roleIds: readonly string[]
  readonly nick: string | null
  readonly joinedAt: string
}

/** A channel, a thread or a private conversation. */
export interface ChannelRecord {
  readonly id: string
  readonly type: ChannelType
  /** Null for private conversations. */
  readonly guildId: string | null
  readonly name: string
  readonly parentId: string | null
  readonly overwrites: readonly APIOverwrite[]
  /** The people of a private conversation, without the bot. */
  readonly recipientIds: readonly string[]
  /** Who opened a thread; null for everything else. */
  readonly ownerId: string | null
  readonly createdAt: string
  readonly position: number
}

/** A message with what only Discord knows of it. */
export interface MessageRecord {
  readonly message: APIMessage
  /** The one member who sees it; null when everybody does. */
  readonly visibleTo: string | null
}

/** A file that came with a message. */
export interface StoredFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** The application that the bot belongs to. */
export interface ApplicationRecord {
  readonly id: string
  readonly name: string
  readonly ownerId: string
  /** Privileged intents that are switched on, as gateway bits. */
  readonly privilegedIntents: number
}

/** Everything this Discord holds. */
export interface World {
  readonly application: ApplicationRecord
  readonly bot: APIUser
  readonly users: Map<string, APIUser>
  readonly locales: Map<string, string>
  readonly guilds: Map<string, GuildRecord>
  readonly channels: Map<string, ChannelRecord>
  /** By channel, then by message. */
  readonly messages: Map<string, Map<string, MessageRecord>>
  /** By server, or by `global`. */
  readonly commands: Map<string, Map<string, APIApplicationCommand>>
  readonly interactions: Map<string, InteractionRecord>
  readonly files: Map<string, StoredFile>
  /** Members who added the bot to their own account. */
  readonly userInstalls: Set<string>
  /** Members who take no private messages from the bot. */
  readonly closedDms: Set<string>
}

/** Makes a Discord with nobody but the bot and the owner of its application in it. */
export function createWorld(application: ApplicationRecord, bot: APIUser, owner: APIUser): World {
  return {
    application,
    bot,
    users: new Map([
      [bot.id, bot],
      [owner.id, owner],
    ]),
    locales: new Map(),
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
    commands: new Map(),
    interactions: new Map(),
    files: new Map(),
    userInstalls: new Set(),
    closedDms: new Set(),
  }
}

/** @throws {DiscordError} 10003 */
export function requireChannel(world: World, id: string | undefined): ChannelRecord {
  const channel = world.channels.get(id ?? '')
  if (channel === undefined) throw new DiscordError(10003)
  return channel
}

/** @throws {DiscordError} 10004 also for servers without the bot */
export function requireGuild(world: World, id: string | undefined): GuildRecord {
  const guild = world.guilds.get(id ?? '')
  if (guild === undefined) throw new DiscordError(10004)
  if (!guild.installed) throw new DiscordError(50001)
  return guild
}

/** @throws {DiscordError} 10013 */
export function requireUser(world: World, id: string | undefined): APIUser {
  const user = world.users.get(id ?? '')
  if (user === undefined) throw new DiscordError(10013)
  return user
}

/** @throws {DiscordError} 10008 also for a message that only one member sees */
export function requirePublicMessage(world: World, channelId: string, id: string | undefined): MessageRecord {
  const record = findMessage(world, channelId, id)
  if (record === null || record.visibleTo !== null) throw new DiscordError(10008)
  return record
}

/** The message, or null when there is none (any more). */
export function findMessage(
  world: World,
  channelId: string,
  id: string | null | undefined,
): MessageRecord | null {
  return world.messages.get(channelId)?.get(id ?? '') ?? null
}

/** Puts a message in or replaces it. */
export function storeMessage(world: World, record: MessageRecord): void {
  const { channel_id: channelId, id } = record.message
  const messages = world.messages.get(channelId) ?? new Map<string, MessageRecord>()
  messages.set(id, record)
  world.messages.set(channelId, messages)
}

/** The server of a channel; null for private conversations. */
export function findGuild(world: World, channel: ChannelRecord): GuildRecord | null {
  return channel.guildId === null ? null : (world.guilds.get(channel.guildId) ?? null)
}
