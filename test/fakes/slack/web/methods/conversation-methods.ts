import type { JsonObject } from '../../../discord/json.ts'
import { openIm, storeChannel } from '../../channels.ts'
import { createChannelPayload } from '../../payloads/channel.ts'
import { createMessagePayload } from '../../payloads/message.ts'
import { SlackError } from '../../slack-error.ts'
import { type ChannelRecord, canSee, requireChannel, requireUser, type SlackMessage } from '../../world.ts'
import { readFlag, readPage, readText, requireScope, type WebCall, type WebMethod } from '../call.ts'
import { KIND_SCOPES, readKinds } from './app-methods.ts'

const HISTORY_SCOPES = {
  public: 'channels:history',
  private: 'groups:history',
  im: 'im:history',
  mpim: 'mpim:history',
} as const
const TIMES = ['latest', 'oldest', 'inclusive', 'cursor', 'limit', 'include_all_metadata']

/** The methods about channels. */
export const CONVERSATION_METHODS: Readonly<Record<string, WebMethod>> = {
  'conversations.list': {
    token: 'bot',
    scope: null,
    perMinute: 20,
    args: ['types', 'exclude_archived', 'cursor', 'limit', 'team_id'],
    answer: listChannels,
  },
  'conversations.info': {
    token: 'bot',
    scope: null,
    perMinute: 50,
    args: ['channel', 'include_locale', 'include_num_members'],
    answer: call => {
      const channel = requireVisible(call, KIND_SCOPES)
      const count = readFlag(call, 'include_num_members') ? { num_members: channel.memberIds.size } : {}
      return { channel: { ...createChannelPayload(channel, call.bot), ...count } }
    },
  },
  'conversations.members': {
    token: 'bot',
    scope: null,
    perMinute: 100,
    args: ['channel', 'cursor', 'limit'],
    answer: call => {
      const channel = requireVisible(call, KIND_SCOPES)
      const { page, metadata } = readPage(call, [...channel.memberIds], 100)
      return { members: page, ...metadata }
    },
  },
  'conversations.open': {
    token: 'bot',
    scope: null,
    perMinute: 50,
    args: ['channel', 'users', 'return_im', 'prevent_creation'],
    answer: openConversation,
  },
  'conversations.history': {
    token: 'bot',
    scope: null,
    perMinute: 50,
    args: ['channel', ...TIMES],
    answer: call => {
      const channel = requireReadable(call)
      const top = listPublic(call, channel).filter(
        ({ thread_ts: threadTs, subtype }) => threadTs === undefined || subtype === 'thread_broadcast',
      )
      return createHistory(call, top.reverse())
    },
  },
  'conversations.replies': {
    token: 'bot',
    scope: null,
    perMinute: 50,
    args: ['channel', 'ts', ...TIMES],
    answer: call => {
      const channel = requireReadable(call)
      const ts = readText(call, 'ts')
      const all = listPublic(call, channel)
      if (!all.some(message => message.ts === ts)) throw new SlackError('thread_not_found')
      return createHistory(
        call,
        all.filter(message => message.ts === ts || message.thread_ts === ts),
      )
    },
  },
}

function listChannels(call: WebCall): JsonObject {
  const kinds = readKinds(readText(call, 'types'))
  for (const kind of kinds) requireScope(call.core, KIND_SCOPES[kind])
  const excludesArchived = readFlag(call, 'exclude_archived')
  const channels = [...call.core.world.channels.values()].filter(
    channel =>
      kinds.includes(channel.kind) && canSee(channel, call.bot) && !(excludesArchived && channel.isArchived),
  )
  const { page, metadata } = readPage(call, channels, 100)
  return { channels: page.map(channel => createChannelPayload(channel, call.bot)), ...metadata }
}

function openConversation(call: WebCall): JsonObject {
  const { core, workspace, bot } = call
  const ids = readText(call, 'users').split(',').filter(Boolean)
  if (ids.length === 0) return { channel: { id: requireVisible(call, KIND_SCOPES).id } }
  const users = ids.map(id => requireUser(core.world, id))
  requireScope(core, ids.length === 1 ? 'im:write' : 'mpim:write')
  if (users.some(({ isDeleted }) => isDeleted)) throw new SlackError('user_disabled')
  const [first] = users
  const channel =
    first !== undefined && users.length === 1
      ? openIm(core, workspace, first)
      : storeChannel(core, createGroup(call, ids))
  const shown = readFlag(call, 'return_im') ? createChannelPayload(channel, bot) : { id: channel.id }
  return { no_op: false, already_open: false, channel: shown }
}

function createGroup({ core, workspace, bot }: WebCall, userIds: readonly string[]): ChannelRecord {
  const id = core.ids.next('G')
  return {
    id,
    workspaceId: workspace.id,
    name: `mpdm-${id.toLowerCase()}`,
    kind: 'mpim',
    isArchived: false,
    memberIds: new Set([bot.id, ...userIds]),
    sharedWith: [],
    creatorId: bot.id,
    createdAtMs: core.timeline.now(),
  }
}

function requireVisible(
  call: WebCall,
  scopes: Readonly<Record<ChannelRecord['kind'], string>>,
): ChannelRecord {
  const channel = requireChannel(call.core.world, readText(call, 'channel'))
  if (!canSee(channel, call.bot)) throw new SlackError('channel_not_found')
  requireScope(call.core, scopes[channel.kind])
  return channel
}

function requireReadable(call: WebCall): ChannelRecord {
  const channel = requireVisible(call, HISTORY_SCOPES)
  if (!channel.memberIds.has(call.bot.id)) throw new SlackError('not_in_channel')
  return channel
}

function listPublic({ core }: WebCall, channel: ChannelRecord): SlackMessage[] {
  const records = [...(core.world.messages.get(channel.id)?.values() ?? [])]
  return records.filter(({ visibleTo }) => visibleTo === null).map(({ message }) => message)
}

function createHistory(call: WebCall, messages: readonly SlackMessage[]): JsonObject {
  const [latest, oldest] = [readText(call, 'latest'), readText(call, 'oldest')]
  const isInclusive = readFlag(call, 'inclusive')
  const keepsMetadata = readFlag(call, 'include_all_metadata')
  const inTime = messages.filter(
    ({ ts }) =>
      (latest === '' || ts < latest || (isInclusive && ts === latest)) &&
      (oldest === '' || ts > oldest || (isInclusive && ts === oldest)),
  )
  const { page, hasMore, metadata } = readPage(call, inTime, 100)
  const shown = page.map(message => {
    const { metadata: own, ...payload } = createMessagePayload(message)
    return keepsMetadata && own !== undefined ? { ...payload, metadata: own } : payload
  })
  return { messages: shown, has_more: hasMore, ...metadata }
}
