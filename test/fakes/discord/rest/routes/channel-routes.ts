import { ChannelType, GatewayIntentBits, PermissionFlagsBits } from 'discord.js'
import { DiscordError, refuseIssues } from '../../discord-error.ts'
import { asText, type JsonObject } from '../../json.ts'
import { DISCORD_LIMITS } from '../../limits.ts'
import { createChannelPayload } from '../../payloads/channel.ts'
import { requireBotMay, requireBotSees } from '../../permissions.ts'
import { openDm } from '../../private-channels.ts'
import { checkText } from '../../validation/check-fields.ts'
import { createFormIssues } from '../../validation/form-issues.ts'
import { type ChannelRecord, requireChannel, requirePublicMessage, requireUser } from '../../world.ts'
import { answerNothing, answerOk, type RestAnswer, type RestCall, type RestRoute } from '../call.ts'
import { requireWritable } from '../require-writable.ts'

/** Channels, threads and private conversations. */
export const CHANNEL_ROUTES: readonly RestRoute[] = [
  { method: 'GET', template: '/channels/{channel_id}', answer: show },
  { method: 'DELETE', template: '/channels/{channel_id}', answer: remove },
  { method: 'POST', template: '/channels/{channel_id}/typing', answer: type },
  { method: 'POST', template: '/channels/{channel_id}/threads', answer: openThread },
  {
    method: 'POST',
    template: '/channels/{channel_id}/messages/{message_id}/threads',
    answer: openThreadAtMessage,
  },
  { method: 'POST', template: '/users/@me/channels', answer: openPrivate },
]

function show({ core, params }: RestCall): RestAnswer {
  const channel = requireChannel(core.world, params.channel_id)
  requireBotSees(core.world, channel)
  return answerOk(createChannelPayload(core.world, channel))
}

/** Only threads are the bot's business; deleting others needs the permission for channels. */
function remove({ core, params }: RestCall): RestAnswer {
  const channel = requireChannel(core.world, params.channel_id)
  const { ManageThreads, ManageChannels } = PermissionFlagsBits
  requireBotMay(core.world, channel, channel.ownerId === null ? ManageChannels : ManageThreads)
  const payload = createChannelPayload(core.world, channel)
  core.world.channels.delete(channel.id)
  const name = channel.ownerId === null ? 'CHANNEL_DELETE' : 'THREAD_DELETE'
  core.publish({ name, data: payload, guildId: channel.guildId, intent: GatewayIntentBits.Guilds })
  return answerOk(payload)
}

function type({ core, params }: RestCall): RestAnswer {
  const channel = requireChannel(core.world, params.channel_id)
  requireWritable(core.world, channel, false)
  return answerNothing()
}

function openPrivate({ core, body }: RestCall): RestAnswer {
  const user = requireUser(core.world, asText(body.recipient_id))
  return answerOk(createChannelPayload(core.world, openDm(core, user.id)))
}

function openThread(call: RestCall): RestAnswer {
  const parent = requireChannel(call.core.world, call.params.channel_id)
  const isPublic = call.body.type === ChannelType.PublicThread
  const { CreatePublicThreads, CreatePrivateThreads } = PermissionFlagsBits
  requireBotMay(call.core.world, parent, isPublic ? CreatePublicThreads : CreatePrivateThreads)
  return addThread(
    call,
    parent,
    call.core.ids.next(),
    isPublic ? ChannelType.PublicThread : ChannelType.PrivateThread,
  )
}

/** A thread at a message has the message's id. */
function openThreadAtMessage(call: RestCall): RestAnswer {
  const { core, params } = call
  const parent = requireChannel(core.world, params.channel_id)
  requireBotMay(core.world, parent, PermissionFlagsBits.CreatePublicThreads)
  const { message } = requirePublicMessage(core.world, parent.id, params.message_id)
  if (core.world.channels.has(message.id)) throw new DiscordError(160004)
  return addThread(call, parent, message.id, ChannelType.PublicThread)
}

function addThread(
  { core, body }: RestCall,
  parent: ChannelRecord,
  id: string,
  threadType: ChannelType,
): RestAnswer {
  checkThreadName(body)
  const thread: ChannelRecord = {
    ...parent,
    id,
    type: threadType,
    name: asText(body.name),
    parentId: parent.id,
    overwrites: [],
    ownerId: core.world.bot.id,
    createdAt: new Date(core.clock.now()).toISOString(),
  }
  core.world.channels.set(id, thread)
  const payload = createChannelPayload(core.world, thread)
  const data = { ...payload, newly_created: true }
  core.publish({ name: 'THREAD_CREATE', data, guildId: thread.guildId, intent: GatewayIntentBits.Guilds })
  return answerOk(payload, 201)
}

function checkThreadName(body: JsonObject): void {
  const issues = createFormIssues()
  checkText(issues, ['name'], body.name, { max: DISCORD_LIMITS.thread.name, required: true })
  refuseIssues(issues)
}
