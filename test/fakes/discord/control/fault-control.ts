import type { DiscordErrorCode } from '../discord-error.ts'
import type { FaultList, FaultTarget, RestFault } from '../faults.ts'
import type { GatewayServer } from '../gateway/gateway-server.ts'

/** Switches faults on; each ends by itself after the requests or events that it was meant for. */
export interface FaultControl {
  /** Answers 500 or another status; `carriedOut` says whether the request is still done. */
  readonly fail: (
    target?: FaultTarget,
    options?: { readonly status?: number; readonly carriedOut?: boolean },
  ) => void
  /** Answers an error of Discord by its code. */
  readonly refuse: (code: DiscordErrorCode, target?: FaultTarget) => void
  /** Answers any error of Discord, for codes that this server does not know itself. */
  readonly refuseWith: (
    status: number,
    body: { readonly code: number; readonly message: string },
    target?: FaultTarget,
  ) => void
  /** Answers 429. */
  readonly limit: (
    target: FaultTarget,
    options: { readonly retryAfterMs: number; readonly scope?: 'user' | 'global' | 'shared' },
  ) => void
  /** Answers late; the request is done at once. */
  readonly slow: (ms: number, target?: FaultTarget) => void
  /** Cuts the connection without an answer. */
  readonly reset: (target?: FaultTarget, options?: { readonly carriedOut?: boolean }) => void
  /** Sends the next events of a name twice, with the same content. */
  readonly duplicate: (eventName: string, times?: number) => void
  /** Cuts every gateway connection. */
  readonly dropSockets: () => void
  /** Loses what is sent to the present connections from now on; drop them to let the bot notice. */
  readonly muteSockets: () => void
  /** Closes every gateway connection with a code. */
  readonly closeSockets: (code: number) => void
  /** Asks every connection to reconnect (operation 7). */
  readonly askReconnect: () => void
  /** Declares every session invalid (operation 9). */
  readonly invalidateSessions: (resumable?: boolean) => void
  /** Refuses the next gateway connections. */
  readonly refuseGateway: (times?: number) => void
  /** Takes back the faults of requests that have not struck yet. */
  readonly clear: () => void
}

/** Operation 7 of the gateway. */
const RECONNECT = { op: 7, d: null }

/** Makes the switches. */
export function createFaultControl(faults: FaultList, gateway: GatewayServer): FaultControl {
  const add = (target: FaultTarget | undefined, fault: RestFault) => faults.add(target ?? {}, fault)
  const each = gateway.connections
  return {
    fail: (target, { status = 500, carriedOut = false } = {}) =>
      add(target, { kind: 'status', status, carriedOut }),
    refuse: (code, target) => add(target, { kind: 'error', code }),
    refuseWith: (status, body, target) => add(target, { kind: 'body', status, body }),
    limit: (target, options) => add(target, { kind: 'limit', ...options }),
    slow: (ms, target) => add(target, { kind: 'slow', ms }),
    reset: (target, { carriedOut = false } = {}) => add(target, { kind: 'reset', carriedOut }),
    duplicate: (eventName, times = 1) => gateway.duplicate(eventName, times),
    dropSockets: () => each().forEach(connection => void connection.drop()),
    muteSockets: () => each().forEach(connection => void connection.mute()),
    closeSockets: code => each().forEach(connection => void connection.close(code)),
    askReconnect: () => each().forEach(connection => void connection.send(RECONNECT)),
    invalidateSessions: (resumable = false) => gateway.invalidate(resumable),
    refuseGateway: (times = 1) => gateway.refuse(times),
    clear: faults.clear,
  }
}
