import { GatewayIntentBits } from 'discord.js'
import { DiscordError } from '../../discord-error.ts'
import { removeGuild } from '../../guilds.ts'
import { createChannelPayload } from '../../payloads/channel.ts'
import { createGuildPayload, createOwnGuildPayload } from '../../payloads/guild.ts'
import { createMemberPayload } from '../../payloads/member.ts'
import { type GuildRecord, requireGuild, requireUser } from '../../world.ts'
import { answerNothing, answerOk, type RestAnswer, type RestCall, type RestRoute } from '../call.ts'

/** Servers with their channels, roles and members, and users. */
export const GUILD_ROUTES: readonly RestRoute[] = [
  {
    method: 'GET',
    template: '/users/{user_id}',
    answer: ({ core, params }) => answerOk(requireUser(core.world, params.user_id)),
  },
  { method: 'GET', template: '/users/@me/guilds', answer: listOwn },
  { method: 'DELETE', template: '/users/@me/guilds/{guild_id}', answer: leave },
  {
    method: 'GET',
    template: '/guilds/{guild_id}',
    answer: call => answerOk(createGuildPayload(openGuild(call))),
  },
  { method: 'GET', template: '/guilds/{guild_id}/channels', answer: listChannels },
  {
    method: 'GET',
    template: '/guilds/{guild_id}/roles',
    answer: call => answerOk([...openGuild(call).roles.values()]),
  },
  { method: 'GET', template: '/guilds/{guild_id}/members', answer: listMembers },
  { method: 'GET', template: '/guilds/{guild_id}/members/{user_id}', answer: showMember },
]

function openGuild({ core, params }: RestCall): GuildRecord {
  return requireGuild(core.world, params.guild_id)
}

function listOwn({ core: { world } }: RestCall): RestAnswer {
  const own = [...world.guilds.values()].filter(guild => guild.installed)
  return answerOk(own.map(guild => createOwnGuildPayload(guild, world.bot.id)))
}

function leave(call: RestCall): RestAnswer {
  removeGuild(call.core, openGuild(call))
  return answerNothing()
}

function listChannels(call: RestCall): RestAnswer {
  const guild = openGuild(call)
  const channels = [...call.core.world.channels.values()].filter(
    channel => channel.guildId === guild.id && channel.ownerId === null,
  )
  return answerOk(channels.map(channel => createChannelPayload(call.core.world, channel)))
}

/** The whole list needs the privileged intent. */
function listMembers(call: RestCall): RestAnswer {
  const guild = openGuild(call)
  const { world } = call.core
  if ((world.application.privilegedIntents & GatewayIntentBits.GuildMembers) === 0)
    throw new DiscordError(50001)
  const limit = Number(call.query.get('limit') ?? 1)
  return answerOk(
    [...guild.members.values()].slice(0, limit).map(member => createMemberPayload(world, member)),
  )
}

function showMember(call: RestCall): RestAnswer {
  const member = openGuild(call).members.get(call.params.user_id ?? '')
  if (member === undefined) throw new DiscordError(10007)
  return answerOk(createMemberPayload(call.core.world, member))
}
