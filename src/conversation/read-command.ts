import type { Action } from '../action.ts'
import type { CommandCall, CommandId } from '../commands.ts'
import type { Conversation } from './conversation.ts'
import { readAction, type Unmet } from './read-action.ts'

type Values = CommandCall['values']
type ReadCall = (values: Values, conversation: Conversation | null) => Action | Unmet

/** What each command asks for, given its options. */
const READERS: Readonly<Record<CommandId, ReadCall>> = {
  search: ({ question = '' }) => readAction(question, null),
  more: (_, conversation) => readAction('more', conversation),
  show: ({ number = '' }, conversation) => readAction(`show ${number}`, conversation),
  saved: () => ({ type: 'saved', offset: 0 }),
  stats: () => ({ type: 'stats' }),
  help: () => ({ type: 'help' }),
  'admin settings': () => ({ type: 'server-settings' }),
}

/**
 * Reads what a command asks for.
 * @example readCommand({ id: 'show', values: { number: '2' } }, conversation) // { type: 'show', postingId: '…' }
 */
export function readCommand({ id, values }: CommandCall, conversation: Conversation | null): Action | Unmet {
  return READERS[id](values, conversation)
}
