import { RESTJSONErrorCodes as Code, DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import type { SendOutcome } from '../../src/platform.ts'

type Failure = Exclude<SendOutcome, { type: 'sent' }>

const MINUTE_MS = 60_000
const UNREACHABLE_WAIT_MS = MINUTE_MS / 2

/** There is no such place any more, or the bot may not post there. */
const GONE: ReadonlySet<number> = new Set([
  Code.UnknownChannel,
  Code.UnknownGuild,
  Code.UnknownMessage,
  Code.UnknownUser,
  Code.MissingAccess,
  Code.MissingPermissions,
  Code.CannotSendMessagesToThisUser,
  Code.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
  Code.CannotSendMessagesInNonTextChannel,
])

/** Discord refuses for a while only; how long is our guess, as it does not say. */
const LATER: Readonly<Record<number, number>> = {
  [Code.Unauthorized]: 10 * MINUTE_MS,
  [Code.OpeningDirectMessagesTooFast]: 10 * MINUTE_MS,
  [Code.APIResourceOverloaded]: MINUTE_MS,
  [Code.MaximumNumberOfEditsToMessagesOlderThanOneHourReached]: 60 * MINUTE_MS,
}

/** Before any connection stood, nothing can have been posted. */
const UNCONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** What became of a message whose posting failed: a refusal is certain, a broken or late answer is not. */
export function readSendFailure(error: unknown): Failure {
  if (error instanceof RateLimitError) return readLimit(error)
  if (error instanceof DiscordAPIError) return readRefusal(error)
  const reason = error instanceof Error ? error.message : String(error)
  if (error instanceof HTTPError) return { type: 'unknown', reason: `HTTP ${error.status}` }
  const isUnconnected = error instanceof Error && 'code' in error && UNCONNECTED.has(String(error.code))
  return isUnconnected ? { type: 'later', afterMs: UNREACHABLE_WAIT_MS, reason } : { type: 'unknown', reason }
}

function readLimit({ timeToReset, retryAfter, sublimitTimeout, scope, global }: RateLimitError): Failure {
  const afterMs = Math.max(timeToReset, retryAfter, sublimitTimeout, 0)
  return { type: 'later', afterMs, reason: `rate limit (${global ? 'global' : scope})` }
}

function readRefusal({ code, status, message }: DiscordAPIError): Failure {
  const reason = `${message} (${code})`
  const afterMs = LATER[Number(code)] ?? (status === 401 ? LATER[Code.Unauthorized] : undefined)
  if (afterMs !== undefined) return { type: 'later', afterMs, reason }
  return { type: GONE.has(Number(code)) ? 'gone' : 'refused', reason }
}
