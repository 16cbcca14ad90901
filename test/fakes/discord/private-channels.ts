import { ChannelType } from 'discord.js'
import type { Core } from './core.ts'
import type { ChannelRecord } from './world.ts'

/** The private conversation of the bot with somebody, opened when there is none yet. */
export function openDm(core: Core, userId: string): ChannelRecord {
  const known = [...core.world.channels.values()].find(
    channel =>
      channel.guildId === null && channel.recipientIds.length === 1 && channel.recipientIds[0] === userId,
  )
  return known ?? addPrivateChannel(core, [userId])
}

/** A private conversation; with more than one person the bot is not in it. */
export function addPrivateChannel(core: Core, recipientIds: readonly string[]): ChannelRecord {
  const channel: ChannelRecord = {
    id: core.ids.next(),
    type: recipientIds.length > 1 ? ChannelType.GroupDM : ChannelType.DM,
    guildId: null,
    name: '',
    parentId: null,
    overwrites: [],
    recipientIds,
    ownerId: null,
    createdAt: new Date(core.clock.now()).toISOString(),
    position: 0,
  }
  core.world.channels.set(channel.id, channel)
  return channel
}
