import type { AddressInfo } from 'node:net'
import { App, type AppOptions, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt'
import type { FakeSlack } from './fake-slack.ts'
import { SILENT_LOGGER } from './silent-logger.ts'

/** How the app and Slack find each other. */
export type BoltMode = 'socket' | 'http'

/** A real Bolt app that is connected to a fake. */
export interface ConnectedBolt {
  readonly app: App
  readonly mode: BoltMode
  /** Where the app listens; null in Socket Mode. */
  readonly url: string | null
  readonly stop: () => Promise<void>
}

/** What is different from a plain app. */
export interface BoltOptions {
  readonly app?: Partial<AppOptions>
  /** Puts the app's listeners in before it starts. */
  readonly register?: (app: App) => void
  /** Of the Socket Mode client (default Bolt's own, 5 s). */
  readonly clientPingTimeout?: number
  /** WebSockets of the app (default 1). */
  readonly sockets?: number
}

/** Starts the real Bolt app against a fake and waits until it is connected; whoever calls this stops it. */
export async function connectBolt(
  slack: FakeSlack,
  mode: BoltMode,
  options: BoltOptions = {},
): Promise<ConnectedBolt> {
  return mode === 'socket' ? connectBySocket(slack, options) : connectByHttp(slack, options)
}

const PATIENT = { retries: 100, factor: 1.3, minTimeout: 50 }

function createClientOptions(slack: FakeSlack) {
  return { slackApiUrl: slack.url, retryConfig: { retries: 0 } }
}

async function connectBySocket(slack: FakeSlack, options: BoltOptions): Promise<ConnectedBolt> {
  const { clientPingTimeout, sockets = 1 } = options
  const receivers = Array.from(
    { length: sockets },
    () =>
      new SocketModeReceiver({
        appToken: slack.appToken,
        logger: SILENT_LOGGER,
        // Without retries a single failure during a reconnect would end the client for good.
        installerOptions: { clientOptions: { slackApiUrl: slack.url, retryConfig: PATIENT } },
        ...(clientPingTimeout === undefined ? {} : { clientPingTimeout }),
      }),
  )
  const app = createApp(slack, options, joinReceivers(receivers))
  await app.start()
  await waitForVerification(slack, options)
  return { app, mode: 'socket', url: null, stop: async () => void (await app.stop()) }
}

/** Several receivers as one: Slack hands each event to one of their sockets, whichever is there. */
function joinReceivers(receivers: readonly SocketModeReceiver[]): Receiver {
  return {
    init: app => {
      for (const receiver of receivers) receiver.init(app)
    },
    start: () => Promise.all(receivers.map(receiver => receiver.start())),
    stop: async () => {
      // Up to 3.1 a client that is stopped while it reconnects rejects a promise that nobody holds.
      for (const { client } of receivers) client.removeAllListeners('disconnected')
      await Promise.all(receivers.map(receiver => receiver.stop()))
    },
  }
}

async function connectByHttp(slack: FakeSlack, options: BoltOptions): Promise<ConnectedBolt> {
  const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, logger: SILENT_LOGGER })
  const app = createApp(slack, options, receiver)
  const server = await receiver.start({ port: 0, host: '127.0.0.1' })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`
  slack.deliverTo(url)
  await waitForVerification(slack, options)
  const stop = async () => {
    server.closeAllConnections()
    await app.stop()
  }
  return { app, mode: 'http', url, stop }
}

/** Bolt checks the token on its own; a test that ends before would leave that call behind. */
async function waitForVerification(slack: FakeSlack, { app }: BoltOptions): Promise<void> {
  if (app?.tokenVerificationEnabled === false || app?.authorize !== undefined) return
  await slack.until(() => slack.requests.find(({ method }) => method === 'auth.test'), 'auth.test')
}

function createApp(slack: FakeSlack, options: BoltOptions, receiver: Receiver): App {
  const app = new App({
    token: slack.token,
    receiver,
    logger: SILENT_LOGGER,
    clientOptions: createClientOptions(slack),
    ...options.app,
  })
  options.register?.(app)
  return app
}
