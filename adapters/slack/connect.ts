import type { RequestListener } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { App, type Logger } from '@slack/bolt'
import { WebClient, type WebClientOptions } from '@slack/web-api'
import { AppError } from '../../src/errors.ts'
import type { Log } from '../../src/log.ts'
import type { ChatPlatform, Outbox } from '../../src/platform.ts'
import { takeTurns } from '../../src/traffic/take-turns.ts'
import { type Arrivals, createArrivals } from './arrivals.ts'
import type { Identity } from './ask.ts'
import { createBoltLog } from './bolt-log.ts'
import { describeStartFailure } from './describe-start-failure.ts'
import { createDirectChannels } from './direct-channels.ts'
import { listen } from './listen.ts'
import { createMemberLoader } from './member.ts'
import { createSlackOutbox } from './outbox.ts'
import { createHttpReceiver, createSocketReceiver, type OpenedReceiver } from './receivers.ts'
import type { CardStyle } from './render.ts'
import { respond } from './respond.ts'

const STOP_WAIT_MS = 5000
const TIMEOUT_MS = 10_000
/** Answers wait for it. */
const LOOKUP_TIMEOUT_MS = 2000
const SPACING_MS = 60_000
const PACE_MS = 1000

export interface SlackOptions {
  readonly botToken: string
  /** For Socket Mode; null where Slack sends over HTTP. */
  readonly appToken: string | null
  /** For HTTP; null where Socket Mode is used. */
  readonly signingSecret: string | null
  /** Of the Web API, such as `https://slack.com/api/`; null for Slack itself. */
  readonly apiUrl: string | null
  /** Of the slash command, with its slash; absent for `/jobs`. */
  readonly command?: string
  readonly cardStyle: CardStyle
  /** Whether threads that the bot answered in, and channels that listen, go on without a mention. */
  readonly readsThreads: boolean
  readonly log: Log
  /** Between two alerts of one channel, in milliseconds; a second where absent. */
  readonly paceMs?: number
  /** Between the two connections of Socket Mode, in milliseconds; a minute where absent. */
  readonly spacingMs?: number
}

/** The bot in Slack, and what takes its requests where they come over HTTP. */
export interface SlackPlatform extends ChatPlatform {
  /** null in Socket Mode. */
  readonly requestListener: RequestListener | null
}

/** The same outbox, which posts nothing new while somebody waits for an answer. */
function giveWay(outbox: Outbox, yieldToOthers: () => Promise<void>): Outbox {
  return {
    ...outbox,
    send: async (...message) => {
      await yieldToOthers()
      return outbox.send(...message)
    },
  }
}

/** What there is to know while it runs. */
interface State {
  identity: Identity
  isListening: boolean
  isRemoved: boolean
  /** Told of each request until it is taken up. */
  watch: (waiting: Promise<void>) => unknown
  /** Lets whoever waits for an answer go first. */
  yieldToOthers: () => Promise<void>
}

const NOBODY: Identity = { teamId: '', botUserId: '', botId: '' }

/** The bot in Slack: commands, mentions, direct messages, buttons and forms, the same over Socket Mode and HTTP. */
export function createSlackPlatform(options: SlackOptions): SlackPlatform {
  const { botToken, log, cardStyle, command = '/jobs' } = options
  const logger = createBoltLog(log)
  const clients = createClients(options, logger)
  const state: State = {
    identity: NOBODY,
    isListening: false,
    isRemoved: false,
    watch: () => undefined,
    yieldToOthers: async () => undefined,
  }
  const arrivals = createArrivals(waiting => state.watch(waiting))
  const { receiver, isConnected, requestListener } = openReceiver(options, logger, { state, arrivals })
  const app = new App({
    receiver,
    logger,
    clientOptions: clients.options,
    // Asked before each acknowledgement: it must not take a call.
    authorize: async () => ({ botToken, ...state.identity }),
  })
  app.use(async ({ next }) => {
    arrivals.takeUp()
    await next()
  })
  app.error(async error => log.error({ err: error }, 'Bolt could not handle a request'))
  const ended = Promise.withResolvers<void>()
  const running = new Set<Promise<void>>()
  return {
    id: 'slack',
    ended: ended.promise,
    requestListener,
    outbox: giveWay(
      createSlackOutbox({ client: clients.alerts, cardStyle, log, paceMs: options.paceMs ?? PACE_MS }),
      () => state.yieldToOthers(),
    ),
    async start(bot) {
      const { teamName, ...identity } = await login(clients.replies)
      state.identity = identity
      const turns = takeTurns(bot.handle)
      state.watch = turns.acknowledge
      state.yieldToOthers = turns.yieldToOthers
      const deps = {
        ...turns,
        ...{ client: clients.replies, log, cardStyle, respond, command, identity },
        loadMember: createMemberLoader(clients.lookups, identity.teamId, () => Date.now()),
        directChannels: createDirectChannels(clients.lookups),
        loadServer: bot.loadServer,
        knows: bot.knows,
      }
      const { readsThreads } = options
      listen(app, deps, {
        bot,
        readsThreads,
        running,
        onRemoved: () => void Object.assign(state, { isRemoved: true }),
      })
      await attempt(() => app.start())
      state.isListening = true
      log.info({ workspace: teamName }, 'answering in Slack')
    },
    isConnected: () => state.isListening && !state.isRemoved && isConnected(),
    async stop() {
      state.isListening = false
      await app.stop()
      await Promise.race([Promise.allSettled(running), sleep(STOP_WAIT_MS, null, { ref: false })])
      ended.resolve()
    },
  }
}

/** One for each purpose, because Slack asks a client as a whole to wait. */
function createClients({ botToken, apiUrl }: SlackOptions, logger: Logger) {
  const options: WebClientOptions = {
    logger,
    timeout: TIMEOUT_MS,
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
  }
  const impatient = { ...options, rejectRateLimitedCalls: true }
  return {
    options,
    replies: new WebClient(botToken, { ...options, retryConfig: { retries: 2, minTimeout: 500 } }),
    lookups: new WebClient(botToken, {
      ...impatient,
      timeout: LOOKUP_TIMEOUT_MS,
      retryConfig: { retries: 1, minTimeout: 200 },
    }),
    alerts: new WebClient(botToken, { ...impatient, retryConfig: { retries: 0 } }),
  }
}

function openReceiver(
  options: SlackOptions,
  logger: Logger,
  { state, arrivals }: { readonly state: State; readonly arrivals: Arrivals },
): OpenedReceiver & { readonly requestListener: RequestListener | null } {
  const { appToken, signingSecret, spacingMs = SPACING_MS } = options
  const shared = { apiUrl: options.apiUrl ?? undefined, logger }
  if (appToken !== null)
    return { ...createSocketReceiver({ ...shared, appToken, spacingMs }), requestListener: null }
  if (signingSecret === null)
    throw new AppError('SETTINGS_INVALID', 'Slack needs SLACK_APP_TOKEN, or SLACK_SIGNING_SECRET and PORT')
  const receiver = createHttpReceiver(signingSecret, shared)
  return {
    // Whoever holds the server starts and stops it.
    receiver: { init: app => receiver.init(app), start: async () => {}, stop: async () => {} },
    isConnected: () => true,
    requestListener: (request, response) => {
      if (state.isListening)
        return arrivals.enter(response, () => void receiver.requestListener(request, response))
      // Slack sends events again a minute later.
      response.writeHead(503).end()
    },
  }
}

async function login(client: WebClient): Promise<Identity & { readonly teamName: string }> {
  const { user_id, bot_id, team_id, team } = await attempt(() => client.auth.test())
  return { botUserId: user_id ?? '', botId: bot_id ?? '', teamId: team_id ?? '', teamName: team ?? '' }
}

async function attempt<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new AppError(...describeStartFailure(error), { cause: error })
  }
}
