import {
  type APIMessage,
  type APIMessageInteractionMetadata,
  InteractionType,
  MessageFlags,
  MessageType,
} from 'discord.js'
import type { Core } from '../core.ts'
import { asNumber, type JsonObject } from '../json.ts'
import { createMessage, createReference } from '../messages.ts'
import type { UploadedFile } from '../uploads.ts'
import { findMessage, requireChannel, requireUser } from '../world.ts'
import type { InteractionRecord } from './interaction-record.ts'

/**
 * Makes a message that answers an interaction.
 * @param isPromise whether it only says that the bot is thinking
 */
export function createResponseMessage(
  core: Core,
  record: InteractionRecord,
  body: JsonObject,
  files: readonly UploadedFile[],
  isPromise = false,
): APIMessage {
  const isPrivate = record.forcedPrivate || (asNumber(body.flags, 0) & MessageFlags.Ephemeral) !== 0
  return createMessage(core, {
    channel: requireChannel(core.world, record.channelId),
    author: core.world.bot,
    body,
    files,
    visibleTo: isPrivate ? record.userId : null,
    extraFlags: (isPrivate ? MessageFlags.Ephemeral : 0) | (isPromise ? MessageFlags.Loading : 0),
    extra: createExtra(core, record),
  })
}

/** How messages tell which interaction they come from. */
export function createMetadata(core: Core, record: InteractionRecord): APIMessageInteractionMetadata {
  const { payload, answer } = record
  const metadata = {
    id: record.id,
    type: payload.type,
    user: requireUser(core.world, record.userId),
    authorizing_integration_owners: payload.authorizing_integration_owners,
    ...(answer.originalId === null ? {} : { original_response_message_id: answer.originalId }),
    ...(payload.type === InteractionType.MessageComponent
      ? { interacted_message_id: record.sourceMessageId }
      : {}),
    ...(payload.type === InteractionType.ModalSubmit
      ? { triggering_interaction_metadata: record.triggering }
      : {}),
  }
  return metadata as APIMessageInteractionMetadata
}

function createExtra(core: Core, record: InteractionRecord): Partial<APIMessage> {
  const { world } = core
  return {
    application_id: world.application.id,
    webhook_id: world.application.id,
    interaction_metadata: createMetadata(core, record),
    ...createOrigin(core, record),
  }
}

/** Answers to a command name it; everything later replies to the message it follows. */
function createOrigin(core: Core, record: InteractionRecord): Partial<APIMessage> {
  const followed = findMessage(
    core.world,
    record.channelId,
    record.answer.originalId ?? record.sourceMessageId,
  )
  if (followed !== null) {
    const channel = requireChannel(core.world, record.channelId)
    return { type: MessageType.Reply, ...createReference(channel, followed.message) }
  }
  if (record.commandName === null) return { type: MessageType.Default }
  const user = requireUser(core.world, record.userId)
  return {
    type: MessageType.ChatInputCommand,
    interaction: { id: record.id, type: InteractionType.ApplicationCommand, name: record.commandName, user },
  }
}
