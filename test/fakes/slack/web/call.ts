import { asList, asObjects, asText, isObject, type JsonObject } from '../../discord/json.ts'
import type { Core } from '../core.ts'
import { SlackError } from '../slack-error.ts'
import { requireUser, type UserRecord, type WorkspaceRecord } from '../world.ts'

/** A call of a method that may be answered: the token is good. */
export interface WebCall {
  readonly core: Core
  readonly workspace: WorkspaceRecord
  readonly bot: UserRecord
  readonly args: JsonObject
}

/** A method of the Web API. */
export interface WebMethod {
  readonly token: 'bot' | 'app'
  /** What the bot token must be allowed; null for nothing. */
  readonly scope: string | null
  /** The arguments that Slack knows, besides `token`. */
  readonly args: readonly string[]
  /** Requests a minute that Slack promises to take, its tier. */
  readonly perMinute: number
  /** The fields of the answer besides `ok`. @throws {SlackError} */
  readonly answer: (call: WebCall) => JsonObject
}

/** @throws {SlackError} missing_scope, with what is needed and what is there */
export function requireScope(core: Core, needed: string): void {
  const { scopes } = core.world.app
  if (scopes.has(needed)) return
  throw new SlackError('missing_scope', { needed, provided: [...scopes].sort().join(',') })
}

/** An argument as a text; empty when it is not given. */
export function readText(call: WebCall, name: string): string {
  const value = call.args[name]
  return typeof value === 'number' ? String(value) : asText(value)
}

/** An argument as yes or no: forms carry them as texts. */
export function readFlag(call: WebCall, name: string): boolean {
  const value = call.args[name]
  return value === true || value === 'true' || value === '1' || value === 1
}

/** @throws {SlackError} user_not_found */
export function readUser(call: WebCall, name = 'user'): UserRecord {
  return requireUser(call.core.world, readText(call, name))
}

/**
 * A page of a list by `cursor` and `limit`.
 * @param defaultLimit what Slack takes when no limit is given
 */
export function readPage<T>(call: WebCall, all: readonly T[], defaultLimit: number) {
  const limit = Number(readText(call, 'limit') || defaultLimit)
  const cursor = readText(call, 'cursor')
  const start = cursor === '' ? 0 : Number(Buffer.from(cursor, 'base64').toString('utf8'))
  if (!Number.isInteger(start) || start < 0 || start > all.length) throw new SlackError('invalid_cursor')
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw new SlackError('invalid_limit')
  const end = start + limit
  const nextCursor = end < all.length ? Buffer.from(String(end)).toString('base64') : ''
  return {
    page: all.slice(start, end),
    hasMore: nextCursor !== '',
    metadata: { response_metadata: { next_cursor: nextCursor } },
  }
}

/** A list of objects in an argument; undefined when it is not given. */
export function readObjects(call: WebCall, name: string): readonly JsonObject[] | undefined {
  const value = call.args[name]
  return asList(value).length === 0 ? undefined : asObjects(value)
}

/** An object in an argument; undefined when it is not given. */
export function readObject(call: WebCall, name: string): JsonObject | undefined {
  const value = call.args[name]
  return isObject(value) ? value : undefined
}
