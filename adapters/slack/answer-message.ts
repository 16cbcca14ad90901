import type { Reply } from '../../src/reply.ts'
import { decideSpeech, type Speech } from '../../src/traffic/decide-speech.ts'
import { type AnswerDeps, ask } from './ask.ts'
import { followUpdates } from './follow-updates.ts'
import {
  isMention,
  type MessagePayload,
  nameConversation,
  readMessagePlace,
  readMessageText,
  type SlackPlace,
} from './read.ts'
import { renderPointer } from './render.ts'
import { postReply } from './show-reply.ts'

/** Answers a message: to the bot always, to others where the workspace or the thread wants it. */
export async function answerMessage(deps: AnswerDeps, message: MessagePayload): Promise<void> {
  const { teamId, botUserId } = deps.identity
  const place = readMessagePlace(message, teamId)
  const speech = await chooseSpeech(deps, message, place)
  if (speech === 'ignore') return
  if (speech === 'point') return point(deps, place)
  const content = { type: 'text', text: readMessageText(message, botUserId) } as const
  const isOverheard = speech === 'overhear'
  const reply = await ask(deps, { place, content, viewers: 'place', ...(isOverheard ? { isOverheard } : {}) })
  if (isOverheard && !isWorthSaying(reply)) return
  if (reply.updates) return followUpdates(deps, place, null, { ...reply, updates: reply.updates })
  await postReply(deps, place, reply)
}

async function chooseSpeech(deps: AnswerDeps, message: MessagePayload, place: SlackPlace): Promise<Speech> {
  if (place.isDirect) return 'answer'
  const settings = await deps.loadServer('slack', place.teamId)
  const isToBot = isMention(message, deps.identity.botUserId)
  const speech = decideSpeech(settings, [place.channelId], isToBot)
  return speech === 'ignore' && (await isContinued(deps, message, place)) ? 'overhear' : speech
}

/** Whether the writer was answered in this thread before. */
async function isContinued(
  { knows }: AnswerDeps,
  { thread_ts }: MessagePayload,
  place: SlackPlace,
): Promise<boolean> {
  return thread_ts !== undefined && knows(nameConversation(place, place.userId))
}

/** Nobody asked the bot: what it only has problems with is better left alone. */
function isWorthSaying({ blocks }: Reply): boolean {
  return blocks.some(block => block.type !== 'text' || block.role !== 'problem')
}

/** Says where the bot speaks. */
async function point(
  deps: AnswerDeps,
  { channelId, userId, threadTs, isNewThread, teamId }: SlackPlace,
): Promise<void> {
  const { channels } = await deps.loadServer('slack', teamId)
  const thread = threadTs === null || isNewThread ? {} : { thread_ts: threadTs }
  const message = renderPointer(channels, deps.command)
  await deps.client.chat.postEphemeral({ channel: channelId, user: userId, ...message, ...thread })
}
