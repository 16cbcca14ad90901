import { type APIMessage, GatewayIntentBits, PermissionFlagsBits } from 'discord.js'
import { DiscordError } from '../../discord-error.ts'
import { describeEarlier } from '../../interactions/answer-interaction.ts'
import { asText, isGiven, isObject } from '../../json.ts'
import { DISCORD_LIMITS } from '../../limits.ts'
import { createMessage, deleteMessage, editMessage, findByNonce } from '../../messages.ts'
import { botMay, requireBotMay, requireBotSees } from '../../permissions.ts'
import { limitMessage } from '../../publish-message.ts'
import { checkMessageEdit, checkNewMessage } from '../../validation/check-message.ts'
import {
  type ChannelRecord,
  type MessageRecord,
  requireChannel,
  requirePublicMessage,
  type World,
} from '../../world.ts'
import { answerNothing, answerOk, type RestAnswer, type RestCall, type RestRoute } from '../call.ts'
import { requireWritable } from '../require-writable.ts'

const LIST = '/channels/{channel_id}/messages'
const ONE = `${LIST}/{message_id}`
const REACTION = `${ONE}/reactions/{emoji_name}/@me`
const PIN = `${LIST}/pins/{message_id}`

/** Messages of a channel, with reactions and pins as far as they need permissions. */
export const MESSAGE_ROUTES: readonly RestRoute[] = [
  { method: 'GET', template: LIST, answer: list },
  { method: 'POST', template: LIST, answer: send },
  { method: 'GET', template: ONE, answer: call => answerOk(show(call, openMessage(call).record)) },
  { method: 'PATCH', template: ONE, answer: edit },
  { method: 'DELETE', template: ONE, answer: remove },
  { method: 'PUT', template: REACTION, answer: call => needs(call, PermissionFlagsBits.AddReactions) },
  { method: 'DELETE', template: REACTION, answer: call => needs(call, PermissionFlagsBits.ViewChannel) },
  { method: 'PUT', template: PIN, answer: call => needs(call, PermissionFlagsBits.PinMessages) },
  { method: 'DELETE', template: PIN, answer: call => needs(call, PermissionFlagsBits.PinMessages) },
]

function send(call: RestCall): RestAnswer {
  const { core, body, files } = call
  const channel = requireChannel(core.world, call.params.channel_id)
  requireWritable(core.world, channel, files.length > 0)
  if (
    isObject(body.message_reference) &&
    !botMay(core.world, channel, PermissionFlagsBits.ReadMessageHistory)
  )
    throw new DiscordError(160002)
  const earlier = findEarlier(call, channel)
  if (earlier !== null) return answerOk(earlier)
  checkNewMessage(body, files.length)
  const draft = { channel, author: core.world.bot, body, files, visibleTo: null, extraFlags: 0, extra: {} }
  return answerOk(createMessage(core, draft))
}

/** With `enforce_nonce` the same nonce gives the first message back instead of a second one. */
function findEarlier({ core, body }: RestCall, channel: ChannelRecord): APIMessage | null {
  if (body.enforce_nonce !== true || !isGiven(body.nonce)) return null
  return findByNonce(core, channel.id, body.nonce, DISCORD_LIMITS.nonceMemoryMs)
}

function edit(call: RestCall): RestAnswer {
  const { record } = openMessage(call)
  if (record.message.author.id !== call.core.world.bot.id) throw new DiscordError(50005)
  checkMessageEdit(call.body, describeEarlier(record))
  return answerOk(editMessage(call.core, record, call.body, call.files))
}

function remove(call: RestCall): RestAnswer {
  const { channel, record } = openMessage(call)
  const isOwn = record.message.author.id === call.core.world.bot.id
  if (!isOwn) requireBotMay(call.core.world, channel, PermissionFlagsBits.ManageMessages)
  deleteMessage(call.core, record)
  return answerNothing()
}

/** Without the permission to read what was written before, the list is empty. */
function list(call: RestCall): RestAnswer {
  const { world } = call.core
  const channel = requireChannel(world, call.params.channel_id)
  requireBotSees(world, channel)
  if (!botMay(world, channel, PermissionFlagsBits.ReadMessageHistory)) return answerOk([])
  const limit = Number(call.query.get('limit') ?? 50)
  const [before, after] = [call.query.get('before'), call.query.get('after')]
  const shown = [...(world.messages.get(channel.id)?.values() ?? [])]
    .filter(({ visibleTo }) => visibleTo === null)
    .filter(({ message }) => before === null || BigInt(message.id) < BigInt(before))
    .filter(({ message }) => after === null || BigInt(message.id) > BigInt(after))
  const page = after === null ? shown.slice(-limit) : shown.slice(0, limit)
  return answerOk(page.toReversed().map(record => show(call, record)))
}

/** A nonce is only in the answer to whoever posts and in the event: what is read later has none. */
function show({ core }: RestCall, { message: kept }: MessageRecord): APIMessage {
  const { nonce: _, ...message } = kept
  const { guildId } = requireChannel(core.world, message.channel_id)
  return hasContentIntent(core.world) ? message : limitMessage(core, message, guildId)
}

function hasContentIntent(world: World): boolean {
  return (world.application.privilegedIntents & GatewayIntentBits.MessageContent) !== 0
}

function needs(call: RestCall, permission: bigint): RestAnswer {
  const { channel } = openMessage(call)
  requireBotMay(call.core.world, channel, permission)
  return answerNothing()
}

function openMessage({ core, params }: RestCall): { channel: ChannelRecord; record: MessageRecord } {
  const channel = requireChannel(core.world, params.channel_id)
  requireBotSees(core.world, channel)
  return { channel, record: requirePublicMessage(core.world, channel.id, asText(params.message_id)) }
}
