import type { BlockAction, SlashCommand, ViewSubmitAction } from '@slack/bolt'
import { type CommandCall, readCall } from '../../src/commands.ts'
import type { Member, Request, RequestContent } from '../../src/platform.ts'
import type { FormValues, Viewers } from '../../src/reply.ts'
import { readActionId } from './action-id.ts'
import { SLACK_LAYOUT } from './limits.ts'
import { readFieldName } from './render-view.ts'

/** Where something was said in Slack. */
export interface SlackPlace {
  readonly teamId: string | null
  readonly channelId: string
  /** The message that the thread hangs on; null outside of threads. */
  readonly threadTs: string | null
  readonly userId: string
}

/** The place of a slash command, which knows no threads. */
export function readCommandPlace({ team_id, channel_id, user_id }: SlashCommand): SlackPlace {
  return { teamId: team_id, channelId: channel_id, threadTs: null, userId: user_id }
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
  readonly team?: string
}

/** Whether a person wrote it: no edit, no bot, no note of Slack's own. */
export function isSaid({ user, bot_id, subtype }: MessagePayload): boolean {
  const isOrdinary = subtype === undefined || subtype === 'thread_broadcast' || subtype === 'file_share'
  return user !== undefined && bot_id === undefined && isOrdinary
}

/** The place of a message; a mention in a channel begins a thread. */
export function readMessagePlace(message: MessagePayload, teamId: string | null): SlackPlace {
  const isDirect = isDirectChannel(message.channel)
  return {
    teamId,
    channelId: message.channel,
    threadTs: message.thread_ts ?? (isDirect ? null : message.ts),
    userId: message.user ?? '',
  }
}

/** The words of a message, without the name of the bot. */
export function readMessageText({ text = '' }: MessagePayload, botUserId: string): string {
  return decodeText(text.replaceAll(`<@${botUserId}>`, ' '))
}

/** Slack writes three signs as entities, and links and channels in angle brackets. */
function decodeText(text: string): string {
  return text
    .replace(/<(?:https?|mailto):[^>|]*\|([^>]*)>/g, '$1')
    .replace(/<[#@][A-Z0-9]+\|([^>]*)>/g, '$1')
    .replace(/<([^>]*)>/g, '$1')
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

/** The place of a press; what was put into a view says where the view was opened. */
export function readPressPlace(body: BlockAction): PressPlace | null {
  const { container, user, team } = body
  const opened = body.view === undefined ? null : readMetadata(body.view.private_metadata)
  if (opened) return { ...opened, userId: user.id, messageTs: null, isEphemeral: true }
  const channelId = body.channel?.id ?? container.channel_id
  if (typeof channelId !== 'string') return null
  return {
    teamId: team?.id ?? null,
    channelId,
    threadTs: readThread(body),
    userId: user.id,
    messageTs: typeof container.message_ts === 'string' ? container.message_ts : null,
    isEphemeral: container.is_ephemeral === true,
  }
}

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

export function writeMetadata(metadata: ViewMetadata): string {
  return JSON.stringify(metadata)
}

/** @returns null for a view that is not ours, or of another version */
export function readMetadata(text: string): ViewMetadata | null {
  try {
    const value: unknown = JSON.parse(text)
    return isMetadata(value) ? value : null
  } catch {
    return null
  }
}

function isMetadata(value: unknown): value is ViewMetadata {
  if (typeof value !== 'object' || value === null) return false
  return (
    'key' in value && 'channelId' in value && 'userId' in value && 'threadTs' in value && 'origin' in value
  )
}

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

/** Whether nobody but the person and the bot is there. */
export function isDirectChannel(channelId: string): boolean {
  return channelId.startsWith('D')
}

/** What a person did in Slack, as the bot takes it. */
export function makeRequest(
  place: SlackPlace,
  member: Member,
  content: RequestContent,
  viewers: Viewers,
): Request {
  const { teamId, channelId, threadTs, userId } = place
  const isPrivate = isDirectChannel(channelId)
  return {
    conversationId: ['slack', teamId ?? 'nowhere', channelId, ...(threadTs ? [threadTs] : []), userId].join(
      ':',
    ),
    content,
    pageSize: SLACK_LAYOUT.cards,
    member,
    place: { platform: 'slack', serverId: isPrivate ? null : teamId, channelId },
    surface: { isPrivate, viewers: isPrivate ? 'asker' : viewers, isRich: true },
  }
}
