import type { JsonObject } from '../../discord/json.ts'
import type { HttpTransport } from '../delivery/http-transport.ts'
import type { DisconnectReason, SocketServer } from '../delivery/socket-server.ts'
import type { FaultList, FaultTarget } from '../faults.ts'

/** Switches faults on; each ends by itself after what it was meant for, unless it says otherwise. */
export interface FaultControl {
  /** Answers 500 or another status; `carriedOut` says whether the call is still done. */
  readonly fail: (
    target?: FaultTarget,
    options?: { readonly status?: number; readonly carriedOut?: boolean },
  ) => void
  /** Answers any error of Slack, as `channel_not_found`. */
  readonly refuse: (error: string, target?: FaultTarget, details?: JsonObject) => void
  /** Answers 429. */
  readonly limit: (retryAfterSeconds: number, target?: FaultTarget) => void
  /** Answers late; the call is done at once. */
  readonly slow: (ms: number, target?: FaultTarget) => void
  /** Cuts the connection without an answer. */
  readonly reset: (target?: FaultTarget, options?: { readonly carriedOut?: boolean }) => void
  /** Sends the next events of a type twice, with the same identifier. */
  readonly duplicate: (eventType: string, times?: number) => void
  /** Cuts WebSockets without a word, the oldest first; all of them unless told. */
  readonly dropSockets: (count?: number) => void
  /** Asks WebSockets to leave, the oldest first; all of them unless told. `link_disabled` lasts until `enableSockets`. */
  readonly disconnectSockets: (reason?: DisconnectReason, count?: number) => void
  readonly enableSockets: () => void
  /** Leaves pings without an answer, until told otherwise. */
  readonly holdPongs: (hold?: boolean) => void
  /** Loses the next acknowledgements that come by WebSocket. */
  readonly loseAcks: (count?: number) => void
  /** Signs the next HTTP requests wrongly. */
  readonly signWrongly: (count?: number) => void
  /** Dates the next HTTP requests ten minutes back, as in a replay. */
  readonly dateBack: (count?: number) => void
  /** Takes back the faults of calls that have not been met. */
  readonly clear: () => void
}

/** Makes the controls of faults. */
export function createFaultControl(
  list: FaultList,
  sockets: SocketServer,
  http: HttpTransport,
  duplicates: string[],
): FaultControl {
  return {
    fail: (target = {}, { status = 500, carriedOut = false } = {}) =>
      list.add(target, { kind: 'status', status, carriedOut }),
    refuse: (error, target = {}, details = {}) => list.add(target, { kind: 'error', error, details }),
    limit: (retryAfterSeconds, target = {}) => list.add(target, { kind: 'limit', retryAfterSeconds }),
    slow: (ms, target = {}) => list.add(target, { kind: 'slow', ms }),
    reset: (target = {}, { carriedOut = false } = {}) => list.add(target, { kind: 'reset', carriedOut }),
    duplicate: (eventType, times = 1) =>
      void duplicates.push(...Array.from({ length: times }, () => eventType)),
    dropSockets: (count = 100) => sockets.drop(count),
    disconnectSockets: (reason = 'warning', count = 100) => sockets.disconnect(reason, count),
    enableSockets: sockets.enable,
    holdPongs: (hold = true) => sockets.holdPongs(hold),
    loseAcks: (count = 1) => sockets.loseAcks(count),
    signWrongly: (count = 1) => {
      http.faults.wrongSignatures += count
    },
    dateBack: (count = 1) => {
      http.faults.oldTimestamps += count
    },
    clear: list.clear,
  }
}
