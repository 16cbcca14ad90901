import type { JsonObject } from '../discord/json.ts'
import { SlackError } from './slack-error.ts'

/** The app that all workspaces install, as its settings at Slack say. */
export interface AppRecord {
  readonly id: string
  readonly name: string
  readonly verificationToken: string
  readonly signingSecret: string
  /** `xapp-…` for Socket Mode. */
  readonly appToken: string
  /** Of the bot token. */
  readonly scopes: Set<string>
  /** Subscribed events, `app_mention`, `message.im`. */
  readonly events: Set<string>
  /** With the slash: `/jobs`. */
  readonly commands: Set<string>
}

/** A workspace. */
export interface WorkspaceRecord {
  readonly id: string
  readonly name: string
  readonly domain: string
  /** Whether the app was ever installed here. */
  readonly installed: boolean
  readonly token: string
  readonly botUserId: string
  readonly botId: string
  /** The error that the token gets; null as long as it is good. */
  readonly tokenError: 'token_revoked' | 'account_inactive' | null
}

/** What somebody may do in their workspace. */
export type Role = 'member' | 'admin' | 'owner' | 'primary_owner' | 'guest' | 'single_channel_guest'

/** A person or a bot. */
export interface UserRecord {
  readonly id: string
  readonly workspaceId: string
  readonly name: string
  readonly role: Role
  readonly isBot: boolean
  readonly isDeleted: boolean
  readonly tz: string
  readonly locale: string
}

/** A channel or a private conversation. */
export interface ChannelRecord {
  readonly id: string
  readonly workspaceId: string
  readonly name: string
  readonly kind: 'public' | 'private' | 'im' | 'mpim'
  readonly isArchived: boolean
  readonly memberIds: ReadonlySet<string>
  /** Other workspaces that share it. */
  readonly sharedWith: readonly string[]
  readonly creatorId: string
  readonly createdAtMs: number
}

/** A message as Slack's answers show it, with its channel. */
export interface SlackMessage {
  readonly type: 'message'
  readonly subtype?: string
  readonly channel: string
  readonly ts: string
  readonly user: string
  readonly team: string
  readonly text: string
  readonly blocks?: readonly JsonObject[]
  readonly attachments?: readonly JsonObject[]
  readonly bot_id?: string
  readonly app_id?: string
  readonly bot_profile?: JsonObject
  readonly client_msg_id?: string
  readonly thread_ts?: string
  readonly parent_user_id?: string
  readonly metadata?: JsonObject
  readonly edited?: { readonly user: string; readonly ts: string }
  /** Only on messages that one person sees. */
  readonly is_ephemeral?: true
}

/** A message with what only Slack knows of it. */
export interface MessageRecord {
  readonly message: SlackMessage
  /** The one person who sees it; null when everybody in the channel does. */
  readonly visibleTo: string | null
}

/** A form or a home tab as Slack's answers show it. */
export interface SlackView {
  readonly id: string
  readonly team_id: string
  readonly app_id: string
  readonly bot_id: string
  readonly type: 'modal' | 'home'
  readonly title: JsonObject
  readonly submit: JsonObject | null
  readonly close: JsonObject | null
  readonly blocks: readonly JsonObject[]
  readonly state: { readonly values: StateValues }
  readonly callback_id: string
  readonly private_metadata: string
  readonly external_id: string
  readonly hash: string
  readonly root_view_id: string
  readonly previous_view_id: string | null
  readonly clear_on_close: boolean
  readonly notify_on_close: boolean
}

/** What is filled in: by block, then by element. */
export type StateValues = Readonly<Record<string, Readonly<Record<string, JsonObject>>>>

/** Everything this Slack holds. */
export interface World {
  readonly app: AppRecord
  readonly workspaces: Map<string, WorkspaceRecord>
  readonly users: Map<string, UserRecord>
  readonly channels: Map<string, ChannelRecord>
  /** By channel, then by time; in order of posting. */
  readonly messages: Map<string, Map<string, MessageRecord>>
  /** What people picked in messages, by channel, message and person. */
  readonly messageStates: Map<string, StateValues>
  /** Open forms of a person, the lowest first. */
  readonly modals: Map<string, readonly SlackView[]>
  /** Home tabs by person. */
  readonly homes: Map<string, SlackView>
}

/** Makes a Slack with nobody in it. */
export function createWorld(app: AppRecord): World {
  return {
    app,
    workspaces: new Map(),
    users: new Map(),
    channels: new Map(),
    messages: new Map(),
    messageStates: new Map(),
    modals: new Map(),
    homes: new Map(),
  }
}

/** @throws Error for the test that made the mistake, since no workspace vanishes */
export function workspaceOf(world: World, id: string): WorkspaceRecord {
  const workspace = world.workspaces.get(id)
  if (workspace === undefined) throw new Error(`no workspace ${id}`)
  return workspace
}

/** @throws {SlackError} user_not_found */
export function requireUser(world: World, id: string): UserRecord {
  const user = world.users.get(id)
  if (user === undefined) throw new SlackError('user_not_found')
  return user
}

/** @throws {SlackError} channel_not_found */
export function requireChannel(world: World, id: string): ChannelRecord {
  const channel = world.channels.get(id)
  if (channel === undefined) throw new SlackError('channel_not_found')
  return channel
}

/** The message, or null when there is none (any more). */
export function findMessage(world: World, channelId: string, ts: string): MessageRecord | null {
  return world.messages.get(channelId)?.get(ts) ?? null
}

/** Puts a message in or replaces it. */
export function storeMessage(world: World, record: MessageRecord): void {
  const { channel, ts } = record.message
  const messages = world.messages.get(channel) ?? new Map<string, MessageRecord>()
  messages.set(ts, record)
  world.messages.set(channel, messages)
}

/** Whether somebody sees a channel at all. */
export function canSee(channel: ChannelRecord, user: UserRecord): boolean {
  if (channel.memberIds.has(user.id)) return true
  const isGuest = user.role === 'guest' || user.role === 'single_channel_guest'
  return channel.kind === 'public' && channel.workspaceId === user.workspaceId && !isGuest
}
