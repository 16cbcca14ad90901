import { randomUUID } from 'node:crypto'
import type { Action, ActionType } from './action.ts'
import { ABOUT_ASKER_HANDLERS } from './bot/about-asker.ts'
import { ADMIN_ALERT_HANDLERS } from './bot/admin-alerts.ts'
import { HIDE_HANDLERS } from './bot/admin-hide.ts'
import { RELOAD_HANDLERS } from './bot/admin-reload.ts'
import { SOURCE_HANDLERS } from './bot/admin-sources.ts'
import { STATUS_HANDLERS } from './bot/admin-status.ts'
import { ALERT_HANDLERS } from './bot/alert.ts'
import { WHY_HANDLERS } from './bot/alert-why.ts'
import { ASK_HANDLERS } from './bot/ask.ts'
import { findAction } from './bot/find-action.ts'
import { finishReply } from './bot/finish-reply.ts'
import { type BotDeps, type Draft, type Handler, sayProblem, type Turn } from './bot/handler.ts'
import { MARK_HANDLERS } from './bot/mark.ts'
import { mayUse } from './bot/may-use.ts'
import { REPORT_HANDLERS } from './bot/report.ts'
import { DEFAULT_SERVER_SETTINGS, SERVER_HANDLERS } from './bot/server.ts'
import { completeTyped } from './bot/typing.ts'
import type { Unmet } from './conversation/read-action.ts'
import { MEMBER_MESSAGES } from './messages/member-messages.ts'
import { MESSAGES } from './messages.ts'
import type { BotSide, Request } from './platform.ts'
import type { FormValues } from './reply.ts'

export type { BotDeps } from './bot/handler.ts'

/** What the bot does for each type of action. */
const HANDLERS = {
  ...ASK_HANDLERS,
  ...ABOUT_ASKER_HANDLERS,
  ...MARK_HANDLERS,
  ...REPORT_HANDLERS,
  ...SERVER_HANDLERS,
  ...RELOAD_HANDLERS,
  ...STATUS_HANDLERS,
  ...SOURCE_HANDLERS,
  ...HIDE_HANDLERS,
  ...ALERT_HANDLERS,
  ...WHY_HANDLERS,
  ...ADMIN_ALERT_HANDLERS,
} as const satisfies { [T in ActionType]: unknown }

/** The bot: one door for every platform. `handle` never rejects: a failure becomes a reply with a reference that is in the log. */
export function createBot(deps: BotDeps): BotSide {
  return {
    async handle(request) {
      try {
        return await finishReply(deps, await answerRequest(deps, request))
      } catch (error) {
        return finishReply(deps, describeFailure(deps, request, error))
      }
    },
    loadServer: async (platform, serverId) =>
      (await deps.store.servers.load(`${platform}:${serverId}`)) ?? DEFAULT_SERVER_SETTINGS,
    claimEvent: eventId => deps.store.events.claim(eventId, deps.now()),
    knows: async conversationId => (await deps.store.conversations.load(conversationId)) !== null,
    async forgetServer(platform, serverId, keepsMembers) {
      await deps.store.servers.remove(`${platform}:${serverId}`)
      await deps.alerts?.forgetServer(platform, serverId, keepsMembers)
    },
  }
}

function describeFailure({ log }: BotDeps, request: Request, error: unknown): Draft {
  const reference = randomUUID().slice(0, 8)
  log.error({ err: error, reference, conversation: request.conversationId }, 'a request failed')
  return sayProblem(request, MESSAGES.failed(reference))
}

async function answerRequest(deps: BotDeps, request: Request): Promise<Draft> {
  const turn = { deps, request, now: deps.now(), catalog: deps.catalog() }
  const { content } = request
  if (content.type === 'typing') return { blocks: [await completeTyped(turn, content)] }
  const action = await findAction(turn)
  if (action === null) return sayProblem(request, MESSAGES.stale)
  if (action.type === 'unmet') return sayProblem(request, UNMET_MESSAGES[action.reason])
  return act(turn, action, content.type === 'form' ? content.values : null)
}

const UNMET_MESSAGES: Readonly<Record<Unmet['reason'], string>> = {
  'nothing-listed': MESSAGES.nothingListed,
  'no-such-number': MESSAGES.noSuchNumber,
  'nothing-more': MESSAGES.nothingMore,
  'no-question': MESSAGES.noQuestion,
}

/** Runs an action for those who may, and writes down what only some may. */
async function act(turn: Turn, action: Action, values: FormValues | null): Promise<Draft> {
  // The table holds for each type the handler of that very type.
  const handler = HANDLERS[action.type] as Handler<Action>
  const draft = await handle(turn, handler, action, values)
  // What was said aloud is still only for those who may.
  const isAloud = handler.audience !== 'member' && turn.request.content.type === 'text'
  return isAloud ? { ...draft, viewers: 'asker' } : draft
}

async function handle(
  turn: Turn,
  handler: Handler<Action>,
  action: Action,
  values: FormValues | null,
): Promise<Draft> {
  const { deps, request } = turn
  const isAllowed = mayUse(handler.audience, request.member, deps.admins)
  if (handler.audience !== 'member') await recordUse(turn, action, values, isAllowed)
  if (!isAllowed)
    return sayProblem(request, ...MEMBER_MESSAGES.forbidden(handler.audience, request.member?.id ?? ''))
  if (values === null) return handler.run(turn, action)
  return handler.submit ? handler.submit(turn, action, values) : sayProblem(request, MESSAGES.stale)
}

async function recordUse(
  { deps, request, now }: Turn,
  action: Action,
  values: FormValues | null,
  isAllowed: boolean,
): Promise<void> {
  await deps.store.audit.add({
    at: now,
    memberId: request.member?.id ?? request.conversationId,
    place: request.place ?? null,
    action: action.type,
    detail: { ...action, ...(values === null ? {} : { values }) },
    isAllowed,
  })
}
