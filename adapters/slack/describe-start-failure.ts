import type { ErrorCode } from '../../src/errors.ts'
import { readFailure } from './read-failure.ts'

/** The code and the detail of why the bot cannot be at work in Slack; the detail never holds a token. */
export function describeStartFailure(error: unknown): [ErrorCode, string] {
  const { kind, reason } = readFailure(error)
  if (kind === 'revoked') return ['SLACK_TOKEN_REFUSED', reason]
  return kind === 'unknown' || kind === 'later' ? ['SLACK_UNREACHABLE', reason] : ['SLACK_REFUSED', reason]
}
