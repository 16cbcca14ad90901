import { asObjects, type JsonObject, withoutUndefined } from '../discord/json.ts'
import { finishBlocks } from './blocks.ts'
import type { Core } from './core.ts'
import { readChannelType } from './payloads/channel.ts'
import { createMessagePayload } from './payloads/message.ts'
import {
  type ChannelRecord,
  findMessage,
  type MessageRecord,
  requireChannel,
  type SlackMessage,
  storeMessage,
  type UserRecord,
  type WorkspaceRecord,
} from './world.ts'

/** What a message says; checked before. */
export interface MessageContent {
  readonly text: string
  readonly blocks?: unknown
  readonly attachments?: readonly JsonObject[] | undefined
  readonly metadata?: JsonObject | undefined
}

/** A message about to be made. */
export interface MessageDraft extends MessageContent {
  readonly channel: ChannelRecord
  readonly author: UserRecord
  /** Set when the app writes. */
  readonly workspace: WorkspaceRecord | null
  readonly threadTs?: string | undefined
  readonly isBroadcast?: boolean
  /** The one person who sees it; null for everybody. */
  readonly visibleTo?: string | null
}

/** Makes a message, keeps it and tells the app, which hears of its own messages, too. */
export function postMessage(core: Core, draft: MessageDraft): SlackMessage {
  const { channel, author, visibleTo = null, threadTs } = draft
  const parent = threadTs === undefined ? null : findMessage(core.world, channel.id, threadTs)
  const message = withoutUndefined({
    type: 'message',
    subtype: draft.isBroadcast === true ? 'thread_broadcast' : undefined,
    channel: channel.id,
    user: author.id,
    ts: core.ids.nextTs(),
    text: draft.text,
    team: author.workspaceId,
    ...createContentPart(core, draft),
    ...(draft.workspace === null
      ? { client_msg_id: core.ids.nextSecret() }
      : createBotPart(core, draft.workspace)),
    thread_ts: threadTs,
    parent_user_id: parent?.message.user,
    is_ephemeral: visibleTo === null ? undefined : true,
  }) as SlackMessage
  storeMessage(core.world, { message, visibleTo })
  core.changes.notify()
  if (visibleTo === null) publishMessage(core, channel, message, author)
  return message
}

/**
 * Changes a message; an empty list takes blocks or attachments away.
 * @param keepsRest whether blocks and attachments stay that the content leaves out
 */
export function editMessage(
  core: Core,
  record: MessageRecord,
  content: Partial<MessageContent>,
  keepsRest: boolean,
): SlackMessage {
  const { message } = record
  const { blocks, attachments, ...bare } = message
  const fresh = createContentPart(core, content)
  const keeps = (field: 'blocks' | 'attachments') => keepsRest && content[field] === undefined
  const edited = withoutUndefined({
    ...bare,
    ...fresh,
    blocks: keeps('blocks') ? blocks : fresh.blocks,
    attachments: keeps('attachments') ? attachments : fresh.attachments,
    text: content.text ?? message.text,
    edited: record.visibleTo === null ? { user: message.user, ts: core.ids.nextTs() } : undefined,
  }) as SlackMessage
  storeMessage(core.world, { ...record, message: edited })
  core.changes.notify()
  if (record.visibleTo === null) publishHidden(core, edited, 'message_changed', message)
  return edited
}

/** Takes a message away. */
export function deleteMessage(core: Core, record: MessageRecord): void {
  const { channel, ts } = record.message
  core.world.messages.get(channel)?.delete(ts)
  core.changes.notify()
  if (record.visibleTo === null) publishHidden(core, record.message, 'message_deleted', record.message)
}

function createContentPart(core: Core, { blocks, attachments, metadata }: Partial<MessageContent>) {
  return withoutUndefined({
    blocks: asObjects(blocks).length === 0 ? undefined : finishBlocks(core.ids, blocks),
    attachments,
    metadata,
  })
}

function createBotPart({ world }: Core, { botId, id }: WorkspaceRecord) {
  const { app } = world
  return {
    bot_id: botId,
    app_id: app.id,
    bot_profile: { id: botId, app_id: app.id, name: app.name, deleted: false, updated: 0, team_id: id },
  }
}

function publishMessage(core: Core, channel: ChannelRecord, message: SlackMessage, author: UserRecord): void {
  const shared = { ...message, event_ts: message.ts, channel_type: readChannelType(channel) }
  core.publish({ event: shared, channel })
  if (author.isBot || channel.kind === 'im') return
  const mentioned = [...core.world.workspaces.values()].find(({ botUserId }) =>
    message.text.includes(`<@${botUserId}>`),
  )
  if (mentioned === undefined) return
  const { channel_type: _, ...event } = shared
  core.publish({ event: { ...event, type: 'app_mention' }, channel, workspaceId: mentioned.id })
}

function publishHidden(core: Core, message: SlackMessage, subtype: string, previous: SlackMessage): void {
  const channel = requireChannel(core.world, message.channel)
  const ts = core.ids.nextTs()
  core.publish({
    channel,
    event: {
      type: 'message',
      subtype,
      hidden: true,
      channel: channel.id,
      channel_type: readChannelType(channel),
      ts,
      event_ts: ts,
      previous_message: createMessagePayload(previous),
      ...(subtype === 'message_changed'
        ? { message: createMessagePayload(message) }
        : { deleted_ts: message.ts }),
    },
  })
}
