import { randomUUID } from 'node:crypto'
import {
  type ChatInputCommandInteraction,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js'
import { makeFailureReply } from '../../src/layout/failure-reply.ts'
import type { Log } from '../../src/log.ts'
import type { Reply } from '../../src/reply.ts'
import { followUpdates } from '../../src/traffic/follow-updates.ts'
import { DISCORD_LAYOUT } from './limits.ts'
import { isPrivatePlace } from './read.ts'
import { readFailure } from './read-failure.ts'
import { renderReply } from './render.ts'

/** An interaction whose answer was promised. */
export type Promised = ChatInputCommandInteraction | MessageComponentInteraction | ModalSubmitInteraction

/** Keeps the promise with the reply, or else with words about why not; then goes on with what takes its place. */
export async function deliverAnswer(log: Log, interaction: Promised, reply: Reply): Promise<void> {
  const messageId = await showOrExplain(log, interaction, reply)
  if (reply.updates === undefined) return
  const edit = async (update: Reply): Promise<boolean> => {
    try {
      await interaction.editReply({ ...renderReply(update), message: messageId })
      return true
    } catch (error) {
      log.warn({ err: error, interaction: interaction.id }, 'progress could not be shown')
      return false
    }
  }
  const unshown = await followUpdates(withoutFailure(log, reply.updates), edit, DISCORD_LAYOUT.updateMs)
  if (unshown !== null) await showElsewhere(interaction, unshown, reply)
}

/** Updates that end with words where they would end with an error. */
export async function* withoutFailure(log: Log, updates: AsyncIterable<Reply>): AsyncGenerator<Reply> {
  try {
    yield* updates
  } catch (error) {
    const reference = randomUUID().slice(0, 8)
    log.error({ err: error, reference }, 'work in progress failed')
    yield makeFailureReply('INTERNAL', reference)
  }
}

/** After a quarter of an hour the answer cannot be changed any more: its end is told in a message of its own. */
async function showElsewhere(interaction: Promised, update: Reply, { viewers }: Reply): Promise<void> {
  const { channel, user } = interaction
  const isPublic = viewers === 'place' && channel?.isSendable()
  await (isPublic ? channel : user).send(renderReply(update))
}

/** @returns the id of the message that shows it */
async function showOrExplain(log: Log, interaction: Promised, reply: Reply): Promise<string> {
  try {
    return await show(interaction, reply)
  } catch (error) {
    const failure = readFailure(error)
    const wasReplacement = reply.isReplacement === true && !interaction.isChatInputCommand()
    if (failure === 'gone' && !wasReplacement) throw error
    const reference = randomUUID().slice(0, 8)
    log.error({ err: error, reference, interaction: interaction.id }, 'Discord did not take an answer')
    const instead = failure === 'forbidden' ? 'DISCORD_FORBIDDEN' : 'DISCORD_REFUSED'
    // A message that was deleted meanwhile cannot be replaced, but the answer can stand beside it.
    const { isReplacement: _, ...beside } = reply
    return show(
      interaction,
      failure === 'gone'
        ? { ...beside, viewers: 'asker' }
        : { ...makeFailureReply(instead, reference), ...(wasReplacement ? {} : keepGoal(reply)) },
    )
  }
}

/** Failures of what would have been shared or added are told to the asker only. */
function keepGoal({ isReplacement }: Reply): Omit<Reply, 'blocks'> {
  return isReplacement ? { isReplacement } : { viewers: 'asker' }
}

async function show(interaction: Promised, reply: Reply): Promise<string> {
  const message = renderReply(reply)
  if (reply.isReplacement) return (await interaction.editReply(message)).id
  const isHidden = reply.viewers !== 'place' && !isPrivatePlace(interaction)
  const flags = isHidden ? message.flags | MessageFlags.Ephemeral : message.flags
  return (await interaction.followUp({ ...message, flags })).id
}
