import type { FormIssues } from './validation/form-issues.ts'

/** The error answers of Discord's REST interface that this server gives, by code. */
const ERRORS = {
  0: [401, '401: Unauthorized'],
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10013: [404, 'Unknown User'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  20012: [403, 'You are not authorized to perform this action on this application'],
  30032: [400, 'Maximum number of application commands reached (100).'],
  30034: [400, 'Max number of daily application command creates has been reached (200)'],
  40060: [400, 'Interaction has already been acknowledged.'],
  40094: [400, 'This interaction has hit the maximum number of follow up messages.'],
  50001: [403, 'Missing Access'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50008: [400, 'Cannot send messages in a non-text channel'],
  50013: [403, 'Missing Permissions'],
  50027: [401, 'Invalid Webhook Token'],
  50035: [400, 'Invalid Form Body'],
  50109: [400, 'The request body contains invalid JSON.'],
  50278: [403, 'Cannot send messages to this user due to having no mutual guilds'],
  160002: [403, 'Cannot reply without permission to read message history'],
  160004: [400, 'A thread has already been created for this message'],
} as const satisfies Readonly<Record<number, readonly [status: number, message: string]>>

/** A code of Discord's REST interface. */
export type DiscordErrorCode = keyof typeof ERRORS

/** Thrown by a route: the answer is this error instead. */
export class DiscordError extends Error {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>

  constructor(code: DiscordErrorCode, details: Readonly<Record<string, unknown>> = {}) {
    const [status, message] = ERRORS[code]
    super(message)
    this.status = status
    this.body = { message, code, ...details }
  }
}

/**
 * Stops when a form has issues.
 * @throws {DiscordError} 50035 with the nested `errors` of Discord
 */
export function refuseIssues(issues: FormIssues): void {
  if (issues.count() > 0) throw new DiscordError(50035, { errors: issues.nested() })
}
