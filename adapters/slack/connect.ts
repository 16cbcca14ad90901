import type { RequestListener } from 'node:http'
import { App, type Receiver, type ViewSubmitAction } from '@slack/bolt'
import { WebClient } from '@slack/web-api'
import { AppError } from '../../src/errors.ts'
import type { Log } from '../../src/log.ts'
import type { BotSide, ChatPlatform } from '../../src/platform.ts'
import { takeTurns } from '../../src/traffic/take-turns.ts'
import { type AnswerDeps, answerCommand, answerForm, answerMessage, answerPress } from './answer.ts'
import { createBoltLog } from './bolt-log.ts'
import { describeStartFailure } from './describe-start-failure.ts'
import { createMemberLoader } from './member.ts'
import { createSlackOutbox } from './outbox.ts'
import { isDirectChannel, isSaid, type MessagePayload } from './read.ts'
import { readFailure } from './read-failure.ts'
import { createHttpReceiver, createSocketReceiver } from './receivers.ts'
import type { CardStyle } from './render.ts'
import { FORM_CALLBACK } from './render-view.ts'
import { respond } from './respond.ts'

const STOP_WAIT_MS = 5000

export interface SlackOptions {
  readonly botToken: string
  /** For Socket Mode; null where Slack sends over HTTP. */
  readonly appToken: string | null
  /** For HTTP; null where Socket Mode is used. */
  readonly signingSecret: string | null
  /** Of the Web API, such as `https://slack.com/api/`; null for Slack itself. */
  readonly apiUrl: string | null
  readonly cardStyle: CardStyle
  /** Whether messages in threads that the bot answered in go on without a mention. */
  readonly readsThreads: boolean
  readonly log: Log
  /** Between two alerts of one channel, in milliseconds; a second where absent. */
  readonly paceMs?: number
}

/** The bot in Slack, and what takes its requests where they come over HTTP. */
export interface SlackPlatform extends ChatPlatform {
  /** null in Socket Mode. */
  readonly requestListener: RequestListener | null
}

/** The bot in Slack: commands, mentions, direct messages, buttons and forms, the same over Socket Mode and HTTP. */
export function createSlackPlatform(options: SlackOptions): SlackPlatform {
  const { botToken, log } = options
  const logger = createBoltLog(log)
  const slackApiUrl = options.apiUrl ?? undefined
  const api = slackApiUrl === undefined ? {} : { slackApiUrl }
  const { receiver, requestListener } = openReceiver(options, { apiUrl: slackApiUrl, logger })
  const client = new WebClient(botToken, { ...api, logger, retryConfig: { retries: 2 } })
  const alertClient = new WebClient(botToken, {
    ...api,
    logger,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  })
  const app = new App({
    token: botToken,
    receiver,
    logger,
    clientOptions: api,
    tokenVerificationEnabled: false,
  })
  const ended = Promise.withResolvers<void>()
  const running = new Set<Promise<void>>()
  return {
    id: 'slack',
    ended: ended.promise,
    requestListener,
    outbox: createSlackOutbox({
      client: alertClient,
      cardStyle: options.cardStyle,
      paceMs: options.paceMs ?? 1000,
    }),
    async start(bot) {
      const { user_id: botUserId = '', team } = await login(client)
      const loadMember = createMemberLoader(client, () => Date.now())
      const deps: AnswerDeps = {
        ...takeTurns(bot.handle),
        client,
        log,
        cardStyle: options.cardStyle,
        respond,
        loadMember,
        loadServer: bot.loadServer,
        botUserId,
      }
      listen(app, deps, bot, options, running)
      await open(app)
      log.info({ workspace: team }, 'answering in Slack')
    },
    async stop() {
      await app.stop()
      await Promise.race([Promise.allSettled(running), wait(STOP_WAIT_MS)])
      ended.resolve()
    },
  }
}

function openReceiver(
  { appToken, signingSecret }: SlackOptions,
  options: Parameters<typeof createSocketReceiver>[1],
): { readonly receiver: Receiver; readonly requestListener: RequestListener | null } {
  if (appToken !== null) return { receiver: createSocketReceiver(appToken, options), requestListener: null }
  if (signingSecret === null)
    throw new AppError('SETTINGS_INVALID', 'Slack needs SLACK_APP_TOKEN, or SLACK_SIGNING_SECRET and PORT')
  const receiver = createHttpReceiver(signingSecret, options)
  return {
    receiver: { init: app => receiver.init(app), start: async () => {}, stop: async () => {} },
    requestListener: (request, response) => receiver.requestListener(request, response),
  }
}

async function login(client: WebClient) {
  try {
    return await client.auth.test()
  } catch (error) {
    throw new AppError(...describeStartFailure(error), { cause: error })
  }
}

async function open(app: App): Promise<void> {
  try {
    await app.start()
  } catch (error) {
    throw new AppError(...describeStartFailure(error), { cause: error })
  }
}

/** Answers everything once, whatever becomes of the others. */
function listen(
  app: App,
  deps: AnswerDeps,
  bot: BotSide,
  { readsThreads, log }: SlackOptions,
  running: Set<Promise<void>>,
): void {
  const answer = async (id: string, work: () => Promise<void>): Promise<void> => {
    if (!(await bot.claimEvent(`slack:${id}`))) return
    const done = work()
      .catch((error: unknown) =>
        log.error({ err: error, event: id, ...readFailure(error) }, 'an answer failed'),
      )
      .finally(() => running.delete(done))
    running.add(done)
    await done
  }
  app.command(/.*/, args => answer(args.command.trigger_id, () => answerCommand(deps, args)))
  app.action({ type: 'block_actions' }, args => answer(args.body.trigger_id, () => answerPress(deps, args)))
  app.view<ViewSubmitAction>({ callback_id: FORM_CALLBACK, type: 'view_submission' }, args =>
    answer(`${args.body.view.id}:${args.body.view.hash}`, () => answerForm(deps, args)),
  )
  app.event('app_mention', ({ event, body }) =>
    answer(body.event_id, async () => {
      if (isSaid(event as MessagePayload)) await answerMessage(deps, event as MessagePayload, body.team_id)
    }),
  )
  app.event('message', ({ event, body }) =>
    answer(body.event_id, async () => {
      const message = event as MessagePayload
      if (!isSaid(message) || message.text?.includes(`<@${deps.botUserId}>`)) return
      const isMeant =
        isDirectChannel(message.channel) || (readsThreads && (await isContinued(bot, message, body.team_id)))
      if (isMeant) await answerMessage(deps, message, body.team_id)
    }),
  )
  for (const end of ['app_uninstalled', 'tokens_revoked'] as const)
    app.event(end, async ({ body }) => {
      log.warn({ workspace: body.team_id, event: end }, 'Slack took the bot out of a workspace')
      await bot.forgetServer('slack', body.team_id)
    })
}

/** Whether the writer was answered in this thread before. */
async function isContinued(
  bot: BotSide,
  { thread_ts, channel, user }: MessagePayload,
  teamId: string,
): Promise<boolean> {
  return thread_ts !== undefined && bot.knows(['slack', teamId, channel, thread_ts, user ?? ''].join(':'))
}

function wait(ms: number): Promise<void> {
  return new Promise(resolve => void setTimeout(resolve, ms).unref())
}
