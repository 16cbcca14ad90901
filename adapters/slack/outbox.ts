import type { WebClient } from '@slack/web-api'
import type { Outbox, SendOutcome, Standing, Target } from '../../src/platform.ts'
import type { Reply } from '../../src/reply.ts'
import { createDirectChannels, type DirectChannels } from './direct-channels.ts'
import { type DrawDeps, drawReply } from './draw-reply.ts'
import { createPace } from './pace-channels.ts'
import { readFailure } from './read-failure.ts'
import { NO_PREVIEWS } from './render.ts'

/** The type of the metadata that says which delivery a message is. */
const DELIVERY_EVENT = 'rolecall_delivery'
/** A token that is refused may be replaced: nothing is given up for it. */
const REVOKED_WAIT_MS = 600_000
const UNREACHABLE_WAIT_MS = 30_000

export interface OutboxOptions extends DrawDeps {
  /** Of its own, so that waiting for Slack here never delays an answer; must neither retry nor wait by itself. */
  readonly client: WebClient
  /** Between two messages of one channel, in milliseconds. */
  readonly paceMs: number
}

type Thread = { readonly thread_ts?: string }

/** Posts to channels and members, one message a second and channel. */
export function createSlackOutbox({ client, paceMs, ...draw }: OutboxOptions): Outbox {
  const pace = createPace(paceMs)
  const directChannels = createDirectChannels(client)
  const post = (target: Target, reply: Reply, key: string, thread: Thread) =>
    pace(nameTarget(target), () =>
      inChannel(directChannels, target, async channel => {
        const metadata = { event_type: DELIVERY_EVENT, event_payload: { key } }
        const { ts } = await drawReply(draw, reply, message =>
          client.chat.postMessage({ channel, metadata, ...message, ...NO_PREVIEWS, ...thread }),
        )
        return ts ?? ''
      }),
    )
  return {
    send: (target, reply, key) => post(target, reply, key, {}),
    sendBelow: (target, messageId, reply, key) => post(target, reply, key, { thread_ts: messageId }),
    edit: (target, messageId, reply) =>
      inChannel(directChannels, target, async channel => {
        await drawReply(draw, reply, message => client.chat.update({ channel, ts: messageId, ...message }))
        return messageId
      }),
    // Reading back what was posted would take the right to read everything in the channel.
    find: async () => null,
    findStanding: (_, memberId) => findStanding(client, memberId.replace(/^slack:/, '')),
  }
}

function nameTarget(target: Target): string {
  return target.type === 'channel' ? target.channelId : target.memberId
}

async function inChannel(
  directChannels: DirectChannels,
  target: Target,
  work: (channelId: string) => Promise<string>,
): Promise<SendOutcome> {
  const opened = await openChannel(directChannels, target)
  if (typeof opened !== 'string') return opened
  try {
    return { type: 'sent', messageId: await work(opened) }
  } catch (error) {
    return readOutcome(error)
  }
}

/** @returns the id of the channel, or why there is none now */
async function openChannel(directChannels: DirectChannels, target: Target): Promise<string | SendOutcome> {
  if (target.type === 'channel') return target.channelId
  try {
    return await directChannels.open(target.memberId.replace(/^slack:/, ''))
  } catch (error) {
    const outcome = readOutcome(error)
    // Without a conversation nothing can have been posted in it.
    return outcome.type === 'unknown' ? { ...outcome, type: 'later', afterMs: UNREACHABLE_WAIT_MS } : outcome
  }
}

function readOutcome(error: unknown): Exclude<SendOutcome, { type: 'sent' }> {
  const { kind, reason, afterMs } = readFailure(error)
  if (kind === 'later') return { type: 'later', afterMs, reason }
  if (kind === 'revoked') return { type: 'later', afterMs: REVOKED_WAIT_MS, reason }
  if (kind === 'gone' || kind === 'unknown') return { type: kind, reason }
  return { type: 'refused', reason }
}

const ABSENT: ReadonlySet<string> = new Set(['user_not_found', 'user_not_visible', 'users_not_found'])
/** Slack's own bot, which Slack does not call one. */
const SLACKBOT = 'USLACKBOT'

/** Whoever comes from another workspace is a guest. */
async function findStanding(client: WebClient, userId: string): Promise<Standing> {
  if (userId === SLACKBOT) return 'bot'
  try {
    const { user } = await client.users.info({ user: userId })
    if (!user || user.deleted) return 'absent'
    if (user.is_bot) return 'bot'
    return user.is_restricted || user.is_ultra_restricted || user.is_stranger ? 'guest' : 'member'
  } catch (error) {
    return ABSENT.has(readFailure(error).reason) ? 'absent' : 'unknown'
  }
}
