import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from 'discord.js'
import { WebSocketServer } from 'ws'
import type { Core } from '../core.ts'
import { asList, asText, type JsonObject } from '../json.ts'
import { createMemberPayload } from '../payloads/member.ts'
import { type GatewayConnection, type GatewayDesk, openConnection } from './gateway-connection.ts'
import type { GatewayEvent } from './gateway-event.ts'
import type { GatewaySession } from './gateway-session.ts'
import { greet, identify } from './identify.ts'

/** The gateway: sessions, the sockets they use, and ways to disturb them. */
export interface GatewayServer {
  readonly publish: (event: GatewayEvent) => void
  /** Takes over an HTTP connection that asks for a WebSocket. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  readonly connections: () => readonly GatewayConnection[]
  readonly sessions: () => readonly GatewaySession[]
  /** How many sessions were opened and how many resumed. */
  readonly counts: () => { readonly identified: number; readonly resumed: number }
  /** Refuses the next connections with 503. */
  readonly refuse: (times: number) => void
  /** Sends the next events of a name twice. */
  readonly duplicate: (name: string, times: number) => void
  /** Declares every session invalid; `resumable` says whether the bot may try to resume. */
  readonly invalidate: (resumable: boolean) => void
  readonly stop: () => void
}

/** Paths of the first connection and of a resume, which Discord serves at different addresses. */
export const GATEWAY_PATH = '/gateway'
const RESUME_PATH = '/gateway-resume'

/** Makes a gateway without connections. */
export function createGatewayServer(core: Core, heartbeatIntervalMs: number): GatewayServer {
  const sockets = new WebSocketServer({ noServer: true })
  const connections = new Set<GatewayConnection>()
  const sessions = new Map<string, GatewaySession>()
  const duplicates: string[] = []
  const counts = { identified: 0, resumed: 0 }
  let refusals = 0
  const desk = createDesk(core, sessions, counts, heartbeatIntervalMs)
  const offerAll = (event: GatewayEvent) => {
    for (const session of sessions.values()) session.offer(event)
  }
  return {
    publish: event => {
      offerAll(event)
      const twice = duplicates.indexOf(event.name)
      if (twice < 0) return
      duplicates.splice(twice, 1)
      offerAll(event)
    },
    upgrade: (request, socket, head) => {
      const isGateway = [GATEWAY_PATH, RESUME_PATH].some(path => request.url?.startsWith(path))
      if (refusals > 0 || !isGateway) {
        refusals = Math.max(0, refusals - 1)
        return void socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n')
      }
      sockets.handleUpgrade(request, socket, head, opened => {
        const connection = openConnection(desk, opened)
        connections.add(connection)
        opened.on('close', () => connections.delete(connection))
      })
    },
    connections: () => [...connections],
    sessions: () => [...sessions.values()],
    counts: () => ({ ...counts }),
    refuse: times => {
      refusals = times
    },
    duplicate: (name, times) => {
      duplicates.push(...Array.from({ length: times }, () => name))
    },
    invalidate: resumable => {
      if (!resumable) sessions.clear()
      for (const connection of connections)
        connection.send({ op: GatewayOpcodes.InvalidSession, d: resumable })
    },
    stop: () => {
      for (const connection of connections) connection.drop()
      sockets.close()
    },
  }
}

function createDesk(
  core: Core,
  sessions: Map<string, GatewaySession>,
  counts: { identified: number; resumed: number },
  heartbeatIntervalMs: number,
): GatewayDesk {
  return {
    heartbeatIntervalMs,
    identify: data => {
      const session = identify(core, data, randomBytes(16).toString('hex'))
      if (typeof session === 'number') return session
      sessions.set(session.id, session)
      counts.identified += 1
      return session
    },
    greet: session => {
      greet(core, session, `${core.origin().replace('http', 'ws')}${RESUME_PATH}`)
      core.changes.notify()
    },
    findResumable: data => {
      if (asText(data.token).replace(/^Bot /, '') !== core.token)
        return GatewayCloseCodes.AuthenticationFailed
      const session = sessions.get(asText(data.session_id)) ?? null
      if (session !== null) counts.resumed += 1
      core.changes.notify()
      return session
    },
    sendMembers: (session, data) => sendMembers(core, session, data),
  }
}

/** Without the privileged intent only the members asked for by id are sent. */
function sendMembers(core: Core, session: GatewaySession, data: JsonObject): void {
  const guild = core.world.guilds.get(asText(data.guild_id))
  if (guild === undefined) return
  const wanted = Array.isArray(data.user_ids) ? asList(data.user_ids).map(asText) : [asText(data.user_ids)]
  const seesAll = (session.intents & GatewayIntentBits.GuildMembers) !== 0 && data.user_ids === undefined
  const members = [...guild.members.values()].filter(member => seesAll || wanted.includes(member.userId))
  session.dispatch('GUILD_MEMBERS_CHUNK', {
    guild_id: guild.id,
    members: members.map(member => createMemberPayload(core.world, member)),
    chunk_index: 0,
    chunk_count: 1,
    not_found: wanted.filter(id => id !== '' && !guild.members.has(id)),
    ...(data.nonce === undefined ? {} : { nonce: data.nonce }),
  })
}
