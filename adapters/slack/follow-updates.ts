import { setTimeout as sleep } from 'node:timers/promises'
import type { Reply } from '../../src/reply.ts'
import type { SlackPlace } from './read.ts'
import { renderReply } from './render.ts'
import { postReply, type ShowDeps } from './show-reply.ts'

/** Slack lets a message be changed about once a second. */
const UPDATE_MS = 1200

/** Shows long work as one message to whoever asked for it, which changes as the work goes on. */
export async function followUpdates(
  deps: ShowDeps,
  place: SlackPlace,
  reply: Reply,
  updates: AsyncIterable<Reply>,
): Promise<void> {
  const direct = { ...place, channelId: place.userId, threadTs: null }
  const opened = await deps.client.conversations.open({ users: place.userId })
  const channel = opened.channel?.id ?? place.userId
  const ts = await postReply(deps, { ...direct, channelId: channel }, reply)
  if (ts === null) return
  const edit = (next: Reply) => deps.client.chat.update({ channel, ts, ...renderReply(next, deps.cardStyle) })
  let next: Reply | null = null
  let editing: Promise<unknown> = Promise.resolve()
  let isIdle = true
  const editNext = async (): Promise<void> => {
    isIdle = false
    while (next !== null) {
      const current = next
      next = null
      await edit(current)
      await sleep(UPDATE_MS)
    }
    isIdle = true
  }
  for await (const update of updates) {
    next = update
    if (isIdle) editing = editNext()
  }
  await editing
}
