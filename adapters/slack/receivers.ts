import { setTimeout as sleep } from 'node:timers/promises'
import type { App, Logger, Receiver } from '@slack/bolt'
import { HTTPReceiver, SocketModeReceiver } from '@slack/bolt'
import { createLine } from './socket-line.ts'

/** Where Slack sends events, commands and presses over HTTP. */
export const EVENTS_PATH = '/slack/events'

export interface ReceiverOptions {
  /** Of the Web API; undefined for Slack itself. */
  readonly apiUrl: string | undefined
  readonly logger: Logger
}

export interface SocketOptions extends ReceiverOptions {
  readonly appToken: string
  /** Between the first connection and the second, in milliseconds. */
  readonly spacingMs: number
}

/** What hears from Slack. */
export interface OpenedReceiver {
  readonly receiver: Receiver
  /** Whether at least one connection is open. */
  readonly isConnected: () => boolean
}

/**
 * Listens over Socket Mode on two connections, of which one can be renewed while the other listens; see
 * docs/decisions/008-two-lines-to-slack.md.
 */
export function createSocketReceiver(options: SocketOptions): OpenedReceiver {
  const state: { app: App | null } = { app: null }
  const open = () => {
    const receiver = openSocket(options)
    if (state.app) receiver.init(state.app)
    return receiver
  }
  const [first, second] = [createLine(open, options.logger), createLine(open, options.logger)]
  const ending = new AbortController()
  return {
    isConnected: () => first.isOpen() || second.isOpen(),
    receiver: {
      init: app => void Object.assign(state, { app }),
      start: async () => {
        await first.connect()
        // Of one age, they would be renewed at the same moment.
        sleep(options.spacingMs, null, { signal: ending.signal, ref: false }).then(
          second.keep,
          () => undefined,
        )
      },
      stop: async () => {
        ending.abort()
        first.stop()
        second.stop()
      },
    },
  }
}

/** The library closes before it connects again, and ends the process where that fails: it is not left to it. */
function openSocket({ appToken, apiUrl, logger }: SocketOptions): SocketModeReceiver {
  const clientOptions = {
    retryConfig: { retries: 1, minTimeout: 500 },
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  }
  return new SocketModeReceiver({
    appToken,
    logger,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions },
  })
}

/** Takes signed requests over HTTP; whoever holds the server hands them to `requestListener`. */
export function createHttpReceiver(signingSecret: string, { logger }: ReceiverOptions): HTTPReceiver {
  return new HTTPReceiver({ signingSecret, endpoints: EVENTS_PATH, logger })
}
