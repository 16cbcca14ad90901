import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createChanges } from './changes.ts'
import { createClock } from './clock.ts'
import { createFaultControl } from './control/fault-control.ts'
import { createMemberControl } from './control/member-control.ts'
import { createWorldControl } from './control/world-control.ts'
import type { Core } from './core.ts'
import type { FakeDiscord, FakeDiscordOptions } from './fake-discord.ts'
import { createFaultList } from './faults.ts'
import { createGatewayServer, type GatewayServer } from './gateway/gateway-server.ts'
import { createUserPayload } from './payloads/user.ts'
import { createRateLimiter, DISCORD_RATE_LIMITS } from './rest/rate-limits.ts'
import type { LoggedRequest } from './rest/request-log.ts'
import { type RestDeps, serveRest } from './rest/rest-server.ts'
import { createApplicationRoutes } from './rest/routes/application-routes.ts'
import { CHANNEL_ROUTES } from './rest/routes/channel-routes.ts'
import { createCommandRoutes } from './rest/routes/command-routes.ts'
import { GUILD_ROUTES } from './rest/routes/guild-routes.ts'
import { INTERACTION_ROUTES } from './rest/routes/interaction-routes.ts'
import { MESSAGE_ROUTES } from './rest/routes/message-routes.ts'
import { openSchema } from './schema/open-schema.ts'
import { createSnowflakes } from './snowflakes.ts'
import { createWorld } from './world.ts'

const DEFAULT_HEARTBEAT_MS = 41_250

/**
 * Starts a stand-in for Discord on a free port of this machine: REST v10 and Gateway v10.
 * @example
 * const discord = await startFakeDiscord()
 * const client = new Client({ intents, rest: { api: discord.url, version: '10' } })
 */
export async function startFakeDiscord(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const server = createServer()
  await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const core = createCore(options, origin, event => gateway.publish(event))
  const gateway = createGatewayServer(core, options.heartbeatIntervalMs ?? DEFAULT_HEARTBEAT_MS)
  const deps = createRestDeps(core, gateway, options)
  server.on('request', (request, response) => void serveRest(deps, request, response))
  server.on('upgrade', gateway.upgrade)
  const { world } = core
  return {
    url: `${origin}/api`,
    token: core.token,
    applicationId: world.application.id,
    bot: { id: world.bot.id, name: world.bot.username },
    clock: core.clock,
    faults: createFaultControl(deps.faults, gateway),
    ...createWorldControl(core),
    ...createMemberControl(core),
    until: core.changes.until,
    requests: deps.log,
    gateway: () => ({ ...gateway.counts(), connected: gateway.connections().length }),
    hasSchema: deps.schema !== null,
    violations: deps.violations,
    stop: () => stop(server, gateway, deps.violations),
  }
}

function createCore(options: FakeDiscordOptions, origin: string, publish: Core['publish']): Core {
  const clock = createClock()
  const ids = createSnowflakes(clock.now)
  const [botId, ownerId] = [ids.next(), ids.next()]
  const application = {
    id: botId,
    name: 'Rolecall',
    ownerId,
    privilegedIntents: options.privilegedIntents ?? 0,
  }
  const world = createWorld(
    application,
    createUserPayload(botId, 'Rolecall', true),
    createUserPayload(ownerId, 'Owner', false),
  )
  return {
    token: options.token ?? 'token-of-the-fake-bot',
    clock,
    ids,
    world,
    changes: createChanges(),
    publish,
    origin: () => origin,
  }
}

function createRestDeps(core: Core, gateway: GatewayServer, options: FakeDiscordOptions): RestDeps {
  const { rateLimits = false } = options
  const rules = rateLimits === true ? DISCORD_RATE_LIMITS : rateLimits === false ? null : rateLimits
  const advice = {
    shards: options.shards ?? 1,
    maxConcurrency: options.maxConcurrency ?? 16,
    sessionsStarted: () => gateway.counts().identified,
  }
  const log: LoggedRequest[] = []
  return {
    core,
    routes: [
      ...createApplicationRoutes(advice),
      ...createCommandRoutes(),
      ...CHANNEL_ROUTES,
      ...MESSAGE_ROUTES,
      ...GUILD_ROUTES,
      ...INTERACTION_ROUTES,
    ],
    faults: createFaultList(),
    limiter: createRateLimiter(core.clock.now, rules),
    schema: options.checksSchema === false ? null : openSchema(),
    log,
    violations: [],
  }
}

async function stop(server: Server, gateway: GatewayServer, violations: readonly string[]): Promise<void> {
  gateway.stop()
  server.closeAllConnections()
  await new Promise(resolve => void server.close(resolve))
  if (violations.length > 0) throw new Error(`contradictions to Discord:\n${violations.join('\n')}`)
}
