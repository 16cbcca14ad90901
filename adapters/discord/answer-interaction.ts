import { setTimeout } from 'node:timers/promises'
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
import type { Request, ServerSettings } from '../../src/platform.ts'
import type { FormBlock, Viewers } from '../../src/reply.ts'
import { maySpeak } from '../../src/traffic/decide-speech.ts'
import type { Turns } from '../../src/traffic/take-turns.ts'
import { readCustomId } from './custom-id.ts'
import { deliverAnswer } from './deliver-answer.ts'
import {
  findCommand,
  isPrivatePlace,
  listPlaceIds,
  readCommand,
  readForm,
  readPress,
  readTyping,
} from './read.ts'
import { readFailure } from './read-failure.ts'
import { renderChoices } from './render.ts'
import { renderForm } from './render-form.ts'

/** Forms can only open as the first answer; after this the answer is promised instead. */
const FORM_WAIT_MS = 2000
const HIDDEN = { flags: MessageFlags.Ephemeral } as const

export interface AnswerDeps extends Turns {
  readonly log: Log
  readonly loadServer: (serverId: string) => Promise<ServerSettings>
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
  const isPublic = viewers === 'place' && !isPrivatePlace(interaction)
  const isForGood = isPublic || isPrivatePlace(interaction)
  await deps.acknowledge(interaction.deferReply(isForGood ? {} : HIDDEN))
  if (request === null) {
    const outdated = makeFailureReply('DISCORD_OLD_COMMAND', null)
    return deliverAnswer(deps.log, interaction, { ...outdated, isReplacement: true })
  }
  const reply = await deps.handle(request)
  if (!isPublic || reply.viewers !== 'asker')
    return deliverAnswer(deps.log, interaction, { ...reply, viewers, isReplacement: true })
  // What was promised to all cannot be kept for one alone.
  await interaction.deleteReply()
  await deliverAnswer(deps.log, interaction, reply)
}

/** Only what everybody may ask is ever answered in public, and only where the bot may speak. */
async function chooseViewers(
  { loadServer }: AnswerDeps,
  interaction: ChatInputCommandInteraction,
): Promise<Viewers> {
  const { guildId } = interaction
  if (guildId === null || findCommand(interaction)?.audience !== 'member') return 'asker'
  const settings = await loadServer(guildId)
  return maySpeak(settings, listPlaceIds(interaction)) ? settings.answers : 'asker'
}

async function answerPress(
  deps: AnswerDeps,
  interaction: MessageComponentInteraction | ModalSubmitInteraction,
  request: Request | null,
): Promise<void> {
  if (request === null) return
  const isOnMessage = interaction.isMessageComponent() || interaction.isFromMessage()
  const acknowledging = isOnMessage ? interaction.deferUpdate() : interaction.deferReply(HIDDEN)
  await deps.acknowledge<unknown>(acknowledging)
  await deliverAnswer(deps.log, interaction, await deps.handle(request))
}

async function openForm(
  deps: AnswerDeps,
  interaction: MessageComponentInteraction | ChatInputCommandInteraction,
  request: Request | null,
): Promise<void> {
  if (request === null) return
  const reply = await Promise.race([deps.handle(request), setTimeout(FORM_WAIT_MS, null, { ref: false })])
  const form = reply?.blocks.find(block => block.type === 'form')
  const isShown = form !== undefined && (await tryForm(deps, interaction, form))
  if (isShown) return
  const failure = makeFailureReply(form ? 'DISCORD_REFUSED' : 'FORM_TOO_LATE', null)
  const instead = form ? failure : (reply ?? failure)
  if (interaction.isChatInputCommand()) {
    await interaction.deferReply(HIDDEN)
    return deliverAnswer(deps.log, interaction, { ...instead, isReplacement: true })
  }
  await interaction.deferUpdate()
  await deliverAnswer(deps.log, interaction, { ...instead, viewers: 'asker' })
}

/** @returns whether Discord took it; where it did not, the interaction can still be answered */
async function tryForm(
  { log }: AnswerDeps,
  interaction: MessageComponentInteraction | ChatInputCommandInteraction,
  form: FormBlock,
): Promise<boolean> {
  try {
    await interaction.showModal(renderForm(form))
    return true
  } catch (error) {
    if (readFailure(error) !== 'other') throw error
    log.error({ err: error, interaction: interaction.id }, 'Discord did not take a form')
    return false
  }
}
