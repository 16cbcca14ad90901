import type { BlockAction, SlashCommand, ViewSubmitAction } from '@slack/bolt'
import { z } from 'zod'
import { type CommandCall, readCall } from '../../src/commands.ts'
import type { Member, Request, RequestContent } from '../../src/platform.ts'
import type { FormValues, Viewers } from '../../src/reply.ts'
import { readActionId } from './action-id.ts'
import { isDirectId } from './direct-channels.ts'
import { SLACK_LAYOUT, SLACK_LIMITS } from './limits.ts'
import { readFieldName } from './render-view.ts'

/** Where something was said in Slack. */
export interface SlackPlace {
  readonly teamId: string
  readonly channelId: string
  /** The message that the thread hangs on; null outside of threads. */
  readonly threadTs: string | null
  /** Whether the answer begins the thread. */
  readonly isNewThread: boolean
  readonly userId: string
  /** Whether nobody but the person and the bot is there. */
  readonly isDirect: boolean
}

/** What only Slack and the bot together know of a place. */
export interface PlaceFacts {
  /** The workspace that the bot's token is for: people of others may speak in its channels. */
  readonly teamId: string
  readonly isDirect: boolean
}

/** The place of a slash command, which knows no threads. */
export function readCommandPlace({ channel_id, user_id }: SlashCommand, facts: PlaceFacts): SlackPlace {
  return { ...facts, channelId: channel_id, threadTs: null, isNewThread: false, userId: user_id }
}

/** Reads the words after a slash command. */
export function readSlashCall({ text }: SlashCommand): CommandCall {
  return readCall(decodeText(text))
}

/** What a message to the bot holds, of what Slack sends. */
export interface MessagePayload {
  readonly text?: string
  readonly user?: string
  readonly bot_id?: string
  readonly subtype?: string
  readonly channel: string
  readonly channel_type?: string
  readonly ts: string
  readonly thread_ts?: string
}

/** Whether a person wrote it: no edit, no bot, no note of Slack's own. */
export function isSaid({ user, bot_id, subtype }: MessagePayload): boolean {
  const isOrdinary = subtype === undefined || subtype === 'thread_broadcast' || subtype === 'file_share'
  return user !== undefined && bot_id === undefined && isOrdinary
}

/** The place of a message; the answer to one in a channel begins a thread. A direct message is always to the bot. */
export function readMessagePlace(message: MessagePayload, teamId: string): SlackPlace {
  const isDirect = isDirectId(message.channel)
  const isNewThread = message.thread_ts === undefined && !isDirect
  return {
    teamId,
    channelId: message.channel,
    threadTs: message.thread_ts ?? (isDirect ? null : message.ts),
    isNewThread,
    userId: message.user ?? '',
    isDirect,
  }
}

/** Whether a message names the bot. */
export function isMention({ text = '' }: MessagePayload, botUserId: string): boolean {
  return text.includes(`<@${botUserId}>`)
}

/** The words of a message, without the name of the bot. */
export function readMessageText({ text = '' }: MessagePayload, botUserId: string): string {
  return decodeText(text.replaceAll(`<@${botUserId}>`, ' '))
}

/** Slack writes three signs as entities, and links, channels and people in angle brackets; people stay mentions. */
function decodeText(text: string): string {
  return text
    .replace(/<([^<>|]{1,4000})(?:\|([^<>]{0,4000}))?>/g, (_, target: string, label?: string) =>
      target.startsWith('@') ? `&lt;${target}&gt;` : label || target,
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim()
}

/** Where a press came from. */
export interface PressPlace extends SlackPlace {
  /** The message that holds the control; null in a view. */
  readonly messageTs: string | null
  readonly isEphemeral: boolean
}

/** The id of the channel of a press; null in a view, and where there is none. */
export function readPressChannel({ view, channel, container }: BlockAction): string | null {
  const channelId: unknown = channel?.id ?? container.channel_id
  return view === undefined && typeof channelId === 'string' ? channelId : null
}

/** The place of a press; what was put into a view says where the view was opened. */
export function readPressPlace(body: BlockAction, facts: PlaceFacts): PressPlace | null {
  const { container, user, view } = body
  const opened = view === undefined ? null : readMetadata(view.private_metadata)
  if (opened) return { ...toPlace(opened), userId: user.id, messageTs: null, isEphemeral: true }
  const channelId = readPressChannel(body)
  if (channelId === null) return null
  return {
    ...facts,
    channelId,
    threadTs: readThread(body),
    isNewThread: false,
    userId: user.id,
    messageTs: typeof container.message_ts === 'string' ? container.message_ts : null,
    isEphemeral: container.is_ephemeral === true,
  }
}

/** A place and nothing else. */
export function toPlace(place: SlackPlace): SlackPlace {
  const { teamId, channelId, threadTs, isNewThread, userId, isDirect } = place
  return { teamId, channelId, threadTs, isNewThread, userId, isDirect }
}

/** What is known only of a private message is nothing but its container. */
function readThread({ container, message }: BlockAction): string | null {
  const thread: unknown = container.thread_ts ?? message?.thread_ts
  return typeof thread === 'string' ? thread : null
}

/** What a press stands for: the key of a button, or of what was picked from a menu; null for what is not ours. */
export function readPress(body: BlockAction): { readonly kind: string; readonly key: string } | null {
  const [action] = body.actions
  const control = action === undefined ? null : readActionId(action.action_id)
  if (!action || !control) return null
  const picked = action.type === 'static_select' ? action.selected_option?.value : undefined
  return { kind: control.kind, key: picked ?? control.key }
}

/** What an answer to a form or a view needs to know, kept in the view itself. */
export interface ViewMetadata extends SlackPlace {
  /** The key of the form; empty in a view that is only read. */
  readonly key: string
  /** Where the message can be changed that the form was opened from; null where there is none. */
  readonly origin: MessageOrigin | null
}

/** A message that a press came from. */
export interface MessageOrigin {
  readonly messageTs: string
  readonly isEphemeral: boolean
  readonly responseUrl: string
}

/** As text, without the way back to the message where that would be too long for Slack. */
export function writeMetadata(metadata: ViewMetadata): string {
  const whole = JSON.stringify(metadata)
  return whole.length <= SLACK_LIMITS.privateMetadata ? whole : JSON.stringify({ ...metadata, origin: null })
}

/** @returns null for a view that is not ours, or of another version */
export function readMetadata(text: string): ViewMetadata | null {
  try {
    return metadataSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

const metadataSchema = z.object({
  teamId: z.string(),
  channelId: z.string(),
  threadTs: z.string().nullable(),
  isNewThread: z.boolean(),
  userId: z.string(),
  isDirect: z.boolean(),
  key: z.string(),
  origin: z.object({ messageTs: z.string(), isEphemeral: z.boolean(), responseUrl: z.string() }).nullable(),
}) satisfies z.ZodType<ViewMetadata>

/** What was filled into a form, by the names of its fields. */
export function readFormValues({ view }: ViewSubmitAction): FormValues {
  const fields = Object.entries(view.state.values).flatMap(([blockId, actions]) => {
    const name = readFieldName(blockId)
    return name === null ? [] : [[name, Object.values(actions).flatMap(readFieldValues)] as const]
  })
  return Object.fromEntries(fields)
}

type FieldState = ViewSubmitAction['view']['state']['values'][string][string]

function readFieldValues(state: FieldState): readonly string[] {
  if (state.selected_options) return state.selected_options.map(({ value }) => value)
  if (state.selected_conversations) return state.selected_conversations
  const value = state.selected_option?.value ?? state.value
  return value == null || value === '' ? [] : [value]
}

/** What a person did in Slack, as the bot takes it. */
export function makeRequest(
  place: SlackPlace,
  member: Member,
  content: RequestContent,
  viewers: Viewers,
): Request {
  const { teamId, channelId, userId, isDirect } = place
  return {
    conversationId: nameConversation(place, userId),
    content,
    pageSize: SLACK_LAYOUT.cards,
    member,
    place: { platform: 'slack', serverId: isDirect ? null : teamId, channelId },
    surface: { isPrivate: isDirect, viewers: isDirect ? 'asker' : viewers, isRich: true },
  }
}

/** The id of what somebody and the bot say in one place: each thread has its own. */
export function nameConversation(
  { teamId, channelId, threadTs }: Pick<SlackPlace, 'teamId' | 'channelId' | 'threadTs'>,
  userId: string,
): string {
  return ['slack', teamId, channelId, ...(threadTs === null ? [] : [threadTs]), userId].join(':')
}
