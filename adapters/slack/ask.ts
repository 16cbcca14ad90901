import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeFailureReply } from '../../src/layout/failure-reply.ts'
import type { BotSide, RequestContent } from '../../src/platform.ts'
import type { FormBlock, Reply, Viewers } from '../../src/reply.ts'
import type { Turns } from '../../src/traffic/take-turns.ts'
import { type FollowDeps, followUpdates } from './follow-updates.ts'
import type { LoadMember } from './member.ts'
import { type MessageOrigin, makeRequest, type SlackPlace } from './read.ts'
import { showReply } from './show-reply.ts'

/** A trigger opens a view within three seconds; after this the answer is shown without one. */
export const VIEW_WAIT_MS = 2000

/** The bot and the workspace, as Slack names them. */
export interface Identity {
  readonly teamId: string
  readonly botUserId: string
  readonly botId: string
}

/** What answering takes. */
export interface AnswerDeps extends FollowDeps, Turns {
  readonly loadMember: LoadMember
  readonly loadServer: BotSide['loadServer']
  readonly knows: BotSide['knows']
  readonly identity: Identity
  /** Of the slash command, with its slash. */
  readonly command: string
}

/** What a person did: where, what, and who sees the answer by default. */
export interface Asked {
  readonly place: SlackPlace
  readonly content: RequestContent
  readonly viewers: Viewers
  /** True where only some may ask it, so that who asks has to be certain. */
  readonly isGuarded?: true
  /** True where nobody spoke to the bot. */
  readonly isOverheard?: true
}

/** Hands the bot what a person did. */
export async function ask(deps: AnswerDeps, asked: Asked): Promise<Reply> {
  const { place, content, viewers, isGuarded = false, isOverheard } = asked
  const member = await deps.loadMember(place.userId, { isFresh: isGuarded })
  const request = makeRequest(place, member, content, viewers)
  return deps.handle(isOverheard ? { ...request, isOverheard } : request)
}

/** Shows whatever the bot answered, without a view. */
export async function showAnswer(
  deps: AnswerDeps,
  place: SlackPlace,
  origin: MessageOrigin | null,
  reply: Reply,
): Promise<void> {
  // A form needs a trigger, which is three seconds old by now.
  if (findForm(reply)) return showReply(deps, place, origin, SLOW)
  if (reply.updates) return followUpdates(deps, place, origin, { ...reply, updates: reply.updates })
  await showReply(deps, place, origin, reply)
}

/** Says that it took too long to open a form. */
export const SLOW: Reply = { ...makeFailureReply('FORM_TOO_LATE', null), viewers: 'asker' }

/** The form of an answer that is one. */
export function findForm({ blocks }: Reply): FormBlock | null {
  return blocks.find(block => block.type === 'form') ?? null
}

/** Does the work; where it fails, whoever asked hears of it, and the log why. */
export async function explainFailure(
  deps: AnswerDeps,
  place: SlackPlace,
  origin: MessageOrigin | null,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work()
  } catch (error) {
    const reference = randomUUID().slice(0, 8)
    deps.log.error({ err: error, reference }, 'a request from Slack failed')
    await showReply(deps, place, origin, { ...makeFailureReply('INTERNAL', reference), viewers: 'asker' })
  }
}

/** @returns null where it takes longer than that; it goes on all the same */
export function orNothing<T>(work: Promise<T>, ms: number): Promise<T | null> {
  return Promise.race([work, sleep(ms, null, { ref: false })])
}
