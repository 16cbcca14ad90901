import { type APIMessage, InteractionResponseType, InteractionType, MessageFlags } from 'discord.js'
import type { Core } from '../core.ts'
import { DiscordError, refuseIssues } from '../discord-error.ts'
import { asNumber, isObject, type JsonObject } from '../json.ts'
import { DISCORD_LIMITS } from '../limits.ts'
import { editMessage } from '../messages.ts'
import type { UploadedFile } from '../uploads.ts'
import { checkChoices } from '../validation/check-choices.ts'
import { checkChoice } from '../validation/check-fields.ts'
import { checkMessageEdit, checkNewMessage } from '../validation/check-message.ts'
import { checkModal } from '../validation/check-modal.ts'
import { createFormIssues } from '../validation/form-issues.ts'
import { findMessage, type MessageRecord } from '../world.ts'
import type { InteractionRecord } from './interaction-record.ts'
import { createResponseMessage } from './response-message.ts'

/** What a callback made: the message that it created or changed, if any. */
interface CallbackResult {
  readonly message: APIMessage | null
}

type Callback = (
  core: Core,
  record: InteractionRecord,
  data: JsonObject,
  files: readonly UploadedFile[],
) => CallbackResult

const Type = InteractionResponseType

const CALLBACKS: Readonly<Record<number, Callback>> = {
  [Type.ChannelMessageWithSource]: reply,
  [Type.DeferredChannelMessageWithSource]: promiseReply,
  [Type.DeferredMessageUpdate]: promiseUpdate,
  [Type.UpdateMessage]: update,
  [Type.ApplicationCommandAutocompleteResult]: (_, __, data) => {
    checkChoices(data)
    return { message: null }
  },
  [Type.Modal]: (_, __, data) => {
    checkModal(data)
    return { message: null }
  },
}

const REPLIES = [Type.ChannelMessageWithSource, Type.DeferredChannelMessageWithSource]
const UPDATES = [Type.DeferredMessageUpdate, Type.UpdateMessage]

const ALLOWED: Readonly<Partial<Record<InteractionType, readonly number[]>>> = {
  [InteractionType.ApplicationCommand]: [...REPLIES, Type.Modal],
  [InteractionType.MessageComponent]: [...REPLIES, ...UPDATES, Type.Modal],
  [InteractionType.ApplicationCommandAutocomplete]: [Type.ApplicationCommandAutocompleteResult],
  [InteractionType.ModalSubmit]: REPLIES,
}

/**
 * Takes the first answer to an interaction.
 * @returns the body of the answer when one was asked for (`with_response`)
 * @throws {DiscordError} 10062 unknown or too late, 40060 answered before, 50035 not fitting
 */
export function answerInteraction(
  core: Core,
  record: InteractionRecord,
  body: JsonObject,
  files: readonly UploadedFile[],
): JsonObject {
  if (record.answer.callback !== null) throw new DiscordError(40060)
  const afterMs = core.clock.now() - record.createdAtMs
  if (afterMs > DISCORD_LIMITS.interaction.ackMs) throw new DiscordError(10062)
  const type = readType(record, body)
  const data = isObject(body.data) ? body.data : {}
  const { message } = (CALLBACKS[type] ?? refuseType)(core, record, data, files)
  record.answer.callback = { type, data, afterMs }
  core.changes.notify()
  return createCallbackPayload(record, type, message)
}

function readType(record: InteractionRecord, body: JsonObject): number {
  const issues = createFormIssues()
  const mayUpdate = record.payload.type === InteractionType.ModalSubmit && record.sourceMessageId !== null
  const allowed = [...(ALLOWED[record.payload.type] ?? []), ...(mayUpdate ? UPDATES : [])]
  checkChoice(issues, ['type'], body.type, allowed, true)
  refuseIssues(issues)
  return asNumber(body.type, 0)
}

function refuseType(): never {
  throw new DiscordError(50035)
}

function reply(
  core: Core,
  record: InteractionRecord,
  data: JsonObject,
  files: readonly UploadedFile[],
): CallbackResult {
  checkNewMessage(data, files.length)
  const message = createResponseMessage(core, record, data, files)
  record.answer.originalId = message.id
  return { message }
}

/** Only the flag for private answers may be set here: new components come with the edit. */
function promiseReply(core: Core, record: InteractionRecord, data: JsonObject): CallbackResult {
  const issues = createFormIssues()
  if ((asNumber(data.flags, 0) & ~MessageFlags.Ephemeral) !== 0)
    issues.add(
      ['data', 'flags'],
      'INTERACTION_DEFERRED_FLAGS_INVALID',
      'Only EPHEMERAL may be set when deferring',
    )
  refuseIssues(issues)
  const message = createResponseMessage(core, record, { flags: asNumber(data.flags, 0) }, [], true)
  record.answer.originalId = message.id
  record.answer.isPlaceholder = true
  return { message }
}

function promiseUpdate(core: Core, record: InteractionRecord): CallbackResult {
  const source = requireSource(core, record)
  record.answer.originalId = source.message.id
  return { message: source.message }
}

function update(
  core: Core,
  record: InteractionRecord,
  data: JsonObject,
  files: readonly UploadedFile[],
): CallbackResult {
  const source = requireSource(core, record)
  checkMessageEdit(data, describeEarlier(source))
  record.answer.originalId = source.message.id
  return { message: editMessage(core, source, data, files) }
}

function requireSource(core: Core, record: InteractionRecord): MessageRecord {
  const source = findMessage(core.world, record.channelId, record.sourceMessageId)
  if (source === null) throw new DiscordError(10008)
  return source
}

/** What an edit is checked against. */
export function describeEarlier({ message }: MessageRecord, isPlaceholder = false) {
  return {
    flags: message.flags ?? 0,
    content: message.content,
    hasEmbeds: message.embeds.length > 0,
    isPlaceholder,
  }
}

function createCallbackPayload(
  record: InteractionRecord,
  type: number,
  message: APIMessage | null,
): JsonObject {
  const flags = message?.flags ?? 0
  const about =
    message === null
      ? {}
      : {
          response_message_id: message.id,
          response_message_loading: (flags & MessageFlags.Loading) !== 0,
          response_message_ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
        }
  const hasMessage = message !== null && [Type.ChannelMessageWithSource, Type.UpdateMessage].includes(type)
  return {
    interaction: { id: record.id, type: record.payload.type, ...about },
    ...(hasMessage ? { resource: { type, message } } : {}),
  }
}
