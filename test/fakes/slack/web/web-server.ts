import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { JsonObject } from '../../discord/json.ts'
import type { Core } from '../core.ts'
import type { FaultList, WebFault } from '../faults.ts'
import { SlackError } from '../slack-error.ts'
import { requireUser, type WorkspaceRecord } from '../world.ts'
import { answerResponseUrl } from './answer-response-url.ts'
import { requireScope, type WebMethod } from './call.ts'
import type { RateLimiter } from './rate-limits.ts'
import { readRequest } from './read-request.ts'
import type { LoggedRequest } from './request-log.ts'

/** What the Web API is made of. */
export interface WebDeps {
  readonly core: Core
  readonly methods: Readonly<Record<string, WebMethod>>
  readonly faults: FaultList
  readonly limiter: RateLimiter
  readonly log: LoggedRequest[]
}

interface Exchange {
  readonly method: string
  readonly path: string
  readonly args: JsonObject
  readonly token: string
}

interface Answer {
  readonly status: number
  readonly body: JsonObject | string
  readonly headers?: Readonly<Record<string, string>>
}

/** Bolt sends the workspace with every call. */
const ALWAYS_KNOWN: readonly string[] = ['token', 'team_id']
const POSTING: readonly string[] = ['chat.postMessage', 'chat.postEphemeral']

/** Answers one HTTP request; never throws. */
export async function serveWeb(
  deps: WebDeps,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname
  const args = await readRequest(request).catch(() => null)
  const method = path.startsWith('/api/') ? path.slice('/api/'.length) : 'response_url'
  const exchange = { method, path, args: args ?? {}, token: readToken(request, args) }
  const fault = deps.faults.take(method)
  const answer = args === null ? refuse(new SlackError('invalid_json')) : perform(deps, exchange, fault)
  record(deps, exchange, answer, fault?.kind === 'reset')
  deps.core.changes.notify()
  if (fault?.kind === 'reset') return void request.socket.destroy()
  if (fault?.kind === 'slow') await sleep(fault.ms, undefined, { ref: false })
  const isText = typeof answer.body === 'string'
  response.writeHead(answer.status, {
    'content-type': isText ? 'text/html' : 'application/json; charset=utf-8',
    'x-slack-req-id': deps.core.ids.nextSecret(),
    ...answer.headers,
  })
  response.end(isText ? answer.body : JSON.stringify(answer.body))
}

function readToken(request: IncomingMessage, args: JsonObject | null): string {
  const header = request.headers.authorization ?? ''
  if (header.startsWith('Bearer ')) return header.slice('Bearer '.length)
  return typeof args?.token === 'string' ? args.token : ''
}

function perform(deps: WebDeps, exchange: Exchange, fault: WebFault | null): Answer {
  const isCarriedOut = fault === null || fault.kind === 'slow' || ('carriedOut' in fault && fault.carriedOut)
  const answer = isCarriedOut ? attempt(deps, exchange) : null
  const shown = fault === null ? null : showFault(fault)
  return shown ?? answer ?? { status: 0, body: '' }
}

/** What a fault answers instead; null when it only delays or cuts. */
function showFault(fault: WebFault): Answer | null {
  if (fault.kind === 'status') return { status: fault.status, body: 'Something went wrong' }
  if (fault.kind === 'error') return refuse(new SlackError(fault.error, fault.details))
  if (fault.kind === 'limit') return refuseLimit(fault.retryAfterSeconds)
  return null
}

function attempt(deps: WebDeps, exchange: Exchange): Answer {
  try {
    if (exchange.method !== 'response_url') return callMethod(deps, exchange)
    return answerResponseUrl(deps.core, exchange.path, exchange.args)
  } catch (error) {
    if (error instanceof SlackError) return refuse(error)
    // A bug of the fake must not look like a refusal of Slack: 501 is nothing that Slack answers.
    const report = `fake Slack failed: ${String(error instanceof Error ? error.stack : error)}`
    deps.core.violations.push(report)
    return { status: 501, body: report }
  }
}

function callMethod({ core, methods, limiter }: WebDeps, exchange: Exchange): Answer {
  const { method: name, args, token } = exchange
  const method = methods[name]
  if (method === undefined) throw new SlackError('unknown_method', { req_method: name })
  const workspace = authorize(core, method, token)
  const waitSeconds = limiter.take({
    method: name,
    workspaceId: workspace?.id ?? 'app',
    perMinute: method.perMinute,
    postsTo: POSTING.includes(name) ? String(args.channel) : null,
  })
  if (waitSeconds !== null) return refuseLimit(waitSeconds)
  if (method.scope !== null && method.token === 'bot') requireScope(core, method.scope)
  reportUnknown(core, name, method, args)
  // An app token belongs to no workspace; its methods look at none.
  const home = workspace ?? [...core.world.workspaces.values()][0]
  if (home === undefined) throw new Error('no workspace')
  const bot = requireUser(core.world, home.botUserId)
  const body = { ok: true, ...method.answer({ core, workspace: home, bot, args }) }
  const accepted = method.scope === null ? {} : { 'x-accepted-oauth-scopes': method.scope }
  const headers = { 'x-oauth-scopes': [...core.world.app.scopes].join(','), ...accepted }
  return { status: 200, body, headers: method.token === 'bot' ? headers : {} }
}

/** The workspace of a bot token; null for the app's own token. */
function authorize({ world }: Core, method: WebMethod, token: string): WorkspaceRecord | null {
  if (token === '') throw new SlackError('not_authed')
  if (token === world.app.appToken) {
    if (method.token === 'app') return null
    throw new SlackError('not_allowed_token_type')
  }
  const workspace = [...world.workspaces.values()].find(one => one.installed && one.token === token)
  if (workspace === undefined) throw new SlackError('invalid_auth')
  if (workspace.tokenError !== null) throw new SlackError(workspace.tokenError)
  if (method.token === 'app') throw new SlackError('not_allowed_token_type')
  return workspace
}

/** Slack ignores arguments that it does not know; in a test they are mistakes. */
function reportUnknown(core: Core, name: string, method: WebMethod, args: JsonObject): void {
  const unknown = Object.keys(args).filter(key => !ALWAYS_KNOWN.includes(key) && !method.args.includes(key))
  core.violations.push(...unknown.map(key => `${name} was called with an argument unknown to Slack: ${key}`))
}

function refuse(error: SlackError): Answer {
  return { status: 200, body: error.body }
}

function refuseLimit(seconds: number): Answer {
  const headers = { 'retry-after': String(seconds) }
  return { status: 429, body: { ok: false, error: 'ratelimited' }, headers }
}

function record({ core, log }: WebDeps, exchange: Exchange, answer: Answer, isCut: boolean): void {
  const { body, status } = answer
  const error = typeof body === 'string' ? body : body.error
  const workspace = [...core.world.workspaces.values()].find(({ token }) => token === exchange.token)
  const { token: _, ...args } = exchange.args
  const isOk = !isCut && status === 200 && (typeof body === 'string' ? body === 'ok' : body.ok === true)
  log.push({
    method: exchange.method,
    args,
    workspaceId: workspace?.id ?? null,
    atMs: core.timeline.now(),
    status: isCut ? 0 : status,
    ok: isOk,
    error: isOk || typeof error !== 'string' ? null : error,
  })
}
