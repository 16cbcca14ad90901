import { openIm } from '../../channels.ts'
import { readContent } from '../../content.ts'
import { SLACK_LIMITS } from '../../limits.ts'
import { deleteMessage, editMessage, postMessage } from '../../messages.ts'
import { createMessagePayload } from '../../payloads/message.ts'
import { SlackError } from '../../slack-error.ts'
import {
  type ChannelRecord,
  canSee,
  findMessage,
  type MessageRecord,
  requireChannel,
  type World,
} from '../../world.ts'
import { readFlag, readText, readUser, type WebCall, type WebMethod } from '../call.ts'

const CONTENT = ['text', 'blocks', 'attachments', 'markdown_text', 'parse', 'link_names']
const AUTHOR = ['as_user', 'icon_emoji', 'icon_url', 'username']
const MESSAGES_SCOPE = 'chat:write'

/** The methods about messages. */
export const CHAT_METHODS: Readonly<Record<string, WebMethod>> = {
  'chat.postMessage': {
    token: 'bot',
    scope: MESSAGES_SCOPE,
    perMinute: 60,
    args: [
      'channel',
      ...CONTENT,
      ...AUTHOR,
      'thread_ts',
      'reply_broadcast',
      'metadata',
      'mrkdwn',
      'unfurl_links',
      'unfurl_media',
    ],
    answer: call => {
      const channel = findTarget(call)
      const content = readContent(call.args, SLACK_LIMITS.message.text)
      const thread = readThread(call, channel)
      const isBroadcast = readFlag(call, 'reply_broadcast')
      const draft = { ...content, ...thread, isBroadcast, channel, author: call.bot }
      const message = postMessage(call.core, { ...draft, workspace: call.workspace })
      return { channel: channel.id, ts: message.ts, message: createMessagePayload(message) }
    },
  },
  'chat.postEphemeral': {
    token: 'bot',
    scope: MESSAGES_SCOPE,
    perMinute: 100,
    args: ['channel', 'user', ...CONTENT, ...AUTHOR, 'thread_ts'],
    answer: call => {
      const channel = findTarget(call)
      const user = readUser(call)
      if (!channel.memberIds.has(user.id)) throw new SlackError('user_not_in_channel')
      const content = readContent(call.args, SLACK_LIMITS.message.text)
      const draft = { ...content, ...readThread(call, channel), channel, author: call.bot }
      const message = postMessage(call.core, { ...draft, workspace: call.workspace, visibleTo: user.id })
      return { message_ts: message.ts }
    },
  },
  'chat.update': {
    token: 'bot',
    scope: MESSAGES_SCOPE,
    perMinute: 50,
    args: ['channel', 'ts', ...CONTENT, 'as_user', 'metadata', 'reply_broadcast', 'file_ids'],
    answer: call => {
      const { record, channel } = requireOwn(call, 'cant_update_message')
      const content = readContent(call.args, SLACK_LIMITS.message.updateText)
      const message = editMessage(call.core, record, content, true)
      return {
        channel: channel.id,
        ts: message.ts,
        text: message.text,
        message: createMessagePayload(message),
      }
    },
  },
  'chat.delete': {
    token: 'bot',
    scope: MESSAGES_SCOPE,
    perMinute: 50,
    args: ['channel', 'ts', 'as_user'],
    answer: call => {
      const { record, channel } = requireOwn(call, 'cant_delete_message')
      deleteMessage(call.core, record)
      return { channel: channel.id, ts: record.message.ts }
    },
  },
  'chat.scheduleMessage': {
    token: 'bot',
    scope: MESSAGES_SCOPE,
    perMinute: 20,
    args: ['channel', 'post_at', ...CONTENT, 'thread_ts', 'unfurl_links', 'unfurl_media'],
    answer: call => {
      const channel = findTarget(call)
      const postAt = Number(readText(call, 'post_at'))
      const aheadMs = 1000 * postAt - call.core.timeline.now()
      if (!(aheadMs > 0)) throw new SlackError('time_in_past')
      if (aheadMs > SLACK_LIMITS.message.scheduleMs) throw new SlackError('time_too_far')
      readContent(call.args, SLACK_LIMITS.message.text)
      const id = call.core.ids.next('Q')
      scheduledOf(call.core.world).add(id)
      return { channel: channel.id, scheduled_message_id: id, post_at: postAt }
    },
  },
  'chat.deleteScheduledMessage': {
    token: 'bot',
    scope: MESSAGES_SCOPE,
    perMinute: 50,
    args: ['channel', 'scheduled_message_id', 'as_user'],
    answer: call => {
      const isKnown = scheduledOf(call.core.world).delete(readText(call, 'scheduled_message_id'))
      if (!isKnown) throw new SlackError('invalid_scheduled_message_id')
      return {}
    },
  },
  'chat.getPermalink': {
    token: 'bot',
    scope: null,
    perMinute: 1000,
    args: ['channel', 'message_ts'],
    answer: call => {
      const channel = requireChannel(call.core.world, readText(call, 'channel'))
      if (!canSee(channel, call.bot)) throw new SlackError('channel_not_found')
      const record = findMessage(call.core.world, channel.id, readText(call, 'message_ts'))
      if (record === null || record.visibleTo !== null) throw new SlackError('message_not_found')
      const { ts, thread_ts: threadTs } = record.message
      const thread = threadTs === undefined ? '' : `?thread_ts=${threadTs}&cid=${channel.id}`
      const place = `archives/${channel.id}/p${ts.replace('.', '')}${thread}`
      return { channel: channel.id, permalink: `https://${call.workspace.domain}.slack.com/${place}` }
    },
  },
}

const scheduled = new WeakMap<World, Set<string>>()

/** The ids of the scheduled messages, which are never posted here. */
export function scheduledOf(world: World): Set<string> {
  const ids = scheduled.get(world) ?? new Set()
  scheduled.set(world, ids)
  return ids
}

/** The channel to post to; a person stands for the conversation with them. */
function findTarget(call: WebCall): ChannelRecord {
  const { core, bot, workspace } = call
  const id = readText(call, 'channel')
  const user = core.world.users.get(id)
  if (user !== undefined) {
    if (user.isDeleted || user.workspaceId !== workspace.id) throw new SlackError('channel_not_found')
    return openIm(core, workspace, user)
  }
  const channel = requireChannel(core.world, id)
  const isMember = channel.memberIds.has(bot.id)
  if (!isMember && !canSee(channel, bot)) throw new SlackError('channel_not_found')
  if (channel.isArchived) throw new SlackError('is_archived')
  if (!isMember && !core.world.app.scopes.has('chat:write.public')) throw new SlackError('not_in_channel')
  return channel
}

/** The thread to answer in: an answer to an answer goes to the thread of the first message. */
function readThread(call: WebCall, channel: ChannelRecord): { threadTs?: string } {
  const ts = readText(call, 'thread_ts')
  if (ts === '') return {}
  const parent = findMessage(call.core.world, channel.id, ts)
  if (parent === null || parent.visibleTo !== null) throw new SlackError('thread_not_found')
  return { threadTs: parent.message.thread_ts ?? ts }
}

function requireOwn(call: WebCall, refusal: string): { record: MessageRecord; channel: ChannelRecord } {
  const { core, bot } = call
  const channel = requireChannel(core.world, readText(call, 'channel'))
  if (!canSee(channel, bot)) throw new SlackError('channel_not_found')
  const record = findMessage(core.world, channel.id, readText(call, 'ts'))
  if (record === null || record.visibleTo !== null) throw new SlackError('message_not_found')
  if (record.message.user !== bot.id) throw new SlackError(refusal)
  if (channel.isArchived) throw new SlackError('is_archived')
  return { record, channel }
}
