import type { Core } from '../core.ts'
import type { JsonObject } from '../json.ts'
import type { UploadedFile } from '../uploads.ts'

/** A request as the routes see it. */
export interface RestCall {
  readonly core: Core
  readonly method: string
  /** Below `/api/v10`, for example `/channels/1/messages`. */
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** What the body holds; an empty object when there is none. */
  readonly body: JsonObject
  /** The body when it is a list, as for registering all commands. */
  readonly list: readonly unknown[]
  readonly files: readonly UploadedFile[]
}

/** What a route answers; null stands for no content. */
export interface RestAnswer {
  readonly status: number
  readonly body: unknown
}

/** One address of Discord's REST interface. */
export interface RestRoute {
  readonly method: string
  /** As in Discord's OpenAPI document, `/channels/{channel_id}/messages`. */
  readonly template: string
  /** Whether the token in the path stands for the bot's. */
  readonly open?: boolean
  readonly answer: (call: RestCall) => RestAnswer
}

/** 200 with a body. */
export function answerOk(body: unknown, status = 200): RestAnswer {
  return { status, body }
}

/** 204. */
export function answerNothing(): RestAnswer {
  return { status: 204, body: null }
}
