import { ChannelType } from 'discord.js'
import type { JsonObject } from '../json.ts'
import { computePermissions } from '../permissions.ts'
import { type ChannelRecord, requireUser, type World } from '../world.ts'

/** A channel, thread or private conversation as REST and gateway send it. */
export function createChannelPayload(world: World, channel: ChannelRecord): JsonObject {
  const shared = {
    id: channel.id,
    type: channel.type,
    flags: 0,
    last_message_id: findLastMessage(world, channel),
  }
  if (channel.guildId === null) return { ...shared, ...createPrivatePart(world, channel) }
  const named = {
    ...shared,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId,
    rate_limit_per_user: 0,
  }
  if (channel.ownerId !== null) return { ...named, ...createThreadPart(world, channel) }
  return {
    ...named,
    position: channel.position,
    permission_overwrites: channel.overwrites,
    nsfw: false,
    topic: null,
  }
}

/** The shorter channel that interactions carry, with what the member may do there. */
export function createPartialChannelPayload(
  world: World,
  channel: ChannelRecord,
  userId: string,
): JsonObject {
  if (channel.guildId === null) return createChannelPayload(world, channel)
  const { permission_overwrites: _, ...payload } = createChannelPayload(world, channel)
  return { ...payload, permissions: String(computePermissions(world, channel, userId)) }
}

function createPrivatePart(world: World, channel: ChannelRecord): JsonObject {
  const recipients = channel.recipientIds.map(id => requireUser(world, id))
  const isGroup = channel.type === ChannelType.GroupDM
  return { recipients, ...(isGroup ? { name: null, icon: null, owner_id: channel.recipientIds[0] } : {}) }
}

function createThreadPart(world: World, channel: ChannelRecord): JsonObject {
  const count = world.messages.get(channel.id)?.size ?? 0
  return {
    owner_id: channel.ownerId,
    message_count: count,
    total_message_sent: count,
    member_count: 1,
    thread_metadata: {
      archived: false,
      archive_timestamp: channel.createdAt,
      auto_archive_duration: 1440,
      locked: false,
      create_timestamp: channel.createdAt,
    },
  }
}

function findLastMessage(world: World, channel: ChannelRecord): string | null {
  const everybodys = [...(world.messages.get(channel.id)?.values() ?? [])].filter(
    record => record.visibleTo === null,
  )
  return everybodys.at(-1)?.message.id ?? null
}
