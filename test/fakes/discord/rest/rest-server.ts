import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Core } from '../core.ts'
import { DiscordError } from '../discord-error.ts'
import type { FaultList, RestFault } from '../faults.ts'
import type { DiscordSchema } from '../schema/open-schema.ts'
import { ATTACHMENT_PATH } from '../uploads.ts'
import type { RestAnswer, RestRoute } from './call.ts'
import { type FoundRoute, findRoute } from './find-route.ts'
import type { RateLimiter, RateLimitVerdict } from './rate-limits.ts'
import { type RequestBody, readRequest } from './read-request.ts'
import type { LoggedRequest } from './request-log.ts'

/** What the REST interface is made of. */
export interface RestDeps {
  readonly core: Core
  readonly routes: readonly RestRoute[]
  readonly faults: FaultList
  readonly limiter: RateLimiter
  readonly schema: DiscordSchema | null
  readonly log: LoggedRequest[]
  /** Where contradictions to Discord's document go. */
  readonly violations: string[]
}

interface Exchange {
  readonly method: string
  readonly path: string
  readonly url: URL
  readonly found: FoundRoute | null
  readonly body: RequestBody
}

type FullAnswer = RestAnswer & { readonly headers: Readonly<Record<string, string>> }

/** Answers one HTTP request; never throws. */
export async function serveRest(
  deps: RestDeps,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', deps.core.origin())
  if (url.pathname.startsWith(ATTACHMENT_PATH)) return serveFile(deps.core, url.pathname, response)
  const method = request.method ?? 'GET'
  const path = url.pathname.replace(/^\/api(\/v\d+)?/, '')
  const body = await readRequest(request).catch((error: unknown) => error)
  if (body instanceof Error) return finish(response, { ...toErrorAnswer(body), headers: {} })
  const exchange = {
    method,
    path,
    url,
    found: findRoute(deps.routes, method, path),
    body: body as RequestBody,
  }
  const fault = deps.faults.take(method, path)
  const answer = perform(deps, exchange, request.headers.authorization, fault)
  record(deps, exchange, answer, fault?.kind === 'reset')
  deps.core.changes.notify()
  if (fault?.kind === 'reset') return void request.socket.destroy()
  if (fault?.kind === 'slow') await sleep(fault.ms, undefined, { ref: false })
  finish(response, answer)
}

function perform(
  deps: RestDeps,
  exchange: Exchange,
  authorization: string | undefined,
  fault: RestFault | null,
): FullAnswer {
  const isCarriedOut =
    fault === null || fault.kind === 'slow' || ('carriedOut' in fault && fault.carriedOut === true)
  const verdict = takeLimit(deps, exchange)
  if (verdict.retryAfterMs !== null) return limitAnswer(verdict.retryAfterMs, verdict.scope, verdict.headers)
  const answer = isCarriedOut ? attempt(deps, exchange, authorization) : null
  if (answer !== null) checkSchema(deps, exchange, answer)
  const shown = fault === null ? null : showFault(fault)
  return shown ?? { ...(answer ?? { status: 0, body: null }), headers: verdict.headers }
}

/** What a fault answers instead; null when it only delays or cuts. */
function showFault(fault: RestFault): FullAnswer | null {
  if (fault.kind === 'status')
    return { status: fault.status, body: { message: 'Internal Server Error', code: 0 }, headers: {} }
  if (fault.kind === 'error') return { ...toErrorAnswer(new DiscordError(fault.code)), headers: {} }
  if (fault.kind === 'body') return { status: fault.status, body: fault.body, headers: {} }
  if (fault.kind === 'limit') return limitAnswer(fault.retryAfterMs, fault.scope ?? 'user', {})
  return null
}

function attempt({ core }: RestDeps, exchange: Exchange, authorization: string | undefined): RestAnswer {
  try {
    const { found, body } = exchange
    if (found?.route.open !== true && authorization !== `Bot ${core.token}`) throw new DiscordError(0)
    if (found === null) return { status: 404, body: { message: '404: Not Found', code: 0 } }
    const { method, path, url } = exchange
    return found.route.answer({ core, method, path, params: found.params, query: url.searchParams, ...body })
  } catch (error) {
    return toErrorAnswer(error)
  }
}

function toErrorAnswer(error: unknown): RestAnswer {
  if (error instanceof DiscordError) return { status: error.status, body: error.body }
  // A bug of the fake must not look like a refusal of Discord: 501 is nothing that Discord answers.
  return {
    status: 501,
    body: {
      message: `fake Discord failed: ${String(error instanceof Error ? error.stack : error)}`,
      code: 0,
    },
  }
}

function takeLimit({ limiter }: RestDeps, { method, found }: Exchange): RateLimitVerdict {
  const params = found?.params ?? {}
  const major = params.channel_id ?? params.guild_id ?? params.webhook_token ?? params.interaction_token ?? ''
  return limiter.take(`${method} ${found?.route.template ?? ''}`, major, found?.route.open === true)
}

function limitAnswer(
  retryAfterMs: number,
  scope: string,
  headers: Readonly<Record<string, string>>,
): FullAnswer {
  const isGlobal = scope === 'global'
  return {
    status: 429,
    body: {
      message: 'You are being rate limited.',
      retry_after: retryAfterMs / 1000,
      global: isGlobal,
      code: 0,
    },
    headers: {
      ...headers,
      'retry-after': String(Math.ceil(retryAfterMs / 1000)),
      'x-ratelimit-scope': scope,
      'x-ratelimit-reset-after': (retryAfterMs / 1000).toFixed(3),
      ...(isGlobal ? { 'x-ratelimit-global': 'true' } : {}),
    },
  }
}

/** A request counts as accepted when the answer is; refusals are held against the shape of errors. */
function checkSchema(
  { schema, violations }: RestDeps,
  { method, found, body }: Exchange,
  answer: RestAnswer,
): void {
  if (answer.status === 501) violations.push(`${method} failed in the fake: ${JSON.stringify(answer.body)}`)
  if (schema === null || found === null) return
  const { template } = found.route
  const accepted = answer.status < 400 && body.json !== undefined
  const wrongRequest = accepted ? schema.checkRequest(method, template, body.json) : []
  const wrongAnswer =
    answer.body === null ? [] : schema.checkAnswer(method, template, answer.status, answer.body)
  violations.push(...wrongRequest.map(problem => `request ${method} ${template}: ${problem}`))
  violations.push(...wrongAnswer.map(problem => `answer ${answer.status} ${method} ${template}: ${problem}`))
}

function record(deps: RestDeps, exchange: Exchange, answer: RestAnswer, isCut: boolean): void {
  const { body } = answer
  const code =
    answer.status >= 400 && typeof body === 'object' && body !== null && 'code' in body
      ? Number(body.code)
      : null
  deps.log.push({
    method: exchange.method,
    path: exchange.path,
    route: exchange.found?.route.template ?? null,
    query: Object.fromEntries(exchange.url.searchParams),
    body: exchange.body.json,
    fileNames: exchange.body.files.map(file => file.name),
    atMs: deps.core.clock.now(),
    status: isCut ? 0 : answer.status,
    errorCode: code,
  })
}

function finish(response: ServerResponse, answer: FullAnswer): void {
  const hasBody = answer.body !== null && answer.status !== 204
  response.writeHead(answer.status, {
    ...answer.headers,
    ...(hasBody ? { 'content-type': 'application/json' } : {}),
  })
  response.end(hasBody ? JSON.stringify(answer.body) : undefined)
}

function serveFile(core: Core, path: string, response: ServerResponse): void {
  const file = core.world.files.get(path)
  response.writeHead(file === undefined ? 404 : 200, { 'content-type': file?.type ?? 'text/plain' })
  response.end(file?.bytes)
}
