import type { ActionOf } from '../action.ts'
import type { Answer, DetailResult } from '../answer/answer.ts'
import { answerQuery } from '../answer/answer-query.ts'
import { chooseCurrency } from '../answer/choose-currency.ts'
import type { DetailContext } from '../answer/detail/find-posting.ts'
import type { Catalog } from '../catalog/catalog.ts'
import { computeRevision } from '../catalog/compute-revision.ts'
import { findEntry } from '../catalog/find-entry.ts'
import { listVisible } from '../catalog/hide-postings.ts'
import type { Conversation } from '../conversation/conversation.ts'
import { readAction } from '../conversation/read-action.ts'
import { addAskerPlace } from '../conversation/remembered-place.ts'
import { MESSAGES } from '../messages.ts'
import type { Request } from '../platform.ts'
import { readQuery } from '../query/read-query.ts'
import { readDataAge } from '../reload/upkeep.ts'
import { makeAnswerReply, type Page } from '../reply/answer-reply.ts'
import { makeDetailReply } from '../reply/detail-reply.ts'
import { makeEditReply } from '../reply/edit-reply.ts'
import { makeHelpReply } from '../reply/help-reply.ts'
import { makeOneAnswerReply } from '../reply/one-answer-reply.ts'
import { makeStatsReply } from '../reply/stats-reply.ts'
import { type FormValues, textBlock } from '../reply.ts'
import {
  answerBeside,
  type BotDeps,
  type Draft,
  type Handlers,
  readField,
  sayProblem,
  type Turn,
} from './handler.ts'

/** What is said to others and nothing about jobs gets no answer. */
const SILENCE: Draft = { blocks: [] }

type Listing = ActionOf<'search' | 'share'>

/** Asking: lists, one posting, other ways to ask. */
export const ASK_HANDLERS: Handlers<'search' | 'share' | 'show' | 'edit' | 'refine' | 'help' | 'stats'> = {
  search: { audience: 'member', run: search },
  share: { audience: 'member', run: search },
  show: { audience: 'member', run: showPosting },
  edit: { audience: 'member', run: offerChanges },
  refine: { audience: 'member', run: openRefineForm, submit: askRefined },
  help: { audience: 'member', run: async ({ request }) => help(request) },
  stats: { audience: 'member', run: summarise },
}

function help(request: Request): Draft {
  return request.isOverheard ? SILENCE : { ...answerBeside(request), blocks: makeHelpReply() }
}

function sayNoPostings(request: Request): Draft {
  return sayProblem(request, MESSAGES.noPostings, MESSAGES.noPostingsFix)
}

async function summarise({ request, catalog }: Turn): Promise<Draft> {
  if (catalog === null || catalog.size === 0) return sayNoPostings(request)
  return { ...answerBeside(request), blocks: makeStatsReply(listVisible(catalog)) }
}

async function search(turn: Turn, action: Listing): Promise<Draft> {
  const { deps, request, now, catalog } = turn
  if (catalog === null || catalog.size === 0) return sayNoPostings(request)
  const revision = computeRevision(catalog)
  if (action.type === 'search' && isOutdated(action, revision)) return offerAgain(request, action)
  const goal = placeAnswer(request, action)
  const answer = await answerQuestion(turn, catalog, action.question, goal)
  if (answer.kind === 'help') return help(request)
  if (answer.detail) return answerAboutOne(turn, catalog, answer, answer.detail, goal)
  if (request.isOverheard && answer.understood.length === 0) return SILENCE
  if (action.offset > 0 && action.offset >= answer.total) return sayProblem(request, MESSAGES.nothingMore)
  const page: Page = { offset: action.offset, size: request.pageSize }
  await deps.store.conversations.save(request.conversationId, rememberAnswer(answer, page, revision), now)
  const dataAge = deps.upkeep ? readDataAge(deps.upkeep, now) : null
  const continues =
    action.type === 'search' && action.continues !== undefined ? { continues: action.continues } : {}
  const blocks = makeAnswerReply(answer, {
    page,
    now,
    revision,
    dataAge,
    ...continues,
    ...describeSetting(turn, goal),
  })
  const shared = action.type === 'share' ? [textBlock('heading', MESSAGES.shared(action.question))] : []
  return { ...goal, blocks: [...shared, ...blocks] }
}

/** What one member is not interested in is left out of what only that member sees. */
async function answerQuestion(
  turn: Turn,
  catalog: Catalog,
  question: string,
  goal: Omit<Draft, 'blocks'>,
): Promise<Answer> {
  const { deps, request, now } = turn
  const { member } = request
  const isPersonal = member !== undefined && describeSetting(turn, goal).seenBy === 'asker'
  const dismissed = isPersonal ? await deps.store.marks.listIds(member.id, 'dismissed') : []
  const place = member === undefined ? null : await deps.store.people.loadPlace(member.id)
  const options = { now, defaultCurrency: deps.defaultCurrency, catalog }
  const query = addAskerPlace(readQuery(question, options), place, options)
  const context = query.detail === null ? null : await loadContext(turn)
  return answerQuery(catalog, query, { ...options, dismissed, context })
}

/** What the asker has before their eyes, for "the second one" and "does it …". */
async function loadContext({ deps, request }: Turn): Promise<DetailContext | null> {
  const conversation = await deps.store.conversations.load(request.conversationId)
  return conversation && { listedIds: conversation.listedIds, lastShownId: conversation.lastShownId ?? null }
}

/** The list before stays in force, and the posting becomes what "it" means. */
async function answerAboutOne(
  { deps, request, now }: Turn,
  catalog: Catalog,
  answer: Answer,
  detail: DetailResult,
  goal: Omit<Draft, 'blocks'>,
): Promise<Draft> {
  const [only, ...others] = detail.postingIds
  if (only !== undefined && others.length === 0) await rememberShown(deps, request, only, now)
  const asker = request.member?.id ?? null
  return { ...goal, blocks: makeOneAnswerReply(answer, detail, { catalog, asker }) }
}

async function rememberShown(
  { store }: BotDeps,
  { conversationId }: Request,
  lastShownId: string,
  now: Date,
): Promise<void> {
  const kept = await store.conversations.load(conversationId)
  const { savedAt: _, ...before } = kept ?? {
    savedAt: now,
    question: '',
    nextOffset: 0,
    listedIds: [],
  }
  await store.conversations.save(conversationId, { ...before, lastShownId }, now)
}

function isOutdated(action: ActionOf<'search'>, revision: string): boolean {
  return action.revision !== undefined && action.revision !== revision
}

function offerAgain(request: Request, action: ActionOf<'search'>): Draft {
  const { question } = action
  const asker = request.member?.id
  const again = { type: 'search', question, offset: 0, ...(asker === undefined ? {} : { asker }) } as const
  const { blocks, ...rest } = sayProblem(request, MESSAGES.resultsChanged)
  const button = { label: MESSAGES.askAgain, words: question, action: again }
  return { ...rest, blocks: [...blocks, { type: 'buttons', buttons: [button] }] }
}

/** Whose button it is decides: the asker's own message goes on, anybody else gets a copy of their own. */
function placeAnswer(request: Request, action: Listing | ActionOf<'edit'>): Omit<Draft, 'blocks'> {
  if (request.content.type === 'text' || request.content.type === 'command') return {}
  if (action.type === 'share') return { viewers: 'place' }
  const isOwn = (action.asker ?? request.member?.id) === request.member?.id
  return isOwn ? { isReplacement: true } : { viewers: 'asker' }
}

function describeSetting(
  { deps, request: { surface, member, place } }: Pick<Turn, 'deps' | 'request'>,
  { viewers }: Omit<Draft, 'blocks'>,
) {
  const seenBy = viewers ?? surface?.viewers ?? 'asker'
  const isPrivate = surface?.isPrivate ?? true
  return {
    asker: member?.id ?? null,
    isRich: surface?.isRich ?? false,
    canShare: !isPrivate && seenBy === 'asker',
    canAlert:
      (surface?.isRich ?? false) && place !== undefined && (deps.alerts?.reaches(place.platform) ?? false),
    seenBy,
  }
}

function rememberAnswer(answer: Answer, page: Page, revision: string): Conversation {
  const nextOffset = Math.min(page.offset + page.size, answer.total)
  const listedIds = answer.listMatches(0, nextOffset).map(match => match.posting.id)
  return { question: answer.query.text, nextOffset, listedIds, revision }
}

async function showPosting(turn: Turn, { postingId, question }: ActionOf<'show'>): Promise<Draft> {
  const { deps, request, now, catalog } = turn
  const posting = findEntry(catalog, postingId)?.posting
  if (!catalog || !posting) return sayProblem(request, MESSAGES.gone)
  const beside = answerBeside(request)
  const answer = question === undefined ? null : await answerQuestion(turn, catalog, question, beside)
  const reasons = answer?.matches.find(match => match.posting.id === posting.id)?.reasons ?? []
  const savedIds = request.member ? await deps.store.marks.listIds(request.member.id, 'saved') : []
  await rememberShown(deps, request, posting.id, now)
  const blocks = makeDetailReply(posting, {
    now,
    reasons: reasons.map(({ label }) => label),
    currency: answer === null ? deps.defaultCurrency : chooseCurrency(answer.query, deps.defaultCurrency),
    marks: request.surface?.isRich && request.member ? { isSaved: savedIds.includes(posting.id) } : null,
  })
  return { ...beside, blocks }
}

/** Where others read along, the ways to change a question are for the asker alone. */
async function offerChanges(turn: Turn, action: ActionOf<'edit'>): Promise<Draft> {
  const { request, catalog } = turn
  if (catalog === null || catalog.size === 0) return sayNoPostings(request)
  const goal = request.surface?.viewers === 'place' ? answerBeside(request) : placeAnswer(request, action)
  const answer = await answerQuestion(turn, catalog, action.question, goal)
  return { ...goal, blocks: makeEditReply(answer, request.member?.id ?? null, catalog) }
}

async function openRefineForm({ deps, request, now }: Turn, action: ActionOf<'refine'>): Promise<Draft> {
  const key = await deps.store.buttons.save(action, now)
  const field = {
    type: 'text',
    name: 'question',
    label: MESSAGES.editLabel,
    hint: null,
    value: action.question,
    isLong: true,
    isRequired: true,
  } as const
  const { editTitle: title, search: submit } = MESSAGES
  return { ...answerBeside(request), blocks: [{ type: 'form', key, title, submit, fields: [field] }] }
}

/** What was written into the form is asked in the place of the question before. */
async function askRefined(turn: Turn, { asker }: ActionOf<'refine'>, values: FormValues): Promise<Draft> {
  const action = readAction(readField(values, 'question'), null)
  if (action.type !== 'search') return help(turn.request)
  return search(turn, asker === undefined ? action : { ...action, asker })
}
