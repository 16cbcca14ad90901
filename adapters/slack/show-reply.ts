import { randomUUID } from 'node:crypto'
import type { WebClient } from '@slack/web-api'
import type { ErrorCode } from '../../src/errors.ts'
import { makeFailureReply } from '../../src/layout/failure-reply.ts'
import type { Reply } from '../../src/reply.ts'
import { type DrawDeps, drawReply } from './draw-reply.ts'
import type { MessageOrigin, SlackPlace } from './read.ts'
import { type FailureKind, readFailure } from './read-failure.ts'
import { NO_PREVIEWS, type SlackMessage } from './render.ts'

export interface ShowDeps extends DrawDeps {
  readonly client: WebClient
  /** Posts to the address that Slack gave with a command or a press. @throws when it is used up */
  readonly respond: (responseUrl: string, message: ResponseMessage) => Promise<void>
}

/** A message for a response address. */
export type ResponseMessage = SlackMessage &
  typeof NO_PREVIEWS & {
    readonly response_type: 'ephemeral' | 'in_channel'
    readonly replace_original: boolean
    readonly thread_ts?: string
  }

const WORDS: Readonly<Record<FailureKind, ErrorCode>> = {
  later: 'SLACK_BUSY',
  gone: 'SLACK_FORBIDDEN',
  revoked: 'SLACK_TOKEN_REFUSED',
  refused: 'SLACK_REFUSED',
  expired: 'SLACK_REFUSED',
  unknown: 'SLACK_REFUSED',
}

/**
 * Posts an answer where the question was asked, in its thread; what is for the asker alone, only to them. What Slack
 * does not take is said in words.
 * @returns the time stamp of the message; null where only one person sees it
 */
export async function postReply(deps: ShowDeps, place: SlackPlace, reply: Reply): Promise<string | null> {
  try {
    if (reply.viewers === 'asker' && !place.isDirect) return await whisper(deps, place, reply)
    return await post(deps, place.channelId, place.threadTs, reply)
  } catch (error) {
    const { kind, failure } = explain(deps, error)
    // Where the bot may not write, it can still write to the person.
    if (kind === 'gone') return post(deps, place.userId, null, failure)
    return post(deps, place.channelId, place.threadTs, failure)
  }
}

/** Shows an answer to a command, a press or a form: in place of the message, beside it, or to all. */
export async function showReply(
  deps: ShowDeps,
  place: SlackPlace,
  origin: MessageOrigin | null,
  reply: Reply,
): Promise<void> {
  try {
    await show(deps, place, origin, reply)
  } catch (error) {
    const { kind, failure } = explain(deps, error)
    // An address that is used up says nothing about the answer.
    const isLost = kind === 'expired' || kind === 'unknown'
    if (isLost && (await tryUpdate(deps, place, origin, reply))) return
    await whisper(deps, place, isLost ? reply : failure)
  }
}

async function show(
  deps: ShowDeps,
  place: SlackPlace,
  origin: MessageOrigin | null,
  reply: Reply,
): Promise<void> {
  if (origin === null) return void (await whisper(deps, place, reply))
  const isPublic = reply.viewers === 'place' || place.isDirect
  await drawReply(deps, reply, message =>
    deps.respond(origin.responseUrl, {
      ...message,
      ...NO_PREVIEWS,
      response_type: isPublic ? 'in_channel' : 'ephemeral',
      replace_original: reply.isReplacement === true,
      ...(place.threadTs === null ? {} : { thread_ts: place.threadTs }),
    }),
  )
}

/** A message that everybody sees can also be changed without an address. @returns whether it was */
async function tryUpdate(
  deps: ShowDeps,
  { channelId }: SlackPlace,
  origin: MessageOrigin | null,
  reply: Reply,
): Promise<boolean> {
  if (!reply.isReplacement || origin === null || origin.isEphemeral) return false
  try {
    await drawReply(deps, reply, message =>
      deps.client.chat.update({ channel: channelId, ts: origin.messageTs, ...message }),
    )
    return true
  } catch (error) {
    deps.log.warn({ err: error }, 'a message could not be changed')
    return false
  }
}

async function post(
  deps: ShowDeps,
  channel: string,
  threadTs: string | null,
  reply: Reply,
): Promise<string | null> {
  const thread = threadTs === null ? {} : { thread_ts: threadTs }
  const { ts } = await drawReply(deps, reply, message =>
    deps.client.chat.postMessage({ channel, ...message, ...NO_PREVIEWS, ...thread }),
  )
  return ts ?? null
}

/** Says something to one person, where they are or else by direct message. */
async function whisper(deps: ShowDeps, place: SlackPlace, reply: Reply): Promise<null> {
  const { channelId, userId, threadTs, isNewThread } = place
  if (place.isDirect) return dropTs(post(deps, channelId, threadTs, reply))
  // In a thread that nobody has answered in, nobody would see it.
  const thread = threadTs === null || isNewThread ? {} : { thread_ts: threadTs }
  try {
    await drawReply(deps, reply, message =>
      deps.client.chat.postEphemeral({ channel: channelId, user: userId, ...message, ...thread }),
    )
    return null
  } catch (error) {
    deps.log.warn({ err: error }, 'a private answer goes by direct message')
    return dropTs(post(deps, userId, null, reply))
  }
}

async function dropTs(posted: Promise<unknown>): Promise<null> {
  await posted
  return null
}

function explain({ log }: ShowDeps, error: unknown): { readonly kind: FailureKind; readonly failure: Reply } {
  const { kind, reason } = readFailure(error)
  const reference = randomUUID().slice(0, 8)
  log[kind === 'expired' ? 'warn' : 'error'](
    { err: error, reference, reason },
    'Slack did not take an answer',
  )
  return { kind, failure: { ...makeFailureReply(WORDS[kind], reference), viewers: 'asker' } }
}
