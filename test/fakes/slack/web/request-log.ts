import type { JsonObject } from '../../discord/json.ts'

/** A request as it was answered. */
export interface LoggedRequest {
  /** `chat.postMessage`, or `response_url`. */
  readonly method: string
  readonly args: JsonObject
  readonly workspaceId: string | null
  readonly atMs: number
  /** 0 when the connection was cut. */
  readonly status: number
  readonly ok: boolean
  readonly error: string | null
}
