import {
  type APIAttachment,
  type APIMessage,
  type APIUser,
  MessageFlags,
  MessageReferenceType,
  MessageType,
} from 'discord.js'
import type { Core } from './core.ts'
import { DiscordError } from './discord-error.ts'
import { asNumber, asObjects, asText, isGiven, isObject, type JsonObject, withoutUndefined } from './json.ts'
import { findMentions, type Mentions } from './mentions.ts'
import { finishComponents } from './payloads/components.ts'
import { publishDeleted, publishMessage } from './publish-message.ts'
import { resolveMedia, storeFiles, type UploadedFile } from './uploads.ts'
import { listComponents, readDisplayedText } from './validation/check-components.ts'
import { createFormIssues } from './validation/form-issues.ts'
import { type ChannelRecord, findMessage, type MessageRecord, requireUser, storeMessage } from './world.ts'

/** A message about to be made; its body has been checked. */
export interface MessageDraft {
  readonly channel: ChannelRecord
  readonly author: APIUser
  readonly body: JsonObject
  readonly files: readonly UploadedFile[]
  /** The one member who sees it; null for everybody. */
  readonly visibleTo: string | null
  /** Set by Discord and not by whoever writes. */
  readonly extraFlags: number
  readonly extra: Partial<APIMessage>
}

const SETTABLE_FLAGS =
  MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2

/** Makes a message, keeps it and tells the gateway. */
export function createMessage(core: Core, draft: MessageDraft): APIMessage {
  const { channel, body } = draft
  const reply = createReplyPart(core, channel, body.message_reference)
  const attachments = storeFiles(core, channel.id, draft.files, body.attachments)
  const content = asText(body.content).trim()
  const message: APIMessage = {
    type: reply === null ? MessageType.Default : MessageType.Reply,
    id: core.ids.next(),
    channel_id: channel.id,
    author: draft.author,
    content,
    timestamp: new Date(core.clock.now()).toISOString(),
    edited_timestamp: null,
    tts: false,
    pinned: false,
    flags: (asNumber(body.flags, 0) & SETTABLE_FLAGS) | draft.extraFlags,
    ...createShownPart(core, body, attachments),
    ...createMentionPart(core, draft, reply?.referenced_message ?? draft.extra.referenced_message ?? null),
    ...reply,
    ...(isGiven(body.nonce) ? { nonce: body.nonce as string | number } : {}),
    ...draft.extra,
  }
  const record = { message, visibleTo: draft.visibleTo }
  storeMessage(core.world, record)
  publishMessage(core, record, 'MESSAGE_CREATE')
  core.changes.notify()
  return message
}

/**
 * Edits a message; fields that the body leaves out stay.
 * @param settled whether this only keeps a promise, which does not count as an edit
 */
export function editMessage(
  core: Core,
  record: MessageRecord,
  body: JsonObject,
  files: readonly UploadedFile[],
  settled = false,
): APIMessage {
  const { message } = record
  const channel = core.world.channels.get(message.channel_id)
  if (channel === undefined) throw new DiscordError(10003)
  const kept = isGiven(body.attachments) ? keepListed(message, body.attachments) : message.attachments
  const attachments = [...kept, ...storeFiles(core, channel.id, files, body.attachments)]
  const merged = withoutUndefined({
    content: body.content === undefined ? message.content : asText(body.content).trim(),
    embeds: body.embeds === undefined ? message.embeds : body.embeds,
    components: body.components === undefined ? message.components : body.components,
    allowed_mentions: body.allowed_mentions,
  })
  const edited: APIMessage = {
    ...message,
    content: asText(merged.content),
    ...createShownPart(core, merged, attachments),
    ...createMentionPart(
      core,
      { channel, author: message.author, body: merged },
      message.referenced_message ?? null,
    ),
    flags: mergeFlags(message.flags ?? 0, body.flags),
    edited_timestamp: settled ? null : new Date(core.clock.now()).toISOString(),
  }
  const changed = { ...record, message: edited }
  storeMessage(core.world, changed)
  publishMessage(core, changed, 'MESSAGE_UPDATE')
  core.changes.notify()
  return edited
}

/** Takes a message away and tells the gateway. */
export function deleteMessage(core: Core, record: MessageRecord): void {
  const { channel_id: channelId, id } = record.message
  core.world.messages.get(channelId)?.delete(id)
  publishDeleted(core, record)
  core.changes.notify()
}

/** The message that an earlier request with the same nonce made, or null. */
export function findByNonce(
  core: Core,
  channelId: string,
  nonce: unknown,
  memoryMs: number,
): APIMessage | null {
  const { world, clock } = core
  const candidates = [...(world.messages.get(channelId)?.values() ?? [])].map(record => record.message)
  const oldestMs = clock.now() - memoryMs
  const found = candidates.find(
    ({ nonce: earlier, author, timestamp }) =>
      String(earlier) === String(nonce) && author.id === world.bot.id && Date.parse(timestamp) >= oldestMs,
  )
  return found ?? null
}

function createShownPart(core: Core, body: JsonObject, attachments: readonly APIAttachment[]) {
  const media = (url: string) => resolveMedia(core, attachments, url)
  return {
    attachments: [...attachments],
    embeds: asObjects(body.embeds).map(embed => ({ ...embed, type: 'rich' })),
    components: finishComponents(body.components, media),
  } as unknown as Pick<APIMessage, 'attachments' | 'embeds' | 'components'>
}

function createMentionPart(
  core: Core,
  draft: Pick<MessageDraft, 'channel' | 'author' | 'body'>,
  replied: APIMessage | null,
): Pick<APIMessage, 'mentions' | 'mention_roles' | 'mention_everyone'> {
  const displayed = listComponents(draft.body.components).map(readDisplayedText)
  const mentions: Mentions = findMentions(core.world, {
    channel: draft.channel,
    authorId: draft.author.id,
    text: [asText(draft.body.content), ...displayed].join('\n'),
    allowed: draft.body.allowed_mentions,
    repliedUserId: replied === null ? null : findPingedAuthor(replied),
  })
  return {
    mentions: mentions.userIds.map(id => requireUser(core.world, id)),
    mention_roles: [...mentions.roleIds],
    mention_everyone: mentions.everyone,
  }
}

/** A reply to an answer of a command pings nobody: it belongs to the command, not to its author. */
function findPingedAuthor(replied: APIMessage): string | null {
  return replied.interaction_metadata === undefined ? replied.author.id : null
}

function createReplyPart(core: Core, channel: ChannelRecord, reference: unknown) {
  if (!isObject(reference)) return null
  const record = findMessage(core.world, channel.id, asText(reference.message_id))
  if (record !== null && record.visibleTo === null) return createReference(channel, record.message)
  if (reference.fail_if_not_exists === false) return null
  const issues = createFormIssues()
  issues.add(['message_reference'], 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message')
  throw new DiscordError(50035, { errors: issues.nested() })
}

/** The fields by which a message says that it answers another one. */
export function createReference(channel: ChannelRecord, message: APIMessage) {
  const { referenced_message: _, ...referenced } = message
  return {
    message_reference: {
      type: MessageReferenceType.Default,
      channel_id: channel.id,
      message_id: message.id,
      ...(channel.guildId === null ? {} : { guild_id: channel.guildId }),
    },
    referenced_message: referenced,
  }
}

function keepListed(message: APIMessage, listed: unknown): readonly APIAttachment[] {
  const ids = asObjects(listed).map(entry => String(entry.id))
  return message.attachments.filter(attachment => ids.includes(attachment.id))
}

function mergeFlags(flags: number, asked: unknown): number {
  const settled = flags & ~MessageFlags.Loading
  if (!isGiven(asked)) return settled
  const wanted = asNumber(asked, 0)
  const suppressed = (settled & ~MessageFlags.SuppressEmbeds) | (wanted & MessageFlags.SuppressEmbeds)
  return suppressed | (wanted & MessageFlags.IsComponentsV2)
}
