import { GatewayCloseCodes, GatewayOpcodes } from 'discord.js'
import type { RawData, WebSocket } from 'ws'
import { asNumber, asText, isObject, type JsonObject } from '../json.ts'
import { DISCORD_LIMITS } from '../limits.ts'
import type { GatewaySession } from './gateway-session.ts'

/** What a connection asks of the gateway it belongs to. */
export interface GatewayDesk {
  readonly heartbeatIntervalMs: number
  /** A new session, or the code to close with. */
  readonly identify: (data: JsonObject) => GatewaySession | number
  /** Sends what a new session hears first. */
  readonly greet: (session: GatewaySession) => void
  /** The session to go on with, null when it is gone, or the code to close with. */
  readonly findResumable: (data: JsonObject) => GatewaySession | number | null
  readonly sendMembers: (session: GatewaySession, data: JsonObject) => void
}

/** One socket of a bot. */
export interface GatewayConnection {
  readonly session: () => GatewaySession | null
  readonly send: (payload: JsonObject) => void
  /** Ends the connection as Discord does, with a code. */
  readonly close: (code: number) => void
  /** Cuts the connection without a word. */
  readonly drop: () => void
  /** Loses everything that is sent from now on, as on a dead line. */
  readonly mute: () => void
}

interface ConnectionState {
  session: GatewaySession | null
  muted: boolean
  /** When the last payloads came in, for the limit of sends. */
  sentAtMs: readonly number[]
}

/** Carries out an operation; gives the code to close with when it breaks a rule. */
type Operation = (data: unknown) => number | null

/** Speaks Gateway v10 with one socket until it closes. */
export function openConnection(desk: GatewayDesk, socket: WebSocket): GatewayConnection {
  const state: ConnectionState = { session: null, muted: false, sentAtMs: [] }
  const sendText = (text: string) => {
    if (!state.muted) socket.send(text)
  }
  const connection: GatewayConnection = {
    session: () => state.session,
    send: payload => sendText(JSON.stringify(payload)),
    close: code => socket.close(code),
    drop: () => socket.terminate(),
    mute: () => {
      state.muted = true
    },
  }
  const patience = startPatience(connection, desk.heartbeatIntervalMs)
  const operations = createOperations(desk, connection, state, sendText, patience)
  socket.on('message', raw => {
    const code = receive(state, operations, raw)
    if (code !== null) connection.close(code)
  })
  socket.on('error', () => connection.drop())
  socket.on('close', () => {
    patience.stop()
    state.session?.detach(sendText)
  })
  connection.send({ op: GatewayOpcodes.Hello, d: { heartbeat_interval: desk.heartbeatIntervalMs } })
  return connection
}

function createOperations(
  desk: GatewayDesk,
  connection: GatewayConnection,
  state: ConnectionState,
  sendText: (text: string) => void,
  patience: Patience,
): Readonly<Record<number, Operation>> {
  const ifIdentified = (run: (session: GatewaySession, data: JsonObject) => void) => (data: unknown) => {
    if (state.session === null) return GatewayCloseCodes.NotAuthenticated
    run(state.session, isObject(data) ? data : {})
    return null
  }
  const take = (session: GatewaySession) => {
    state.session = session
    session.attach(sendText)
  }
  return {
    [GatewayOpcodes.Heartbeat]: () => {
      patience.renew()
      connection.send({ op: GatewayOpcodes.HeartbeatAck })
      return null
    },
    [GatewayOpcodes.Identify]: data => {
      if (state.session !== null) return GatewayCloseCodes.AlreadyAuthenticated
      const session = desk.identify(isObject(data) ? data : {})
      if (typeof session === 'number') return session
      take(session)
      desk.greet(session)
      return null
    },
    [GatewayOpcodes.Resume]: data => resume(desk, connection, take, isObject(data) ? data : {}),
    [GatewayOpcodes.PresenceUpdate]: ifIdentified(() => undefined),
    [GatewayOpcodes.VoiceStateUpdate]: ifIdentified(() => undefined),
    [GatewayOpcodes.RequestGuildMembers]: ifIdentified(desk.sendMembers),
  }
}

/** Goes on with an earlier session; gives the code to close with when that cannot be. */
function resume(
  desk: GatewayDesk,
  connection: GatewayConnection,
  take: (session: GatewaySession) => void,
  data: JsonObject,
): number | null {
  const session = desk.findResumable(data)
  if (typeof session === 'number') return session
  if (session === null) {
    connection.send({ op: GatewayOpcodes.InvalidSession, d: false })
    return null
  }
  take(session)
  if (!session.replay(asNumber(data.seq, 0))) return GatewayCloseCodes.InvalidSeq
  session.dispatch('RESUMED', {})
  return null
}

/** Carries out one payload; gives the code to close with when it breaks a rule. */
function receive(
  state: ConnectionState,
  operations: Readonly<Record<number, Operation>>,
  raw: RawData,
): number | null {
  const { payloadBytes, sends, sendWindowMs } = DISCORD_LIMITS.gateway
  const text = String(raw)
  const now = Date.now()
  state.sentAtMs = [...state.sentAtMs.filter(at => at > now - sendWindowMs), now]
  if (state.sentAtMs.length > sends) return GatewayCloseCodes.RateLimited
  const payload = parsePayload(text)
  if (payload === null || Buffer.byteLength(text) > payloadBytes) return GatewayCloseCodes.DecodeError
  const operation = operations[asNumber(payload.op, -1)]
  return operation === undefined ? GatewayCloseCodes.UnknownOpcode : operation(payload.d)
}

function parsePayload(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(asText(text))
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

interface Patience {
  readonly renew: () => void
  readonly stop: () => void
}

/** Closes a connection that has not been heard of for half an interval longer than agreed. */
function startPatience(connection: GatewayConnection, intervalMs: number): Patience {
  const start = () =>
    setTimeout(() => connection.close(GatewayCloseCodes.SessionTimedOut), intervalMs * 1.5).unref()
  let timer = start()
  return {
    renew: () => {
      clearTimeout(timer)
      timer = start()
    },
    stop: () => clearTimeout(timer),
  }
}
