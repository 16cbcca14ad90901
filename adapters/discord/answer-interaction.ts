import { randomUUID } from 'node:crypto'
import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js'
import { makeFailureReply } from '../../src/layout/failure-reply.ts'
import type { Log } from '../../src/log.ts'
import type { BotSide, Request } from '../../src/platform.ts'
import type { Reply, Viewers } from '../../src/reply.ts'
import type { Turns } from '../../src/traffic/take-turns.ts'
import { readCustomId } from './custom-id.ts'
import { findCommand, isPrivatePlace, readCommand, readForm, readPress, readTyping } from './read.ts'
import { readFailure } from './read-failure.ts'
import { renderChoices, renderReply } from './render.ts'
import { renderForm } from './render-form.ts'

/** Forms can only open as the first answer; after this the answer is promised instead. */
const FORM_WAIT_MS = 2000

export interface AnswerDeps extends Turns {
  readonly log: Log
  readonly loadServer: BotSide['loadServer']
}

/** Answers whatever a member did with a command, button, menu or form. @throws when Discord does not take it */
export async function answerInteraction(deps: AnswerDeps, interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) return offerChoices(deps, interaction)
  if (interaction.isChatInputCommand()) return answerCommand(deps, interaction)
  if (interaction.isModalSubmit()) return answerPress(deps, interaction, readForm(interaction))
  if (!interaction.isMessageComponent()) return
  const opensForm = readCustomId(interaction.customId)?.kind === 'opens'
  const request = readPress(interaction)
  return opensForm ? openForm(deps, interaction, request) : answerPress(deps, interaction, request)
}

async function offerChoices({ handle }: AnswerDeps, interaction: AutocompleteInteraction): Promise<void> {
  await interaction.respond(renderChoices(await handle(readTyping(interaction))))
}

/** A command is answered for the asker alone unless the server wants it otherwise; where nobody else is, for good. */
async function answerCommand(deps: AnswerDeps, interaction: ChatInputCommandInteraction): Promise<void> {
  const viewers = await chooseViewers(deps, interaction)
  const request = readCommand(interaction, viewers)
  if (findCommand(interaction)?.opensForm) return openForm(deps, interaction, request)
  const isHidden = viewers === 'asker' && !isPrivatePlace(interaction)
  await deps.acknowledge(interaction.deferReply(isHidden ? { flags: MessageFlags.Ephemeral } : {}))
  if (request === null) return deliver(deps, interaction, makeFailureReply('DISCORD_OLD_COMMAND', null))
  await deliver(deps, interaction, { ...(await deps.handle(request)), isReplacement: true })
}

/** Only what everybody may ask is ever answered in public. */
async function chooseViewers(
  { loadServer }: AnswerDeps,
  interaction: ChatInputCommandInteraction,
): Promise<Viewers> {
  const { guildId } = interaction
  if (guildId === null || findCommand(interaction)?.audience !== 'member') return 'asker'
  return (await loadServer('discord', guildId)).answers
}

async function answerPress(
  deps: AnswerDeps,
  interaction: MessageComponentInteraction | ModalSubmitInteraction,
  request: Request | null,
): Promise<void> {
  if (request === null) return
  const isOnMessage = interaction.isMessageComponent() || interaction.isFromMessage()
  const hidden = { flags: MessageFlags.Ephemeral } as const
  const acknowledging = isOnMessage ? interaction.deferUpdate() : interaction.deferReply(hidden)
  await deps.acknowledge<unknown>(acknowledging)
  await deliver(deps, interaction, await deps.handle(request))
}

async function openForm(
  deps: AnswerDeps,
  interaction: MessageComponentInteraction | ChatInputCommandInteraction,
  request: Request | null,
): Promise<void> {
  if (request === null) return
  const reply = await Promise.race([deps.handle(request), wait(FORM_WAIT_MS)])
  const form = reply?.blocks.find(block => block.type === 'form')
  if (form) return void (await interaction.showModal(renderForm(form)))
  const instead = reply ?? makeFailureReply('DISCORD_SLOW', null)
  if (interaction.isChatInputCommand()) await interaction.deferReply({ flags: MessageFlags.Ephemeral })
  else await interaction.deferUpdate()
  const goal = interaction.isChatInputCommand() ? ({ isReplacement: true } as const) : {}
  await deliver(deps, interaction, { ...instead, ...goal, viewers: 'asker' })
}

function wait(ms: number): Promise<null> {
  return new Promise(resolve => void setTimeout(() => resolve(null), ms).unref())
}

type Deferred = ChatInputCommandInteraction | MessageComponentInteraction | ModalSubmitInteraction

/** Keeps the promise with the reply, or else with words about why not. */
async function deliver({ log }: AnswerDeps, interaction: Deferred, reply: Reply): Promise<void> {
  try {
    await show(interaction, reply)
  } catch (error) {
    const failure = readFailure(error)
    const wasReplacement = reply.isReplacement === true && !interaction.isChatInputCommand()
    if (failure === 'gone' && !wasReplacement) throw error
    const reference = randomUUID().slice(0, 8)
    log.error({ err: error, reference, interaction: interaction.id }, 'Discord did not take an answer')
    const instead = failure === 'forbidden' ? 'DISCORD_FORBIDDEN' : 'DISCORD_REFUSED'
    // A message that was deleted meanwhile cannot be replaced, but the answer can stand beside it.
    const { isReplacement: _, ...beside } = reply
    await show(
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

async function show(interaction: Deferred, reply: Reply): Promise<void> {
  const message = renderReply(reply)
  if (reply.isReplacement) {
    await interaction.editReply(message)
    return
  }
  const isHidden = reply.viewers !== 'place' && !isPrivatePlace(interaction)
  const flags = isHidden ? message.flags | MessageFlags.Ephemeral : message.flags
  await interaction.followUp({ ...message, flags })
}
