import { randomUUID } from 'node:crypto'
import { makeFailureReply } from '../../src/layout/failure-reply.ts'
import { type Reply, textBlock } from '../../src/reply.ts'
import { followUpdates as follow } from '../../src/traffic/follow-updates.ts'
import type { DirectChannels } from './direct-channels.ts'
import { SLACK_LIMITS } from './limits.ts'
import type { MessageOrigin, SlackPlace } from './read.ts'
import { renderReply } from './render.ts'
import { postReply, type ShowDeps, showReply } from './show-reply.ts'

const TOLD_PRIVATELY = 'That takes a while: a direct message from me says how it goes.'

export interface FollowDeps extends ShowDeps {
  readonly directChannels: DirectChannels
}

/** Shows long work to whoever asked for it, as one direct message that changes: a private answer cannot. */
export async function followUpdates(
  deps: FollowDeps,
  place: SlackPlace,
  origin: MessageOrigin | null,
  { updates, ...reply }: Reply & Required<Pick<Reply, 'updates'>>,
): Promise<void> {
  const channel = place.isDirect ? place.channelId : await deps.directChannels.open(place.userId)
  const direct = { ...place, channelId: channel, threadTs: null, isDirect: true }
  const ts = await postReply(deps, direct, reply)
  if (!place.isDirect)
    await showReply(deps, place, origin, { blocks: [textBlock('body', TOLD_PRIVATELY)], viewers: 'asker' })
  const show = async (update: Reply): Promise<boolean> => {
    if (ts === null) return false
    try {
      await deps.client.chat.update({ channel, ts, ...renderReply(update, deps.cardStyle) })
      return true
    } catch (error) {
      deps.log.warn({ err: error }, 'progress could not be shown')
      return false
    }
  }
  const end = await followToEnd(deps, updates, show)
  if (end !== null) await postReply(deps, direct, end)
}

/** @returns how it ended where that could not be shown, else null */
async function followToEnd(
  { log }: FollowDeps,
  updates: AsyncIterable<Reply>,
  show: (update: Reply) => Promise<boolean>,
): Promise<Reply | null> {
  try {
    return await follow(updates, show, SLACK_LIMITS.updateMs)
  } catch (error) {
    const reference = randomUUID().slice(0, 8)
    log.error({ err: error, reference }, 'work in progress failed')
    const failure = makeFailureReply('INTERNAL', reference)
    return (await show(failure)) ? null : failure
  }
}
