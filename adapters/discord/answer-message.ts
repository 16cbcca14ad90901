import { randomUUID } from 'node:crypto'
import type { Message, SendableChannels } from 'discord.js'
import { makeFailureReply } from '../../src/layout/failure-reply.ts'
import type { Reply } from '../../src/reply.ts'
import type { AnswerDeps } from './answer-interaction.ts'
import { readMessage } from './read.ts'
import { readFailure } from './read-failure.ts'
import { renderReply } from './render.ts'

/** Answers a message to the bot in place. @throws when Discord does not take it */
export async function answerMessage(deps: AnswerDeps, message: Message): Promise<void> {
  const request = readMessage(message, message.client.user.id)
  if (request === null || !message.channel.isSendable()) return
  const reply = await deps.handle(request)
  try {
    await send(message, message.channel, reply, true)
  } catch (error) {
    await recover(deps, message, message.channel, { reply, error })
  }
}

interface Failed {
  readonly reply: Reply
  readonly error: unknown
}

/** Says what went wrong in the place where it can still be said. */
async function recover(
  { log }: AnswerDeps,
  message: Message,
  channel: SendableChannels,
  { reply, error }: Failed,
): Promise<void> {
  const kind = readFailure(error)
  if (kind === 'gone') throw error
  if (kind === 'unreferable') return send(message, channel, reply, false)
  const reference = randomUUID().slice(0, 8)
  log.error({ err: error, reference, message: message.id }, 'Discord did not take an answer')
  if (kind !== 'forbidden')
    return send(message, channel, makeFailureReply('DISCORD_REFUSED', reference), true)
  await message.author.send(renderReply(makeFailureReply('DISCORD_FORBIDDEN', reference)))
}

/** The nonce keeps an answer from appearing twice when Discord took it and the confirmation was lost. */
async function send(
  message: Message,
  channel: SendableChannels,
  reply: Reply,
  isReply: boolean,
): Promise<void> {
  const reference = { messageReference: message.id, failIfNotExists: false } as const
  await channel.send({
    ...renderReply(reply),
    nonce: message.id,
    enforceNonce: true,
    ...(isReply ? { reply: reference } : {}),
  })
}
