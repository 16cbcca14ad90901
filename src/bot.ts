import { randomUUID } from 'node:crypto'
import type { Answer } from './answer/answer.ts'
import { answerQuery } from './answer/answer-query.ts'
import type { Catalog } from './catalog/catalog.ts'
import type { Conversation } from './conversation/conversation.ts'
import { readAction, type Unmet } from './conversation/read-action.ts'
import type { Log } from './log.ts'
import { MESSAGES } from './messages.ts'
import type { Handle, Request } from './platform.ts'
import { readQuery } from './query/read-query.ts'
import { makeAnswerReply, type Page, type ReplyDraft } from './reply/answer-reply.ts'
import { makeDetailReply } from './reply/detail-reply.ts'
import { makeHelpReply } from './reply/help-reply.ts'
import type { Action, Reply } from './reply.ts'
import { styled, textBlock } from './reply.ts'
import type { Store } from './store/store.ts'

export interface BotDeps {
  /** The current catalog; null while no source is set up. */
  readonly catalog: () => Catalog | null
  readonly store: Store
  readonly log: Log
  readonly now: () => Date
  /** ISO 4217; what a question means that names no currency. */
  readonly defaultCurrency: string
}

export interface Bot {
  /** Answers a request; never rejects: a failure becomes a reply with a reference that is in the log. */
  readonly handle: Handle
}

/** The bot: one door for every platform. */
export function createBot(deps: BotDeps): Bot {
  return {
    async handle(request) {
      try {
        return await answerRequest(deps, request)
      } catch (error) {
        const reference = randomUUID().slice(0, 8)
        deps.log.error({ err: error, reference, conversation: request.conversationId }, 'a request failed')
        return sayProblem(MESSAGES.failed(reference))
      }
    },
  }
}

async function answerRequest(deps: BotDeps, request: Request): Promise<Reply> {
  const catalog = deps.catalog()
  const conversation = await deps.store.conversations.load(request.conversationId)
  const action = await findAction(deps, request, conversation)
  if (action === null) return sayProblem(MESSAGES.stale)
  if (action.type === 'unmet') return sayProblem(UNMET_MESSAGES[action.reason])
  if (action.type === 'help') return finishReply(deps, makeHelpReply())
  if (catalog === null || catalog.size === 0) return sayProblem(MESSAGES.noPostings, MESSAGES.noPostingsFix)
  if (action.type === 'show') return finishReply(deps, showPosting(deps, catalog, action.postingId))
  return search(deps, catalog, request, action)
}

const UNMET_MESSAGES: Readonly<Record<Unmet['reason'], string>> = {
  'nothing-listed': MESSAGES.nothingListed,
  'no-such-number': MESSAGES.noSuchNumber,
  'nothing-more': MESSAGES.nothingMore,
  'no-question': MESSAGES.noQuestion,
}

/** @returns null for a button that is no longer kept */
function findAction(
  deps: BotDeps,
  request: Request,
  conversation: Conversation | null,
): Promise<Action | Unmet | null> {
  const { content } = request
  if (content.type === 'press') return deps.store.buttons.load(content.key, deps.now())
  return Promise.resolve(readAction(content.text, conversation))
}

function showPosting(deps: BotDeps, catalog: Catalog, postingId: string): ReplyDraft {
  const number = catalog.numberOf(postingId)
  const entry = number === undefined ? undefined : catalog.entries[number]
  return entry === undefined ? draftProblem(MESSAGES.gone) : makeDetailReply(entry.posting, deps.now())
}

async function search(
  deps: BotDeps,
  catalog: Catalog,
  request: Request,
  action: Extract<Action, { type: 'search' }>,
): Promise<Reply> {
  const now = deps.now()
  const query = readQuery(action.question, { catalog, now, defaultCurrency: deps.defaultCurrency })
  const answer = answerQuery(catalog, query, { now, defaultCurrency: deps.defaultCurrency })
  if (answer.kind === 'help') return finishReply(deps, makeHelpReply())
  if (action.offset > 0 && action.offset >= answer.total) return sayProblem(MESSAGES.nothingMore)
  const page: Page = { offset: action.offset, size: request.pageSize }
  await deps.store.conversations.save(request.conversationId, rememberAnswer(answer, page), now)
  return finishReply(deps, makeAnswerReply(answer, page, now))
}

function rememberAnswer(answer: Answer, page: Page): Conversation {
  const nextOffset = Math.min(page.offset + page.size, answer.total)
  const listedIds = answer.matches.slice(0, nextOffset).map(match => match.posting.id)
  return { question: answer.query.text, nextOffset, listedIds }
}

/** Gives every button its key in the store. */
async function finishReply(deps: BotDeps, draft: ReplyDraft): Promise<Reply> {
  if (draft.buttons.length === 0) return { blocks: draft.blocks }
  const buttons = await Promise.all(
    draft.buttons.map(async ({ label, words, action }) => ({
      label,
      words,
      key: await deps.store.buttons.save(action, deps.now()),
    })),
  )
  return { blocks: [...draft.blocks, { type: 'buttons', buttons }] }
}

function draftProblem(...lines: readonly string[]): ReplyDraft {
  return { blocks: lines.map(line => textBlock('problem', styled('warning', line))), buttons: [] }
}

function sayProblem(...lines: readonly string[]): Reply {
  return { blocks: draftProblem(...lines).blocks }
}
