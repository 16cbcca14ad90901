import type { Core } from './core.ts'
import { readChannelType } from './payloads/channel.ts'
import type { ChannelRecord, UserRecord, WorkspaceRecord } from './world.ts'

/** Puts a channel in or replaces it. */
export function storeChannel(core: Core, channel: ChannelRecord): ChannelRecord {
  core.world.channels.set(channel.id, channel)
  core.changes.notify()
  return channel
}

/** The private conversation of somebody with the app, made when there is none. */
export function openIm(core: Core, workspace: WorkspaceRecord, user: UserRecord): ChannelRecord {
  const known = [...core.world.channels.values()].find(
    ({ kind, memberIds }) => kind === 'im' && memberIds.has(user.id) && memberIds.has(workspace.botUserId),
  )
  if (known !== undefined) return known
  return storeChannel(core, {
    id: core.ids.next('D'),
    workspaceId: workspace.id,
    name: '',
    kind: 'im',
    isArchived: false,
    memberIds: new Set([user.id, workspace.botUserId]),
    sharedWith: [],
    creatorId: user.id,
    createdAtMs: core.timeline.now(),
  })
}

/** Lets somebody into a channel and tells the app. */
export function joinChannel(core: Core, channel: ChannelRecord, user: UserRecord): void {
  const memberIds = new Set([...channel.memberIds, user.id])
  publishMembership(core, storeChannel(core, { ...channel, memberIds }), user, 'member_joined_channel')
}

/** Takes somebody out of a channel and tells the app, which hears even of its own leaving. */
export function leaveChannel(core: Core, channel: ChannelRecord, user: UserRecord): void {
  const memberIds = new Set([...channel.memberIds].filter(id => id !== user.id))
  publishMembership(core, channel, user, 'member_left_channel')
  storeChannel(core, { ...channel, memberIds })
}

function publishMembership(core: Core, channel: ChannelRecord, user: UserRecord, type: string): void {
  const event = {
    type,
    user: user.id,
    channel: channel.id,
    channel_type: readChannelType(channel) === 'channel' ? 'C' : 'G',
    team: user.workspaceId,
    event_ts: core.ids.nextTs(),
  }
  core.publish({ event, channel })
}
