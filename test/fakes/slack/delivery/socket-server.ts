import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Changes } from '../../discord/changes.ts'
import { asText, isObject } from '../../discord/json.ts'
import { SLACK_LIMITS } from '../limits.ts'
import type { Timeline } from '../timeline.ts'
import type { Delivery, DeliveryOutcome, Retry, Transport } from './delivery.ts'

/** Why Slack asks an app to leave. */
export type DisconnectReason = 'warning' | 'refresh_requested' | 'too_many_websockets' | 'link_disabled'

/** One WebSocket of the app. */
export interface SocketConnection {
  readonly id: string
  readonly socket: WebSocket
  /** Whether the app was asked to leave, or has begun to. */
  isLeaving: boolean
}

/** Socket Mode: tickets, connections, envelopes, and ways to disturb them. */
export interface SocketServer extends Transport {
  /** The address for one connection. */
  readonly createUrl: () => string
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** Connections that get envelopes. */
  readonly open: () => readonly SocketConnection[]
  /** How many connections were ever opened. */
  readonly opened: () => number
  /** Cuts connections without a word, the oldest first. */
  readonly drop: (count: number) => void
  /** Asks connections to leave, the oldest first; after `link_disabled` no new ones come in until `enable`. */
  readonly disconnect: (reason: DisconnectReason, count: number) => void
  readonly enable: () => void
  readonly isEnabled: () => boolean
  /** Stops answering pings, as when a line is dead but not cut. */
  readonly holdPongs: (hold: boolean) => void
  /** Loses the next acknowledgements. */
  readonly loseAcks: (count: number) => void
  readonly stop: () => void
}

/** What the server needs to know and say. */
export interface SocketServerDeps {
  readonly appId: string
  readonly origin: () => string
  readonly timeline: Timeline
  readonly changes: Changes
  readonly violations: string[]
  /** How long a connection stays half open after both sides said goodbye: Slack leaves the closing to the client. */
  readonly lingerMs: number
}

const PATH = '/link/'
const PING_EVERY_MS = 10_000

interface Waiting {
  readonly connection: SocketConnection
  readonly settle: (outcome: DeliveryOutcome) => void
  readonly acceptsResponse: boolean
}

/** Makes a server without connections. */
export function createSocketServer(deps: SocketServerDeps): SocketServer {
  const { timeline, changes } = deps
  const sockets = new WebSocketServer({ noServer: true, autoPong: false })
  const tickets = new Set<string>()
  const connections: SocketConnection[] = []
  const waiting = new Map<string, Waiting>()
  const lingering: (() => void)[] = []
  let [next, openedCount, lostAcks, isHolding, isEnabled] = [0, 0, 0, false, true]

  const listOpen = () =>
    connections.filter(one => !one.isLeaving && one.socket.readyState === one.socket.OPEN)
  const forget = (connection: SocketConnection) => {
    connection.isLeaving = true
    const index = connections.indexOf(connection)
    if (index >= 0) connections.splice(index, 1)
    for (const one of [...waiting.values()])
      if (one.connection === connection) one.settle({ ok: false, reason: 'timeout' })
    changes.notify()
  }
  const hear = (data: string) => {
    const envelope: unknown = JSON.parse(data)
    const id = isObject(envelope) ? asText(envelope.envelope_id) : ''
    const found = waiting.get(id)
    if (lostAcks > 0) {
      lostAcks -= 1
      return
    }
    if (found === undefined) return
    const body = isObject(envelope) ? envelope.payload : undefined
    const isEmpty = body === undefined || (isObject(body) && Object.keys(body).length === 0)
    if (!isEmpty && !found.acceptsResponse)
      deps.violations.push('an acknowledgement of an event had a payload')
    found.settle({ ok: true, body: isEmpty ? null : body, afterMs: 0 })
  }
  const welcome = (socket: WebSocket) => {
    const connection: SocketConnection = { id: randomUUID(), socket, isLeaving: false }
    if (listOpen().length >= SLACK_LIMITS.sockets) {
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets', debug_info: {} }))
      return
    }
    connections.push(connection)
    openedCount += 1
    socket.on('message', data => hear(String(data)))
    socket.on('ping', data => {
      if (!isHolding) socket.pong(data)
    })
    socket.on('close', () => forget(connection))
    const pings = setInterval(() => socket.ping(), PING_EVERY_MS).unref()
    socket.on('close', () => clearInterval(pings))
    socket.send(JSON.stringify(createHello(deps, listOpen().length)))
    changes.notify()
  }
  return {
    createUrl: () => {
      const ticket = randomUUID()
      tickets.add(ticket)
      return `${deps.origin().replace('http', 'ws')}${PATH}?ticket=${ticket}&app_id=${deps.appId}`
    },
    upgrade: (request, socket, head) => {
      const url = new URL(request.url ?? '/', deps.origin())
      if (!isEnabled || url.pathname !== PATH || !tickets.delete(url.searchParams.get('ticket') ?? ''))
        return void socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
      if (deps.lingerMs > 0) lingering.push(linger(socket, deps.lingerMs))
      sockets.handleUpgrade(request, socket, head, welcome)
    },
    attempt: (delivery, retry) => {
      const candidates = listOpen()
      const connection = candidates[next % Math.max(1, candidates.length)]
      if (connection === undefined) return Promise.resolve({ ok: false, reason: 'connection_failed' })
      next += 1
      const startedAtMs = timeline.now()
      return new Promise(resolve => {
        const id = randomUUID()
        const settle = (outcome: DeliveryOutcome) => {
          waiting.delete(id)
          cancel()
          resolve(outcome.ok ? { ...outcome, afterMs: timeline.now() - startedAtMs } : outcome)
        }
        const cancel = timeline.after(SLACK_LIMITS.event.ackMs, () =>
          settle({ ok: false, reason: 'timeout' }),
        )
        waiting.set(id, { connection, settle, acceptsResponse: delivery.acceptsResponse })
        connection.socket.send(JSON.stringify(createEnvelope(id, delivery, retry)))
      })
    },
    open: listOpen,
    opened: () => openedCount,
    drop: count => {
      for (const { socket } of connections.slice(0, count)) socket.terminate()
    },
    disconnect: (reason, count) => {
      if (reason === 'link_disabled') isEnabled = false
      for (const connection of listOpen().slice(0, count)) {
        connection.isLeaving = true
        const debug = { host: 'applink-1' }
        connection.socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: debug }))
      }
      changes.notify()
    },
    enable: () => {
      isEnabled = true
    },
    isEnabled: () => isEnabled,
    holdPongs: hold => {
      isHolding = hold
    },
    loseAcks: count => {
      lostAcks = count
    },
    stop: () => {
      for (const release of lingering) release()
      for (const socket of sockets.clients) if (socket.readyState === socket.OPEN) socket.terminate()
      sockets.close()
    },
  }
}

/** Keeps the line open for a while after the last word; the answer lets it go at once. */
function linger(socket: Duplex, ms: number): () => void {
  const end = socket.end.bind(socket)
  let isOver = false
  let isWaiting = false
  const finish = () => {
    isOver = true
    if (isWaiting) end()
  }
  socket.end = (() => {
    isWaiting = true
    if (isOver) end()
    else setTimeout(finish, ms).unref()
    return socket
  }) as typeof socket.end
  return finish
}

function createHello({ appId }: SocketServerDeps, count: number) {
  return {
    type: 'hello',
    num_connections: count,
    debug_info: { host: 'applink-1', build_number: 1, approximate_connection_time: 18_060 },
    connection_info: { app_id: appId },
  }
}

function createEnvelope(id: string, { kind, payload, acceptsResponse }: Delivery, retry: Retry | null) {
  return {
    envelope_id: id,
    payload,
    type: kind,
    accepts_response_payload: acceptsResponse,
    ...(kind === 'events_api' ? { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? '' } : {}),
  }
}
