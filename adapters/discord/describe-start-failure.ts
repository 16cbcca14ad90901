import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, HTTPError } from 'discord.js'
import type { ErrorCode } from '../../src/errors.ts'

/** How @discordjs/ws names close code 4014. */
const INTENT_REFUSED = 'Used disallowed intents'

/** The code and the detail of why the bot cannot be at work on Discord; the detail never holds the token. */
export function describeStartFailure(error: unknown): [ErrorCode, string] {
  if (isTokenRefused(error)) return ['DISCORD_TOKEN_REFUSED', 'DISCORD_TOKEN']
  if (readReason(error) === INTENT_REFUSED) return ['DISCORD_INTENT_OFF', 'Message Content']
  const reason = error instanceof HTTPError ? `HTTP ${error.status}` : readReason(error)
  return ['DISCORD_UNREACHABLE', reason]
}

function isTokenRefused(error: unknown): boolean {
  if (error instanceof DiscordjsError) return error.code === DiscordjsErrorCodes.TokenInvalid
  return error instanceof DiscordAPIError && error.status === 401
}

function readReason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
