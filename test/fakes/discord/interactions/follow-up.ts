import type { APIMessage } from 'discord.js'
import type { Core } from '../core.ts'
import { DiscordError } from '../discord-error.ts'
import type { JsonObject } from '../json.ts'
import { DISCORD_LIMITS } from '../limits.ts'
import { deleteMessage, editMessage } from '../messages.ts'
import type { UploadedFile } from '../uploads.ts'
import { checkMessageEdit, checkNewMessage } from '../validation/check-message.ts'
import { findMessage, type MessageRecord } from '../world.ts'
import { describeEarlier } from './answer-interaction.ts'
import { isUserInstallOnly } from './installation.ts'
import type { InteractionRecord } from './interaction-record.ts'
import { createResponseMessage } from './response-message.ts'

/**
 * The interaction behind a token that may still be followed up.
 * @throws {DiscordError} 10015 unknown or never answered, 50027 older than 15 minutes
 */
export function requireFollowable(core: Core, token: string | undefined): InteractionRecord {
  const record = [...core.world.interactions.values()].find(interaction => interaction.token === token)
  if (record === undefined) throw new DiscordError(10015)
  if (core.clock.now() - record.createdAtMs > DISCORD_LIMITS.interaction.tokenMs)
    throw new DiscordError(50027)
  if (record.answer.callback === null) throw new DiscordError(10015)
  return record
}

/** Sends a follow-up; right after a promise it keeps the promise instead, as Discord does. */
export function followUp(
  core: Core,
  record: InteractionRecord,
  body: JsonObject,
  files: readonly UploadedFile[],
): APIMessage {
  const { answer } = record
  if (answer.isPlaceholder) return editAnswer(core, record, '@original', body, files)
  const isLimited = isUserInstallOnly(record.payload.authorizing_integration_owners)
  if (isLimited && answer.followUpIds.length >= DISCORD_LIMITS.message.followUpsOfUserInstall)
    throw new DiscordError(40094)
  checkNewMessage(body, files.length)
  const message = createResponseMessage(core, record, body, files)
  answer.followUpIds.push(message.id)
  core.changes.notify()
  return message
}

/**
 * Edits the answer or a follow-up.
 * @param id `@original` or the id of a message
 */
export function editAnswer(
  core: Core,
  record: InteractionRecord,
  id: string | undefined,
  body: JsonObject,
  files: readonly UploadedFile[],
): APIMessage {
  const { answer } = record
  const found = requireAnswer(core, record, id)
  const settles = answer.isPlaceholder && found.message.id === answer.originalId
  if (settles) checkNewMessage({ ...body, nonce: undefined }, files.length)
  else checkMessageEdit(body, describeEarlier(found))
  if (settles) answer.isPlaceholder = false
  return editMessage(core, found, body, files, settles)
}

/** Deletes the answer or a follow-up, also one that only one member sees; a promise that is deleted is kept by nothing. */
export function deleteAnswer(core: Core, record: InteractionRecord, id: string | undefined): void {
  const { answer } = record
  const deleted = requireAnswer(core, record, id)
  if (deleted.message.id === answer.originalId) answer.isPlaceholder = false
  deleteMessage(core, deleted)
}

/**
 * The answer or a follow-up of an interaction.
 * @throws {DiscordError} 10008
 */
export function requireAnswer(core: Core, record: InteractionRecord, id: string | undefined): MessageRecord {
  const { originalId, followUpIds } = record.answer
  const wanted = id === '@original' ? originalId : (id ?? null)
  const isOurs = wanted !== null && (wanted === originalId || followUpIds.includes(wanted))
  const found = isOurs ? findMessage(core.world, record.channelId, wanted) : null
  if (found === null) throw new DiscordError(10008)
  return found
}
