import type { APIInteraction, APIMessageInteractionMetadata } from 'discord.js'
import type { JsonObject } from '../json.ts'

/** A press, command, form or typing of a member, and what the bot made of it. */
export interface InteractionRecord {
  readonly id: string
  readonly token: string
  readonly payload: APIInteraction
  readonly userId: string
  readonly channelId: string
  /** Milliseconds of the fake's clock. */
  readonly createdAtMs: number
  /** The message whose button or menu was used; null for commands. */
  readonly sourceMessageId: string | null
  /** `jobs search`; null for anything but a command. */
  readonly commandName: string | null
  /** What a form was opened by; null for anything but a form. */
  readonly triggering: APIMessageInteractionMetadata | null
  /** Only the member may see answers, because the app is theirs alone and the server allows no more. */
  readonly forcedPrivate: boolean
  readonly answer: InteractionAnswer
}

/** The bot's answer as far as it got; grows while the bot works. */
export interface InteractionAnswer {
  /** The first callback; null while there is none. */
  callback: { readonly type: number; readonly data: JsonObject; readonly afterMs: number } | null
  /** The message behind `@original`; null when there is none. */
  originalId: string | null
  /** Whether the original is a promise (type 5) without content. */
  isPlaceholder: boolean
  readonly followUpIds: string[]
}
