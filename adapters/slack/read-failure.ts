import { ErrorCode } from '@slack/web-api'

/**
 * What a failed call to Slack means: Slack asks to wait, the place is gone or closed to the bot, the bot itself is no
 * longer let in, Slack does not take the message, the address or trigger is used up, or nobody can tell.
 */
export type FailureKind = 'later' | 'gone' | 'revoked' | 'refused' | 'expired' | 'unknown'

export interface SlackFailure {
  readonly kind: FailureKind
  /** Slack's own word for it, such as `not_in_channel`. */
  readonly reason: string
  /** How long Slack asks to wait; 0 where it does not say. */
  readonly afterMs: number
}

const KINDS: Readonly<Record<string, FailureKind>> = {
  channel_not_found: 'gone',
  not_in_channel: 'gone',
  is_archived: 'gone',
  user_not_found: 'gone',
  user_not_in_channel: 'gone',
  user_disabled: 'gone',
  users_not_found: 'gone',
  cannot_dm_bot: 'gone',
  restricted_action: 'gone',
  restricted_action_read_only_channel: 'gone',
  restricted_action_thread_only_channel: 'gone',
  missing_scope: 'gone',
  message_not_found: 'gone',
  cant_update_message: 'gone',
  edit_window_closed: 'gone',
  token_revoked: 'revoked',
  token_expired: 'revoked',
  account_inactive: 'revoked',
  invalid_auth: 'revoked',
  not_authed: 'revoked',
  invalid_blocks: 'refused',
  invalid_blocks_format: 'refused',
  msg_blocks_too_long: 'refused',
  msg_too_long: 'refused',
  no_text: 'refused',
  invalid_arguments: 'refused',
  expired_trigger_id: 'expired',
  trigger_expired: 'expired',
  exchanged_trigger_id: 'expired',
  expired_url: 'expired',
  used_url: 'expired',
  ratelimited: 'later',
  rate_limited: 'later',
  internal_error: 'unknown',
  fatal_error: 'unknown',
  service_unavailable: 'later',
}

/** Before any connection stood, nothing can have been done. */
const UNCONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])
const UNREACHABLE_WAIT_MS = 30_000

/** Reads what a failed call to Slack means. */
export function readFailure(error: unknown): SlackFailure {
  const code = readText(error, 'code')
  if (code === ErrorCode.RateLimitedError)
    return { kind: 'later', reason: 'ratelimited', afterMs: 1000 * (readNumber(error, 'retryAfter') ?? 1) }
  const reason = readText(read(error, 'data'), 'error')
  if (reason !== null) return { kind: KINDS[reason] ?? 'refused', reason, afterMs: 0 }
  const cause = readText(read(read(error, 'original'), 'cause'), 'code')
  if (cause !== null && UNCONNECTED.has(cause))
    return { kind: 'later', reason: cause, afterMs: UNREACHABLE_WAIT_MS }
  return { kind: 'unknown', reason: cause ?? code ?? String(error), afterMs: 0 }
}

function read(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, key)?.value
    : undefined
}

function readText(value: unknown, key: string): string | null {
  const found = read(value, key)
  return typeof found === 'string' ? found : null
}

function readNumber(value: unknown, key: string): number | null {
  const found = read(value, key)
  return typeof found === 'number' ? found : null
}
