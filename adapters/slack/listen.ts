import type { App, ViewSubmitAction } from '@slack/bolt'
import type { BotSide } from '../../src/platform.ts'
import { answerCommand } from './answer-command.ts'
import { answerMessage } from './answer-message.ts'
import { answerForm, answerPress } from './answer-press.ts'
import type { AnswerDeps } from './ask.ts'
import { isDirectId } from './direct-channels.ts'
import { isMention, isSaid, type MessagePayload } from './read.ts'
import { readFailure } from './read-failure.ts'
import { FORM_CALLBACK } from './render-view.ts'

/** What listening takes besides answering. */
export interface ListenOptions {
  readonly bot: Pick<BotSide, 'claimEvent' | 'forgetServer'>
  /** Whether to take what is said in channels without a mention. */
  readonly readsThreads: boolean
  /** Every answer in the making. */
  readonly running: Set<Promise<void>>
  /** Told once the workspace has taken the bot out. */
  readonly onRemoved: () => void
}

/** What of an event says where it belongs. */
interface EventBody {
  readonly event_id: string
  readonly team_id: string
  /** The workspace that the bot is in, where a channel is shared with others; absent in old events. */
  readonly context_team_id?: unknown
}

/** Answers everything that Slack sends, each event once, whatever becomes of the others. */
export function listen(app: App, deps: AnswerDeps, options: ListenOptions): void {
  const { bot, running, readsThreads } = options
  const track = (id: string, work: Promise<void>): Promise<void> => {
    const done = work
      .catch((error: unknown) => logFailure(deps, id, error))
      .finally(() => running.delete(done))
    running.add(done)
    return done
  }
  const once = (body: EventBody, work: () => Promise<void>) =>
    track(body.event_id, answerOnce(deps, bot, body, work))
  app.command(/.*/, args => track(args.command.trigger_id, answerCommand(deps, args)))
  app.action({ type: 'block_actions' }, args => track(args.body.trigger_id, answerPress(deps, args)))
  app.view<ViewSubmitAction>({ callback_id: FORM_CALLBACK, type: 'view_submission' }, args =>
    track(args.body.view.id, answerForm(deps, args)),
  )
  app.event('app_mention', ({ event, body }) =>
    once(body, async () => {
      const message = event as MessagePayload
      if (isSaid(message) && !isDirectId(message.channel)) await answerMessage(deps, message)
    }),
  )
  app.event('message', ({ event, body }) =>
    once(body, async () => {
      const message = event as MessagePayload
      // A mention comes as another event, too.
      const isOverheard = readsThreads && !isMention(message, deps.identity.botUserId)
      if (isSaid(message) && (isDirectId(message.channel) || isOverheard)) await answerMessage(deps, message)
    }),
  )
  listenForRemoval(app, deps, options, once)
}

/** Events of other workspaces that installed the same app are not for this process. */
async function answerOnce(
  { identity, log }: AnswerDeps,
  bot: Pick<BotSide, 'claimEvent'>,
  body: EventBody,
  work: () => Promise<void>,
): Promise<void> {
  const teamId = typeof body.context_team_id === 'string' ? body.context_team_id : body.team_id
  if (teamId !== identity.teamId) {
    log.warn({ workspace: teamId }, 'an event of a workspace that the token is not for')
    return
  }
  if (await bot.claimEvent(`slack:${body.event_id}`)) await work()
}

function listenForRemoval(
  app: App,
  { log, identity }: AnswerDeps,
  { bot, onRemoved }: ListenOptions,
  once: (body: EventBody, work: () => Promise<void>) => Promise<void>,
): void {
  const fix = 'install the app again and start with the new SLACK_BOT_TOKEN'
  app.event('tokens_revoked', ({ event, body }) =>
    once(body, async () => {
      if (!event.tokens.bot?.includes(identity.botUserId)) return
      log.error({ workspace: identity.teamId, fix }, 'Slack revoked the token')
      onRemoved()
    }),
  )
  app.event('app_uninstalled', ({ body }) =>
    once(body, async () => {
      log.error({ workspace: identity.teamId, fix }, 'the app was taken out of the workspace')
      onRemoved()
      await bot.forgetServer('slack', identity.teamId)
    }),
  )
}

function logFailure({ log }: AnswerDeps, event: string, error: unknown): void {
  log.error({ err: error, event, ...readFailure(error) }, 'an answer did not reach Slack')
}
