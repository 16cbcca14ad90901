import { randomUUID } from 'node:crypto'
import type { Answer } from './answer/answer.ts'
import { answerQuery } from './answer/answer-query.ts'
import type { Catalog } from './catalog/catalog.ts'
import { computeRevision } from './catalog/compute-revision.ts'
import type { Conversation } from './conversation/conversation.ts'
import { readAction, type Unmet } from './conversation/read-action.ts'
import type { Log } from './log.ts'
import { MESSAGES } from './messages.ts'
import type { Handle, Request } from './platform.ts'
import type { Posting } from './posting/posting.ts'
import { readQuery } from './query/read-query.ts'
import { makeAnswerReply, type Page } from './reply/answer-reply.ts'
import { completeQuestion, listTerms, type Term } from './reply/complete-question.ts'
import { makeDetailReply } from './reply/detail-reply.ts'
import { applyKeys, type BlockDraft, listActions } from './reply/draft.ts'
import { makeHelpReply } from './reply/help-reply.ts'
import { makeStatsReply } from './reply/stats-reply.ts'
import type { Action, Reply, SearchAction, ShowAction, Viewers } from './reply.ts'
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

/** What a reply is before its buttons have keys, and where it goes. */
interface Draft extends Omit<Reply, 'blocks'> {
  readonly blocks: readonly BlockDraft[]
}

/** The bot: one door for every platform. */
export function createBot(deps: BotDeps): Bot {
  return {
    async handle(request) {
      try {
        return await finishReply(deps, await answerRequest(deps, request))
      } catch (error) {
        const reference = randomUUID().slice(0, 8)
        deps.log.error({ err: error, reference, conversation: request.conversationId }, 'a request failed')
        return { ...answerBeside(request), blocks: sayProblem(MESSAGES.failed(reference)) }
      }
    },
  }
}

async function answerRequest(deps: BotDeps, request: Request): Promise<Draft> {
  const { content } = request
  if (content.type === 'typing') return { blocks: [completeTyped(deps.catalog(), content.text)] }
  const action = await findAction(deps, request)
  const say = (...lines: readonly string[]): Draft => ({
    ...answerBeside(request),
    blocks: sayProblem(...lines),
  })
  if (action === null) return say(MESSAGES.stale)
  if (action.type === 'unmet') return say(UNMET_MESSAGES[action.reason])
  if (action.type === 'help') return { ...answerBeside(request), blocks: makeHelpReply() }
  if (action.type === 'edit') return openForm(deps, request, action)
  const catalog = deps.catalog()
  if (catalog === null || catalog.size === 0) return say(MESSAGES.noPostings, MESSAGES.noPostingsFix)
  if (action.type === 'search' || action.type === 'share') return search(deps, catalog, request, action)
  const isShow = action.type === 'show'
  const blocks = isShow ? showPosting(deps, catalog, action) : makeStatsReply(listPostings(catalog))
  return { ...answerBeside(request), blocks }
}

const UNMET_MESSAGES: Readonly<Record<Unmet['reason'], string>> = {
  'nothing-listed': MESSAGES.nothingListed,
  'no-such-number': MESSAGES.noSuchNumber,
  'nothing-more': MESSAGES.nothingMore,
  'no-question': MESSAGES.noQuestion,
}

/** @returns null for a button that is no longer kept */
async function findAction(deps: BotDeps, request: Request): Promise<Action | Unmet | null> {
  const { content } = request
  if (content.type === 'press') return deps.store.buttons.load(content.key, deps.now())
  if (content.type === 'form') return readForm(deps, content.key, content.value)
  return readAction(content.text, await deps.store.conversations.load(request.conversationId))
}

/** What was written into the form of "Edit" is asked in the place of the question before. */
async function readForm(deps: BotDeps, key: string, value: string): Promise<Action | Unmet | null> {
  const edited = await deps.store.buttons.load(key, deps.now())
  if (edited?.type !== 'edit') return null
  const { asker } = edited
  const action = readAction(value, null)
  return action.type === 'search' && asker !== undefined ? { ...action, asker } : action
}

/** The answer to a press stands beside the message that was pressed, for the presser alone. */
function answerBeside({ content }: Request): { readonly viewers?: Viewers } {
  return content.type === 'press' || content.type === 'form' ? { viewers: 'asker' } : {}
}

async function openForm(
  deps: BotDeps,
  request: Request,
  action: Extract<Action, { type: 'edit' }>,
): Promise<Draft> {
  const key = await deps.store.buttons.save(action, deps.now())
  const { editTitle: title, editLabel: label } = MESSAGES
  return { ...answerBeside(request), blocks: [{ type: 'form', key, title, label, value: action.question }] }
}

function showPosting(deps: BotDeps, catalog: Catalog, action: ShowAction): readonly BlockDraft[] {
  const number = catalog.numberOf(action.postingId)
  const posting = number === undefined ? undefined : catalog.entries[number]?.posting
  if (!posting) return sayProblem(MESSAGES.gone)
  const question = action.question
  const matches = question === undefined ? [] : answerQuestion(deps, catalog, question).matches
  const reasons = matches.find(match => match.posting.id === posting.id)?.reasons ?? []
  return makeDetailReply(
    posting,
    deps.now(),
    reasons.map(({ label }) => label),
  )
}

function answerQuestion(deps: BotDeps, catalog: Catalog, question: string): Answer {
  const options = { now: deps.now(), defaultCurrency: deps.defaultCurrency }
  return answerQuery(catalog, readQuery(question, { ...options, catalog }), options)
}

async function search(
  deps: BotDeps,
  catalog: Catalog,
  request: Request,
  action: Extract<Action, { type: 'search' | 'share' }>,
): Promise<Draft> {
  const revision = computeRevision(catalog)
  if (isOutdated(action, revision)) return offerAgain(request, action)
  const now = deps.now()
  const answer = answerQuestion(deps, catalog, action.question)
  if (answer.kind === 'help') return { ...answerBeside(request), blocks: makeHelpReply() }
  if (action.offset > 0 && action.offset >= answer.total)
    return { ...answerBeside(request), blocks: sayProblem(MESSAGES.nothingMore) }
  const page: Page = { offset: action.offset, size: request.pageSize }
  await deps.store.conversations.save(request.conversationId, rememberAnswer(answer, page, revision), now)
  const goal = placeAnswer(request, action)
  const blocks = makeAnswerReply(answer, { page, now, revision, ...describeSetting(request, goal) })
  const shared = action.type === 'share' ? [textBlock('heading', MESSAGES.shared(action.question))] : []
  return { ...goal, blocks: [...shared, ...blocks] }
}

function isOutdated(action: Action, revision: string): action is SearchAction {
  return action.type === 'search' && action.revision !== undefined && action.revision !== revision
}

function offerAgain(request: Request, action: SearchAction): Draft {
  const { question } = action
  const asker = request.member?.id
  const again = { type: 'search', question, offset: 0, ...(asker === undefined ? {} : { asker }) } as const
  return {
    ...answerBeside(request),
    blocks: [
      ...sayProblem(MESSAGES.resultsChanged),
      { type: 'buttons', buttons: [{ label: MESSAGES.askAgain, words: question, action: again }] },
    ],
  }
}

/** Whose button it is decides: the asker's own message goes on, anybody else gets a copy of their own. */
function placeAnswer(request: Request, action: Action): Omit<Reply, 'blocks'> {
  if (request.content.type === 'text') return {}
  if (action.type === 'share') return { viewers: 'place' }
  const isOwn = action.type === 'search' && (action.asker ?? request.member?.id) === request.member?.id
  return isOwn ? { isReplacement: true } : { viewers: 'asker' }
}

function describeSetting({ surface, member }: Request, { viewers }: Omit<Reply, 'blocks'>) {
  const seenBy = viewers ?? surface?.viewers ?? 'asker'
  const isPrivate = surface?.isPrivate ?? true
  return {
    asker: member?.id ?? null,
    isRich: surface?.isRich ?? false,
    canShare: !isPrivate && seenBy === 'asker',
  }
}

function rememberAnswer(answer: Answer, page: Page, revision: string): Conversation {
  const nextOffset = Math.min(page.offset + page.size, answer.total)
  const listedIds = answer.matches.slice(0, nextOffset).map(match => match.posting.id)
  return { question: answer.query.text, nextOffset, listedIds, revision }
}

function listPostings(catalog: Catalog): readonly Posting[] {
  return catalog.entries.map(entry => entry.posting)
}

const termsOf = new WeakMap<Catalog, readonly Term[]>()

function completeTyped(catalog: Catalog | null, typed: string): BlockDraft {
  const known = catalog === null ? [] : termsOf.get(catalog)
  const terms = known ?? listTerms(catalog === null ? [] : listPostings(catalog))
  if (catalog) termsOf.set(catalog, terms)
  return { type: 'choices', choices: completeQuestion(typed, terms, MESSAGES.helpExamples) }
}

/** Gives every button its key in the store. */
async function finishReply(deps: BotDeps, { blocks, ...rest }: Draft): Promise<Reply> {
  const keys = await deps.store.buttons.saveAll(listActions(blocks), deps.now())
  return { ...rest, blocks: applyKeys(blocks, keys) }
}

function sayProblem(...lines: readonly string[]) {
  return lines.map(line => textBlock('problem', styled('warning', line)))
}
