import { randomUUID } from 'node:crypto'
import type { WebClient } from '@slack/web-api'
import type { ErrorCode } from '../../src/errors.ts'
import { makeFailureReply } from '../../src/layout/failure-reply.ts'
import type { Log } from '../../src/log.ts'
import type { Reply } from '../../src/reply.ts'
import type { MessageOrigin, SlackPlace } from './read.ts'
import { isDirectChannel } from './read.ts'
import { type FailureKind, readFailure } from './read-failure.ts'
import { type CardStyle, renderReply } from './render.ts'

export interface ShowDeps {
  readonly client: WebClient
  readonly log: Log
  readonly cardStyle: CardStyle
  /** Posts to the address that Slack gave with a command or a press. @throws when it is used up */
  readonly respond: (responseUrl: string, message: ResponseMessage) => Promise<void>
}

/** A message for a response address. */
export type ResponseMessage = ReturnType<typeof renderReply> & {
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

/** Posts an answer where the question was asked, in its thread. What Slack does not take is said in words. */
export async function postReply(deps: ShowDeps, place: SlackPlace, reply: Reply): Promise<string | null> {
  const thread = place.threadTs === null ? {} : { thread_ts: place.threadTs }
  const post = async (message: Reply, channel: string, below: { thread_ts?: string }) => {
    const { ts } = await deps.client.chat.postMessage({
      channel,
      ...renderReply(message, deps.cardStyle),
      ...below,
    })
    return ts ?? null
  }
  try {
    return await post(reply, place.channelId, thread)
  } catch (error) {
    const { kind, failure } = explain(deps, error)
    // Where the bot may not write, it can still write to the person.
    if (kind === 'gone') return post(failure, place.userId, {})
    return post(failure, place.channelId, thread)
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
    // What is used up says nothing about the answer: it is shown anew.
    const again = kind === 'expired' || kind === 'unknown' ? reply : failure
    await whisper(deps, place, again)
  }
}

async function show(
  deps: ShowDeps,
  place: SlackPlace,
  origin: MessageOrigin | null,
  reply: Reply,
): Promise<void> {
  if (origin === null) return whisper(deps, place, reply)
  const message = renderReply(reply, deps.cardStyle)
  const { responseUrl, messageTs, isEphemeral } = origin
  if (reply.isReplacement && !isEphemeral && messageTs !== '') {
    await deps.client.chat.update({ channel: place.channelId, ts: messageTs, ...message })
    return
  }
  const isPublic = reply.viewers === 'place' || isDirectChannel(place.channelId)
  await deps.respond(responseUrl, {
    ...message,
    response_type: isPublic ? 'in_channel' : 'ephemeral',
    replace_original: reply.isReplacement === true,
    ...(place.threadTs === null ? {} : { thread_ts: place.threadTs }),
  })
}

/** Says something to one person, where they are or else by direct message. */
async function whisper(deps: ShowDeps, place: SlackPlace, reply: Reply): Promise<void> {
  const message = renderReply(reply, deps.cardStyle)
  const { channelId, userId, threadTs } = place
  if (isDirectChannel(channelId)) {
    await deps.client.chat.postMessage({ channel: channelId, ...message })
    return
  }
  try {
    const thread = threadTs === null ? {} : { thread_ts: threadTs }
    await deps.client.chat.postEphemeral({ channel: channelId, user: userId, ...message, ...thread })
  } catch {
    await deps.client.chat.postMessage({ channel: userId, ...message })
  }
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
