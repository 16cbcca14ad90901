import {
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
} from 'discord.js'
import type { Core } from '../core.ts'
import type { InteractionRecord } from '../interactions/interaction-record.ts'
import { asObjects } from '../json.ts'
import { findMessage } from '../world.ts'
import type { FakeInteraction, Suggestion } from './fake-interaction.ts'

const Type = InteractionResponseType

/** Gives tests a view of an interaction. */
export function watchInteraction(core: Core, record: InteractionRecord): FakeInteraction {
  const { answer } = record
  const what = `${record.commandName ?? `interaction type ${record.payload.type}`}`
  const read = (id: string | null) => findMessage(core.world, record.channelId, id)?.message ?? null
  const sourceBefore = read(record.sourceMessageId)
  const followUps = () => answer.followUpIds.flatMap(id => read(id) ?? [])
  const wait = <T>(find: () => T | null, sought: string, timeoutMs?: number) =>
    core.changes.until(find, `${sought} of ${what}`, timeoutMs)
  const shown = () => readShown(record, read(answer.originalId), sourceBefore)
  return {
    id: record.id,
    token: record.token,
    channelId: record.channelId,
    userId: record.userId,
    payload: record.payload,
    acknowledged: timeoutMs => wait(() => answer.callback, 'an acknowledgement', timeoutMs),
    response: timeoutMs => wait(shown, 'an answer', timeoutMs),
    message: () => read(answer.originalId),
    messageThat: (fits, timeoutMs) => {
      const find = () => {
        const message = read(answer.originalId)
        return message !== null && fits(message) ? message : null
      }
      return wait(find, 'a fitting answer', timeoutMs)
    },
    followUps,
    followUp: (index = 0, timeoutMs) =>
      wait(() => followUps()[index] ?? null, `follow-up ${index}`, timeoutMs),
    choices: timeoutMs => wait(() => readChoices(record), 'suggestions', timeoutMs),
    modal: timeoutMs => wait(() => readModal(record), 'a form', timeoutMs),
  }
}

/** A promise is no answer yet; neither is a message that was only promised to change. */
function readShown(
  record: InteractionRecord,
  message: APIMessage | null,
  sourceBefore: APIMessage | null,
): APIMessage | null {
  const { callback, isPlaceholder } = record.answer
  if (callback === null || isPlaceholder) return null
  if (callback.type === Type.DeferredMessageUpdate && message === sourceBefore) return null
  return message
}

function readChoices(record: InteractionRecord): readonly Suggestion[] | null {
  const { callback } = record.answer
  if (callback?.type !== Type.ApplicationCommandAutocompleteResult) return null
  return asObjects(callback.data.choices) as unknown as readonly Suggestion[]
}

function readModal(record: InteractionRecord): APIModalInteractionResponseCallbackData | null {
  const { callback } = record.answer
  if (callback?.type !== Type.Modal) return null
  return callback.data as unknown as APIModalInteractionResponseCallbackData
}
