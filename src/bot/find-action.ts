import type { Action } from '../action.ts'
import type { Catalog } from '../catalog/catalog.ts'
import type { Unmet } from '../conversation/read-action.ts'
import { readCommand, readText } from '../conversation/read-command.ts'
import { readFollowUp } from '../conversation/read-follow-up.ts'
import { readAboutAsker } from '../conversation/remembered-place.ts'
import type { KeptConversation } from '../store/store.ts'
import type { Turn } from './handler.ts'

/**
 * What a request asks for.
 * @returns null for a button or form that is no longer kept
 */
export async function findAction(turn: Turn): Promise<Action | Unmet | null> {
  const { deps, request, now, catalog } = turn
  const { content, conversationId } = request
  if (content.type === 'press' || content.type === 'form') return deps.store.buttons.load(content.key, now)
  if (content.type === 'typing') return null
  const kept = await deps.store.conversations.load(conversationId)
  const conversation = kept?.question ? kept : null
  const action =
    content.type === 'command'
      ? readCommand(content.call, conversation)
      : readText(content.text, conversation)
  const isQuestion = action.type === 'search' && action.offset === 0
  return isQuestion && catalog ? readInContext(turn, catalog, action, conversation) : action
}

/** A question may go on from the one before, or say something about the asker. */
function readInContext(
  { deps, now, request }: Turn,
  catalog: Catalog,
  action: Action & { readonly type: 'search' },
  conversation: KeptConversation | null,
): Action | Unmet {
  const options = { catalog, now, defaultCurrency: deps.defaultCurrency }
  const { question } = action
  const about = readAboutAsker(question, options)
  if (about?.type === 'remember' && request.member) return { type: 'remember-place', place: about.place }
  if (about?.type === 'forget') return { type: 'forget-place' }
  const followUp = readFollowUp(question, conversation, conversation?.savedAt ?? null, options)
  switch (followUp.type) {
    case 'merged':
      return { ...action, question: followUp.question, continues: followUp.note }
    case 'show':
      return {
        type: 'show',
        postingId: followUp.postingId,
        ...(conversation ? { question: conversation.question } : {}),
      }
    case 'start-over':
      return { type: 'start-over' }
    case 'no-such-number':
      return { type: 'unmet', reason: 'no-such-number' }
    case 'fresh':
      return action
  }
}
