import type { WebClient } from '@slack/web-api'
import type { Outbox, SendOutcome, Target } from '../../src/platform.ts'
import type { Reply } from '../../src/reply.ts'
import { createPace } from './pace-channels.ts'
import { readFailure } from './read-failure.ts'
import { type CardStyle, renderReply } from './render.ts'

/** The type of the metadata that says which delivery a message is. */
const DELIVERY_EVENT = 'rolecall_delivery'

export interface OutboxOptions {
  /** Of its own, so that waiting for Slack here never delays an answer; must neither retry nor wait by itself. */
  readonly client: WebClient
  readonly cardStyle: CardStyle
  /** Between two messages of one channel, in milliseconds. */
  readonly paceMs: number
}

/** Posts to channels and members, one message a second and channel. */
export function createSlackOutbox({ client, cardStyle, paceMs }: OutboxOptions): Outbox {
  const pace = createPace(paceMs)
  const openChannel = createChannelOpener(client)
  const post = (target: Target, reply: Reply, key: string, thread: { thread_ts?: string }) =>
    pace(nameTarget(target), () =>
      describeOutcome(async () => {
        const channel = await openChannel(target)
        const metadata = { event_type: DELIVERY_EVENT, event_payload: { key } }
        const message = renderReply(reply, cardStyle)
        const { ts } = await client.chat.postMessage({ channel, metadata, ...message, ...thread })
        return ts ?? ''
      }),
    )
  return {
    send: (target, reply, key) => post(target, reply, key, {}),
    sendBelow: (target, messageId, reply, key) => post(target, reply, key, { thread_ts: messageId }),
    edit: (target, messageId, reply) =>
      describeOutcome(async () => {
        const channel = await openChannel(target)
        await client.chat.update({ channel, ts: messageId, ...renderReply(reply, cardStyle) })
        return messageId
      }),
    // Reading back what was posted would take the right to read everything in the channel.
    find: async () => null,
  }
}

function nameTarget(target: Target): string {
  return target.type === 'channel' ? target.channelId : target.memberId
}

/** A direct message has a channel of its own, always the same one. */
function createChannelOpener(client: WebClient): (target: Target) => Promise<string> {
  const opened = new Map<string, string>()
  return async target => {
    if (target.type === 'channel') return target.channelId
    const userId = target.memberId.replace(/^slack:/, '')
    const known = opened.get(userId)
    if (known !== undefined) return known
    const { channel } = await client.conversations.open({ users: userId })
    const channelId = channel?.id ?? userId
    opened.set(userId, channelId)
    return channelId
  }
}

async function describeOutcome(work: () => Promise<string>): Promise<SendOutcome> {
  try {
    return { type: 'sent', messageId: await work() }
  } catch (error) {
    const { kind, reason, afterMs } = readFailure(error)
    if (kind === 'later') return { type: 'later', afterMs, reason }
    if (kind === 'gone' || kind === 'revoked') return { type: 'gone', reason }
    return { type: kind === 'unknown' ? 'unknown' : 'refused', reason }
  }
}
