import { RESTJSONErrorCodes as Code, DiscordAPIError } from 'discord.js'

/**
 * What a failed call to Discord means: there is nobody to answer any more, another copy of the event was answered,
 * the bot may not, the message that it answers cannot be referred to, or something else.
 */
export type FailureKind = 'gone' | 'answered' | 'forbidden' | 'unreferable' | 'other'

const KINDS: Readonly<Record<number, FailureKind>> = {
  [Code.UnknownChannel]: 'gone',
  [Code.UnknownGuild]: 'gone',
  [Code.UnknownMessage]: 'gone',
  [Code.UnknownWebhook]: 'gone',
  [Code.UnknownInteraction]: 'gone',
  [Code.InvalidWebhookToken]: 'gone',
  [Code.InteractionHasAlreadyBeenAcknowledged]: 'answered',
  [Code.MissingAccess]: 'forbidden',
  [Code.MissingPermissions]: 'forbidden',
  [Code.CannotSendMessagesToThisUser]: 'forbidden',
  [Code.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds]: 'forbidden',
  [Code.CannotReplyWithoutPermissionToReadMessageHistory]: 'unreferable',
}

/** Reads what a failed call to Discord means. */
export function readFailure(error: unknown): FailureKind {
  if (!(error instanceof DiscordAPIError)) return 'other'
  return KINDS[Number(error.code)] ?? 'other'
}
