import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { createChanges } from '../discord/changes.ts'
import { createFaultControl } from './control/fault-control.ts'
import { createMemberControl } from './control/member-control.ts'
import { addWorkspace, createWorldControl, toFakeWorkspace } from './control/world-control.ts'
import type { Core } from './core.ts'
import { createDeliveryDesk, type DeliveryDesk } from './delivery/delivery.ts'
import { createHttpTransport } from './delivery/http-transport.ts'
import { createEventDelivery } from './delivery/publish-event.ts'
import { createSocketServer, type SocketServer } from './delivery/socket-server.ts'
import type { FakeSlack, FakeSlackOptions } from './fake-slack.ts'
import { createFaultList } from './faults.ts'
import { createIds } from './ids.ts'
import { createResponseUrls } from './response-urls.ts'
import { createTimeline } from './timeline.ts'
import { createTriggers } from './triggers.ts'
import { createAppMethods } from './web/methods/app-methods.ts'
import { CHAT_METHODS } from './web/methods/chat-methods.ts'
import { CONVERSATION_METHODS } from './web/methods/conversation-methods.ts'
import { VIEW_METHODS } from './web/methods/view-methods.ts'
import { createRateLimiter, SLACK_RATE_LIMITS } from './web/rate-limits.ts'
import { serveWeb, type WebDeps } from './web/web-server.ts'
import { type AppRecord, createWorld } from './world.ts'

/** What a bot needs that answers commands, mentions and direct messages and reads no history of channels. */
export const DEFAULT_SCOPES: readonly string[] = [
  'app_mentions:read',
  'channels:read',
  'chat:write',
  'commands',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'mpim:read',
  'team:read',
  'users:read',
]
const DEFAULT_EVENTS: readonly string[] = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'channel_archive',
  'group_archive',
  'member_joined_channel',
  'member_left_channel',
  'message.im',
  'tokens_revoked',
]
const DEFAULT_LINGER_MS = 30_000
/** How long the last answers may take before the server closes. */
const DRAIN_MS = 200

/**
 * Starts a stand-in for Slack on a free port of this machine: Web API, Socket Mode, and requests to the app.
 * @example
 * const slack = await startFakeSlack()
 * const app = new App({ token: slack.token, appToken: slack.appToken, socketMode: true,
 *   clientOptions: { slackApiUrl: slack.url } })
 */
export async function startFakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const server = createServer()
  await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const duplicates: string[] = []
  const core = createCore(options, origin, duplicates, () => desk)
  const { app } = core.world
  const http = createHttpTransport(core.timeline, app.signingSecret)
  const sockets = createSockets(core, options)
  let isHttp = false
  const desk = createDeliveryDesk(core.timeline, core.changes, () => (isHttp ? http : sockets))
  const deps = createWebDeps(core, sockets, options)
  const answering = new Set<Promise<void>>()
  server.on('request', (request, response) => {
    const done = serveWeb(deps, request, response).finally(() => answering.delete(done))
    answering.add(done)
  })
  server.on('upgrade', sockets.upgrade)
  const home = addWorkspace(core, 'Workspace', true)
  const workspace = toFakeWorkspace(core, home)
  return {
    url: `${origin}/api/`,
    token: home.token,
    appToken: app.appToken,
    signingSecret: app.signingSecret,
    appId: app.id,
    workspace,
    bot: workspace.bot,
    clock: core.timeline,
    faults: createFaultControl(deps.faults, sockets, http, duplicates),
    ...createWorldControl(core, home),
    ...createMemberControl(core),
    deliverTo: url => {
      isHttp = url !== null
      http.setUrl(url)
    },
    until: core.changes.until,
    requests: deps.log,
    deliveries: desk.log,
    sockets: () => ({ open: sockets.open().length, opened: sockets.opened() }),
    violations: core.violations,
    stop: () => stop(server, sockets, core, answering),
  }
}

function createCore(
  options: FakeSlackOptions,
  origin: string,
  duplicates: string[],
  desk: () => DeliveryDesk,
): Core {
  const timeline = createTimeline()
  const ids = createIds(timeline.now)
  const core: Core = {
    timeline,
    ids,
    world: createWorld(createApp(options, ids.next('A'))),
    changes: createChanges(),
    triggers: createTriggers(ids, timeline.now),
    responseUrls: createResponseUrls(ids, timeline.now, () => origin),
    publish: published => {
      const delivery = createEventDelivery(core, published)
      if (delivery === null) return
      desk().event(delivery)
      const twice = duplicates.indexOf(published.event.type)
      if (twice < 0) return
      duplicates.splice(twice, 1)
      desk().event(delivery)
    },
    deliver: delivery => desk().once(delivery),
    origin: () => origin,
    violations: [],
  }
  return core
}

function createApp(options: FakeSlackOptions, id: string): AppRecord {
  return {
    id,
    name: 'Rolecall',
    verificationToken: 'verification-token-of-the-fake',
    signingSecret: 'signing-secret-of-the-fake',
    appToken: 'xapp-token-of-the-fake',
    scopes: new Set(options.scopes ?? DEFAULT_SCOPES),
    events: new Set(options.events ?? DEFAULT_EVENTS),
    commands: new Set(options.commands ?? ['/jobs']),
  }
}

function createSockets(core: Core, options: FakeSlackOptions): SocketServer {
  const { timeline, changes, violations, origin } = core
  const lingerMs = options.lingerMs ?? DEFAULT_LINGER_MS
  return createSocketServer({ appId: core.world.app.id, timeline, changes, violations, origin, lingerMs })
}

function createWebDeps(core: Core, sockets: SocketServer, { rateLimits = false }: FakeSlackOptions): WebDeps {
  const given = rateLimits === true ? {} : rateLimits
  const rules = given === false ? null : { ...SLACK_RATE_LIMITS, ...given }
  return {
    core,
    methods: { ...createAppMethods(sockets), ...CHAT_METHODS, ...CONVERSATION_METHODS, ...VIEW_METHODS },
    faults: createFaultList(),
    limiter: createRateLimiter(core.timeline.now, rules),
    log: [],
  }
}

async function stop(
  server: Server,
  sockets: SocketServer,
  core: Core,
  answering: ReadonlySet<Promise<void>>,
): Promise<void> {
  await Promise.race([Promise.all(answering), sleep(DRAIN_MS, undefined, { ref: false })])
  sockets.stop()
  core.timeline.stop()
  server.closeAllConnections()
  await new Promise(resolve => void server.close(resolve))
  if (core.violations.length > 0) throw new Error(`mistakes against Slack:\n${core.violations.join('\n')}`)
}
