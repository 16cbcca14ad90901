import type { Action } from '../action.ts'
import type { Conversation } from './conversation.ts'

/** A wish that cannot be met, with what to say about it. */
export interface Unmet {
  readonly type: 'unmet'
  readonly reason: 'nothing-listed' | 'no-such-number' | 'nothing-more' | 'no-question'
}

const MORE = /^(?:more|next|next page|show more)$/
const SHOW = /^(?:show|details?|open|#)?\s*#?(\d{1,4})$/
const STATS = /^(?:stats|statistics)$/
const SAVED = /^(?:saved|my saved (?:jobs|postings))$/
const HELP = /^(?:help|\?|commands|start|hi|hello)$/

/**
 * Reads what a message wants: a command in short words, or else a question.
 * @example readAction('show 2', conversation) // { type: 'show', postingId: '…' }
 */
export function readAction(text: string, conversation: Conversation | null): Action | Unmet {
  const words = text
    .slice(0, 200)
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^\/(?:jobs\s+)?/, '')
  if (words === '') return { type: 'unmet', reason: 'no-question' }
  if (HELP.test(words)) return { type: 'help' }
  if (STATS.test(words)) return { type: 'stats' }
  if (SAVED.test(words)) return { type: 'saved', offset: 0 }
  if (MORE.test(words)) return readMore(conversation)
  const number = SHOW.exec(words)?.[1]
  if (number !== undefined) return readShow(Number(number), conversation)
  return { type: 'search', question: text.trim(), offset: 0 }
}

function readMore(conversation: Conversation | null): Action | Unmet {
  if (!conversation) return { type: 'unmet', reason: 'nothing-listed' }
  const { question, nextOffset, revision } = conversation
  return { type: 'search', question, offset: nextOffset, ...(revision === undefined ? {} : { revision }) }
}

function readShow(number: number, conversation: Conversation | null): Action | Unmet {
  if (!conversation) return { type: 'unmet', reason: 'nothing-listed' }
  const postingId = conversation.listedIds[number - 1]
  return postingId
    ? { type: 'show', postingId, question: conversation.question }
    : { type: 'unmet', reason: 'no-such-number' }
}
