import type { JsonObject } from '../discord/json.ts'

/** Thrown by a method of the Web API: the answer is `{ ok: false, error }` instead. */
export class SlackError extends Error {
  readonly body: JsonObject

  /** @param details further fields of the answer, as `needed` and `provided` of a missing scope */
  constructor(error: string, details: JsonObject = {}) {
    super(error)
    this.body = { ok: false, error, ...details }
  }
}

/** The error of Slack for arguments of the wrong form, with Slack's list of what is wrong. */
export function refuseArguments(error: string, messages: readonly string[]): SlackError {
  return new SlackError(error, { errors: [...messages], response_metadata: { messages: [...messages] } })
}
