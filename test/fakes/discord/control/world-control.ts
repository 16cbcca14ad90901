import { type APIOverwrite, type APIRole, type ChannelType, OverwriteType } from 'discord.js'
import type { Core } from '../core.ts'
import {
  addChannel,
  addGuild,
  GUILD_DEFAULTS,
  putMember,
  removeChannel,
  removeGuild,
  setOverwrites,
} from '../guilds.ts'
import { createRolePayload } from '../payloads/guild.ts'
import { createUserPayload } from '../payloads/user.ts'
import { addPrivateChannel, openDm } from '../private-channels.ts'
import { type ChannelRecord, type GuildRecord, requireChannel } from '../world.ts'

/** Anything with an id: a user, server, channel or role. */
export interface Identified {
  readonly id: string
}

/** A person. */
export interface FakeUser extends Identified {
  readonly name: string
}

/** Who may or may not do what in a channel, beyond their roles. */
export interface Overwrite {
  /** A role, a member, or the server itself for everybody. */
  readonly target: Identified
  readonly kind?: 'role' | 'member'
  readonly allow?: bigint
  readonly deny?: bigint
}

/** Builds and changes servers, channels and people; the bot hears of it as from Discord. */
export interface WorldControl {
  /** A person in no server yet. */
  readonly addUser: (name: string, options?: { readonly locale?: string }) => FakeUser
  /** A server; `installed: false` for one that the bot is not in. */
  readonly addGuild: (
    name: string,
    options?: {
      readonly installed?: boolean
      readonly owner?: Identified
      readonly locale?: string
      readonly everyone?: bigint
      readonly botPermissions?: bigint
    },
  ) => Identified
  readonly addRole: (
    guild: Identified,
    name: string,
    options?: { readonly permissions?: bigint; readonly mentionable?: boolean },
  ) => APIRole
  /** Adds somebody to a server or changes their roles. */
  readonly addMember: (
    guild: Identified,
    user: Identified,
    roles?: readonly Identified[],
    nick?: string,
  ) => void
  readonly addChannel: (
    guild: Identified,
    name: string,
    options?: { readonly type?: ChannelType; readonly overwrites?: readonly Overwrite[] },
  ) => Identified
  readonly setOverwrites: (channel: Identified, overwrites: readonly Overwrite[]) => void
  readonly removeChannel: (channel: Identified) => void
  /** Takes the bot out of a server. */
  readonly removeGuild: (guild: Identified) => void
  /** Adds the bot to somebody's own account. */
  readonly installFor: (user: Identified) => void
  /** A conversation of several people that the bot is not in. */
  readonly addGroup: (users: readonly Identified[]) => Identified
  /** The private conversation of somebody with the bot. */
  readonly openDm: (user: Identified) => Identified
  /** Makes private messages to somebody fail with 50007, or work again. */
  readonly closeDms: (user: Identified, closed?: boolean) => void
}

/** Makes the controls of the world. */
export function createWorldControl(core: Core): WorldControl {
  const { world } = core
  const guildOf = (guild: Identified): GuildRecord => {
    const found = world.guilds.get(guild.id)
    if (found === undefined) throw new Error(`no server ${guild.id}`)
    return found
  }
  const channelOf = (channel: Identified): ChannelRecord => requireChannel(world, channel.id)
  return {
    addUser: (name, options = {}) => {
      const id = core.ids.next()
      world.users.set(id, createUserPayload(id, name, false))
      if (options.locale !== undefined) world.locales.set(id, options.locale)
      return { id, name }
    },
    addGuild: (name, { owner, ...options } = {}) => {
      const ownerId = owner?.id ?? world.application.ownerId
      return addGuild(core, { ...GUILD_DEFAULTS, ...options, name, ownerId })
    },
    addRole: (guild, name, { permissions = 0n, mentionable = false } = {}) => {
      const { roles } = guildOf(guild)
      const role = { ...createRolePayload(core.ids.next(), name, permissions, roles.size), mentionable }
      roles.set(role.id, role)
      return role
    },
    addMember: (guild, user, roles = [], nick) => {
      const roleIds = roles.map(({ id }) => id)
      putMember(core, guildOf(guild), { userId: user.id, roleIds, ...(nick === undefined ? {} : { nick }) })
    },
    addChannel: (guild, name, { type, overwrites = [] } = {}) =>
      addChannel(core, guildOf(guild), {
        name,
        ...(type === undefined ? {} : { type }),
        overwrites: overwrites.map(toOverwrite),
      }),
    setOverwrites: (channel, overwrites) =>
      void setOverwrites(core, channelOf(channel), overwrites.map(toOverwrite)),
    removeChannel: channel => removeChannel(core, channelOf(channel)),
    removeGuild: guild => removeGuild(core, guildOf(guild)),
    installFor: user => void world.userInstalls.add(user.id),
    addGroup: users =>
      addPrivateChannel(
        core,
        users.map(({ id }) => id),
      ),
    openDm: user => openDm(core, user.id),
    closeDms: (user, closed = true) =>
      void (closed ? world.closedDms.add(user.id) : world.closedDms.delete(user.id)),
  }
}

function toOverwrite({ target, kind = 'role', allow = 0n, deny = 0n }: Overwrite): APIOverwrite {
  const type = kind === 'role' ? OverwriteType.Role : OverwriteType.Member
  return { id: target.id, type, allow: String(allow), deny: String(deny) }
}
