import type { Logger } from '@slack/bolt'
import { HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt'

export interface ReceiverOptions {
  /** Of the Web API; undefined for Slack itself. */
  readonly apiUrl: string | undefined
  readonly logger: Logger
}

/** How many connections are held, so that one can be renewed while the others listen. */
const CONNECTIONS = 2
/** How long the library waits before it connects again, in milliseconds. */
const RECONNECT_MS = 1000

/**
 * Listens over Socket Mode on two connections. Slack renews each of them every few hours, and @slack/socket-mode before
 * 3.2.0 closes the old one first and is deaf until the new one is open; each event goes to one connection that is.
 */
export function createSocketReceiver(appToken: string, { apiUrl, logger }: ReceiverOptions): Receiver {
  const receivers = Array.from(
    { length: CONNECTIONS },
    () =>
      new SocketModeReceiver({
        appToken,
        logger,
        clientPingTimeout: RECONNECT_MS,
        installerOptions: apiUrl === undefined ? {} : { clientOptions: { slackApiUrl: apiUrl } },
      }),
  )
  return {
    init: app => {
      for (const receiver of receivers) receiver.init(app)
    },
    start: () => Promise.all(receivers.map(receiver => receiver.start())),
    stop: () => Promise.all(receivers.map(receiver => receiver.stop())),
  }
}

/** Takes signed requests over HTTP; whoever holds the server hands them to `requestListener`. */
export function createHttpReceiver(signingSecret: string, { logger }: ReceiverOptions): HTTPReceiver {
  return new HTTPReceiver({ signingSecret, endpoints: EVENTS_PATH, logger })
}

/** Where Slack sends events, commands and presses. */
export const EVENTS_PATH = '/slack/events'
