import type { JsonObject } from '../../discord/json.ts'
import type { ChannelRecord, UserRecord } from '../world.ts'

/** A channel as `conversations.info` shows it to a bot. */
export function createChannelPayload(channel: ChannelRecord, bot: UserRecord): JsonObject {
  const isMember = channel.memberIds.has(bot.id)
  if (channel.kind === 'im') return createImPayload(channel, bot)
  const isExternal = channel.sharedWith.length > 0
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: false,
    is_mpim: channel.kind === 'mpim',
    is_private: channel.kind !== 'public',
    created: Math.floor(channel.createdAtMs / 1000),
    creator: channel.creatorId,
    is_archived: channel.isArchived,
    is_general: false,
    is_shared: isExternal,
    is_ext_shared: isExternal,
    is_org_shared: false,
    is_pending_ext_shared: false,
    pending_shared: [],
    context_team_id: bot.workspaceId,
    ...(isExternal ? { shared_team_ids: [channel.workspaceId, ...channel.sharedWith] } : {}),
    is_member: isMember,
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    previous_names: [],
  }
}

function createImPayload(channel: ChannelRecord, bot: UserRecord): JsonObject {
  return {
    id: channel.id,
    created: Math.floor(channel.createdAtMs / 1000),
    is_archived: channel.isArchived,
    is_im: true,
    is_org_shared: false,
    context_team_id: bot.workspaceId,
    user: [...channel.memberIds].find(id => id !== bot.id) ?? bot.id,
    is_user_deleted: false,
  }
}

/** How events name the kind of a channel. */
export function readChannelType(channel: ChannelRecord): 'channel' | 'group' | 'im' | 'mpim' {
  if (channel.kind === 'public') return 'channel'
  return channel.kind === 'private' ? 'group' : channel.kind
}

/** How commands and actions name a channel. */
export function readShownName(channel: ChannelRecord): string {
  if (channel.kind === 'public') return channel.name
  return channel.kind === 'im' ? 'directmessage' : 'privategroup'
}
