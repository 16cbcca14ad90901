import { joinChannel, leaveChannel, openIm, storeChannel } from '../channels.ts'
import type { Core } from '../core.ts'
import {
  type ChannelRecord,
  type Role,
  requireChannel,
  requireUser,
  type UserRecord,
  type WorkspaceRecord,
  workspaceOf,
} from '../world.ts'

/** Something of Slack by its identifier. */
export interface Identified {
  readonly id: string
}

/** A person or a bot. */
export interface FakeUser extends Identified {
  readonly name: string
}

/** A channel or conversation. */
export interface FakeChannel extends Identified {
  readonly name: string
}

/** A workspace; the token is the bot's. */
export interface FakeWorkspace extends Identified {
  readonly name: string
  readonly token: string
  /** The app's own person there. */
  readonly bot: FakeUser
}

/** What a new channel is like. */
export interface ChannelOptions {
  readonly kind?: 'public' | 'private' | 'mpim'
  readonly workspace?: Identified
  /** Whether the bot is in it (default true). */
  readonly withBot?: boolean
  readonly members?: readonly Identified[]
  /** Workspaces that share it. */
  readonly sharedWith?: readonly Identified[]
}

/** What a new person is like. */
export interface UserOptions {
  readonly role?: Role
  readonly workspace?: Identified
  readonly isDeleted?: boolean
  readonly tz?: string
  readonly locale?: string
}

/** Builds and changes workspaces, channels and people; the app hears of it as from Slack. */
export interface WorldControl {
  /** A further workspace; `installed: false` for one that knows the app only through shared channels. */
  readonly addWorkspace: (name: string, options?: { readonly installed?: boolean }) => FakeWorkspace
  readonly addUser: (name: string, options?: UserOptions) => FakeUser
  readonly addChannel: (name: string, options?: ChannelOptions) => FakeChannel
  /** Lets somebody in; `slack.bot` for the bot. */
  readonly join: (channel: Identified, user: Identified) => void
  readonly leave: (channel: Identified, user: Identified) => void
  readonly archive: (channel: Identified) => void
  readonly removeChannel: (channel: Identified) => void
  /** Changes what somebody may do, or deactivates them. */
  readonly setUser: (user: Identified, change: Pick<UserOptions, 'role' | 'isDeleted'>) => void
  /** The private conversation of somebody with the app. */
  readonly openDm: (user: Identified) => FakeChannel
  /** Takes the app out of a workspace: the token dies and the app is told. */
  readonly uninstall: (workspace?: Identified) => void
  /** Takes the token away without taking the app out; `account_inactive` for a workspace that is gone. */
  readonly revokeToken: (workspace?: Identified, error?: 'token_revoked' | 'account_inactive') => void
  /** Sets what the bot token may do. */
  readonly setScopes: (scopes: readonly string[]) => void
  /** Sets the subscribed events. */
  readonly setEvents: (events: readonly string[]) => void
}

/** Makes the controls of the world. */
export function createWorldControl(core: Core, home: WorkspaceRecord): WorldControl {
  const { world } = core
  const workspaceFor = (given: Identified | undefined) => workspaceOf(world, given?.id ?? home.id)
  const channelFor = (given: Identified) => requireChannel(world, given.id)
  const userFor = (given: Identified) => requireUser(world, given.id)
  return {
    addWorkspace: (name, { installed = true } = {}) =>
      toFakeWorkspace(core, addWorkspace(core, name, installed)),
    addUser: (name, options = {}) => addUser(core, workspaceFor(options.workspace), name, options),
    addChannel: (name, options = {}) => addChannel(core, workspaceFor(options.workspace), name, options),
    join: (channel, user) => joinChannel(core, channelFor(channel), userFor(user)),
    leave: (channel, user) => leaveChannel(core, channelFor(channel), userFor(user)),
    archive: channel => void archive(core, channelFor(channel)),
    removeChannel: channel => {
      world.channels.delete(channelFor(channel).id)
      core.changes.notify()
    },
    setUser: (user, change) => void world.users.set(user.id, { ...userFor(user), ...change }),
    openDm: user => openIm(core, workspaceFor({ id: userFor(user).workspaceId }), userFor(user)),
    uninstall: given => {
      const workspace = workspaceFor(given)
      setTokenError(core, workspace, 'token_revoked')
      publishFarewell(core, workspace, { type: 'tokens_revoked', tokens: { bot: [workspace.botUserId] } })
      publishFarewell(core, workspace, { type: 'app_uninstalled' })
    },
    revokeToken: (given, error = 'token_revoked') => {
      const workspace = workspaceFor(given)
      setTokenError(core, workspace, error)
      if (error === 'token_revoked')
        publishFarewell(core, workspace, { type: 'tokens_revoked', tokens: { bot: [workspace.botUserId] } })
    },
    setScopes: scopes => replaceAll(world.app.scopes, scopes),
    setEvents: events => replaceAll(world.app.events, events),
  }
}

/** Adds a workspace with the app's own person in it. */
export function addWorkspace(core: Core, name: string, installed: boolean): WorkspaceRecord {
  const { ids, world } = core
  const workspace: WorkspaceRecord = {
    id: ids.next('T'),
    name,
    domain: name.toLowerCase().replaceAll(' ', '-'),
    installed,
    token: `xoxb-${ids.nextSecret()}`,
    botUserId: ids.next('U'),
    botId: ids.next('B'),
    tokenError: null,
  }
  world.workspaces.set(workspace.id, workspace)
  const bot = createUser(workspace.botUserId, workspace, world.app.name.toLowerCase())
  world.users.set(bot.id, { ...bot, isBot: true })
  return workspace
}

/** A workspace as tests hold it. */
export function toFakeWorkspace({ world }: Core, workspace: WorkspaceRecord): FakeWorkspace {
  const { id, name, token, botUserId } = workspace
  return { id, name, token, bot: { id: botUserId, name: requireUser(world, botUserId).name } }
}

function createUser(id: string, workspace: WorkspaceRecord, name: string): UserRecord {
  return {
    id,
    workspaceId: workspace.id,
    name,
    role: 'member',
    isBot: false,
    isDeleted: false,
    tz: 'Europe/London',
    locale: 'en-US',
  }
}

function addUser(core: Core, workspace: WorkspaceRecord, name: string, options: UserOptions): FakeUser {
  const { workspace: _, ...given } = options
  const user = { ...createUser(core.ids.next('U'), workspace, name), ...given }
  core.world.users.set(user.id, user)
  return { id: user.id, name }
}

function addChannel(
  core: Core,
  workspace: WorkspaceRecord,
  name: string,
  { kind = 'public', withBot = true, members = [], sharedWith = [] }: ChannelOptions,
): FakeChannel {
  const memberIds = [...members.map(({ id }) => id), ...(withBot ? [workspace.botUserId] : [])]
  const channel = storeChannel(core, {
    id: core.ids.next(kind === 'mpim' ? 'G' : 'C'),
    workspaceId: workspace.id,
    name,
    kind,
    isArchived: false,
    memberIds: new Set(memberIds),
    sharedWith: sharedWith.map(({ id }) => id),
    creatorId: memberIds[0] ?? workspace.botUserId,
    createdAtMs: core.timeline.now(),
  })
  return { id: channel.id, name }
}

function archive(core: Core, channel: ChannelRecord): void {
  storeChannel(core, { ...channel, isArchived: true })
  const type = channel.kind === 'public' ? 'channel_archive' : 'group_archive'
  const event = { type, channel: channel.id, user: channel.creatorId, event_ts: core.ids.nextTs() }
  core.publish({ event, channel })
}

function setTokenError(core: Core, workspace: WorkspaceRecord, tokenError: WorkspaceRecord['tokenError']) {
  core.world.workspaces.set(workspace.id, { ...workspace, tokenError })
  core.changes.notify()
}

function publishFarewell(
  core: Core,
  workspace: WorkspaceRecord,
  event: { readonly type: string; readonly tokens?: unknown },
): void {
  core.publish({ event, channel: null, workspaceId: workspace.id })
}

function replaceAll(set: Set<string>, values: readonly string[]): void {
  set.clear()
  for (const value of values) set.add(value)
}
