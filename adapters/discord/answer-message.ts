import { randomUUID } from 'node:crypto'
import type { Message, SendableChannels } from 'discord.js'
import { makeFailureReply } from '../../src/layout/failure-reply.ts'
import type { Reply } from '../../src/reply.ts'
import { textBlock } from '../../src/reply.ts'
import { decideSpeech, keepExisting, type Speech } from '../../src/traffic/decide-speech.ts'
import { followUpdates } from '../../src/traffic/follow-updates.ts'
import type { AnswerDeps } from './answer-interaction.ts'
import { withoutFailure } from './deliver-answer.ts'
import { DISCORD_LAYOUT } from './limits.ts'
import { isAddressed, isFromPerson, listPlaceIds, readMessage } from './read.ts'
import { readFailure } from './read-failure.ts'
import { type DiscordMessage, renderPointer, renderReply } from './render.ts'

const SENT_PRIVATELY = 'That is for you alone: I sent it to you as a direct message.'
const CANNOT_SEND_PRIVATELY =
  'That is for you alone, and your privacy settings keep me from sending you a direct message. Use /jobs here instead.'

export interface MessageDeps extends AnswerDeps {
  /** Whether Discord lets the bot read messages that are not for it. */
  readonly readsContent: boolean
  /** Says true where a channel may be told again that the bot speaks elsewhere. */
  readonly mayPoint: (channelId: string) => boolean
}

/** Answers a message to the bot in place. @throws when Discord does not take it */
export async function answerMessage(deps: MessageDeps, message: Message): Promise<void> {
  const { channel, client } = message
  if (!isFromPerson(message) || !channel.isSendable()) return
  const speech = await chooseSpeech(deps, message)
  if (typeof speech !== 'string') return deliver(deps, message, channel, speech)
  if (speech === 'ignore') return
  const isOverheard = speech === 'overhear'
  const reply = await deps.handle(readMessage(message, client.user.id, isOverheard))
  if (isOverheard && !isWorthSaying(reply)) return
  if (reply.viewers === 'asker' && message.inGuild()) return answerPrivately(deps, message, channel, reply)
  await deliver(deps, message, channel, renderReply(reply), reply.updates)
}

/** What to do, or what to say instead of an answer. */
async function chooseSpeech(deps: MessageDeps, message: Message): Promise<Speech | DiscordMessage> {
  const isToBot = isAddressed(message, message.client.user.id)
  if (!message.inGuild()) return 'answer'
  if (!isToBot && !deps.readsContent) return 'ignore'
  const settings = await deps.loadServer(message.guildId)
  const places = keepExisting(settings, id => message.guild.channels.cache.has(id))
  const speech = decideSpeech(places, listPlaceIds(message), isToBot)
  if (speech !== 'point') return speech
  return deps.mayPoint(message.channelId) ? renderPointer(places.channels) : 'ignore'
}

/** Nobody asked the bot: what it only has problems with is better left alone. */
function isWorthSaying({ blocks }: Reply): boolean {
  return blocks.some(block => block.type !== 'text' || block.role !== 'problem')
}

async function answerPrivately(
  deps: MessageDeps,
  message: Message,
  channel: SendableChannels,
  reply: Reply,
): Promise<void> {
  const sent = await sendPrivately(message, reply)
  const told = sent === null ? CANNOT_SEND_PRIVATELY : SENT_PRIVATELY
  await deliver(deps, message, channel, renderReply({ blocks: [textBlock('body', told)] }))
  if (sent !== null) await showUpdates(deps, sent, reply.updates)
}

/** @returns null where the member lets nobody write to them */
async function sendPrivately(message: Message, reply: Reply): Promise<Message | null> {
  try {
    return await message.author.send(renderReply(reply))
  } catch (error) {
    if (readFailure(error) !== 'forbidden') throw error
    return null
  }
}

async function deliver(
  deps: MessageDeps,
  message: Message,
  channel: SendableChannels,
  answer: DiscordMessage,
  updates?: AsyncIterable<Reply>,
): Promise<void> {
  const sent = await sendOrExplain(deps, message, channel, answer)
  await showUpdates(deps, sent, updates)
}

/** Shows in a message what takes the place of its answer while long work goes on. */
async function showUpdates(
  deps: MessageDeps,
  sent: Message,
  updates: AsyncIterable<Reply> | undefined,
): Promise<void> {
  if (updates === undefined) return
  const edit = async (update: Reply): Promise<boolean> => {
    const edited = await sent.edit(renderReply(update)).catch((error: unknown) => {
      deps.log.warn({ err: error, message: sent.id }, 'progress could not be shown')
      return null
    })
    return edited !== null
  }
  await followUpdates(withoutFailure(deps.log, updates), edit, DISCORD_LAYOUT.updateMs)
}

/** Says what went wrong in the place where it can still be said. */
async function sendOrExplain(
  { log }: MessageDeps,
  message: Message,
  channel: SendableChannels,
  answer: DiscordMessage,
): Promise<Message> {
  try {
    return await send(message, channel, answer, true)
  } catch (error) {
    const kind = readFailure(error)
    if (kind === 'gone') throw error
    if (kind === 'unreferable') return send(message, channel, answer, false)
    const reference = randomUUID().slice(0, 8)
    log.error({ err: error, reference, message: message.id }, 'Discord did not take an answer')
    if (kind === 'forbidden')
      return message.author.send(renderReply(makeFailureReply('DISCORD_FORBIDDEN', reference)))
    return send(message, channel, renderReply(makeFailureReply('DISCORD_REFUSED', reference)), true)
  }
}

/** The nonce keeps an answer from appearing twice when Discord took it and the confirmation was lost. */
function send(
  message: Message,
  channel: SendableChannels,
  answer: DiscordMessage,
  isReply: boolean,
): Promise<Message> {
  const reference = { messageReference: message.id, failIfNotExists: false } as const
  return channel.send({
    ...answer,
    nonce: message.id,
    enforceNonce: true,
    ...(isReply ? { reply: reference } : {}),
  })
}
