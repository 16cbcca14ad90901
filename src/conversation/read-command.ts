import type { Action } from '../action.ts'
import { type CommandCall, type CommandId, readCall } from '../commands.ts'
import type { Conversation } from './conversation.ts'
import { readAction, type Unmet } from './read-action.ts'

type Values = CommandCall['values']
type ReadCall = (values: Values, conversation: Conversation | null) => Action | Unmet

/** What each command asks for, given its options. */
const READERS: Readonly<Record<CommandId, ReadCall>> = {
  search: ({ question = '' }, conversation) => readAction(question, conversation),
  more: (_, conversation) => readAction('more', conversation),
  show: ({ number = '' }, conversation) => readAction(`show ${number}`, conversation),
  saved: () => ({ type: 'saved', offset: 0 }),
  stats: () => ({ type: 'stats' }),
  help: () => ({ type: 'help' }),
  'alert create': ({ question = '' }) => ({ type: 'alert-preview', question }),
  'alert list': () => ({ type: 'alert-list', offset: 0 }),
  'alert edit': ({ alert = '', question }) => ({
    type: 'alert-edit',
    alert,
    ...(question === undefined ? {} : { question }),
  }),
  'alert mute': ({ alert = '', company = '' }) => ({ type: 'alert-edit', alert, mute: company }),
  'alert pause': ({ alert = '', resume }) => ({ type: 'alert-pause', alert, isPaused: resume !== 'true' }),
  'alert delete': ({ alert = '' }) => ({ type: 'alert-delete', alert }),
  'alert transfer': ({ alert = '', to }) => ({
    type: 'alert-transfer',
    alert,
    ...(to === undefined ? {} : { to }),
  }),
  'alert test': ({ alert = '' }) => ({ type: 'alert-test', alert }),
  'alert why': (values, conversation) => readWhy(values, conversation),
  'admin subscriptions': () => ({ type: 'admin-alerts', offset: 0 }),
  'admin pause': ({ alert = '', resume }) => ({ type: 'admin-pause', alert, isPaused: resume !== 'true' }),
  'admin settings': () => ({ type: 'server-settings' }),
  'admin reload': values => {
    // Of both, the one that can be made good by another reload.
    if (values.discard === 'true') return { type: 'discard-reload' }
    if (values.confirm === 'true') return { type: 'confirm-reload' }
    return { type: 'reload', isDryRun: values['dry-run'] === 'true' }
  },
  'admin undo': () => ({ type: 'undo-reload' }),
  'admin status': () => ({ type: 'status' }),
  'admin sources': ({ what = 'list', address = '' }) => ({
    type: 'sources',
    step: what.toLowerCase(),
    address,
  }),
  'admin hide': ({ what = '', value = '' }, conversation) => {
    const kind = what.toLowerCase()
    const listed = kind === 'posting' ? findListed(value, conversation) : undefined
    return { type: 'hide', what: kind, value: listed ?? value }
  },
  'admin unhide': ({ what = '', value = '' }) => ({ type: 'unhide', what: what.toLowerCase(), value }),
  'admin log': () => ({ type: 'audit-log' }),
}

/**
 * Reads what a command asks for.
 * @example readCommand({ id: 'show', values: { number: '2' } }, conversation) // { type: 'show', postingId: '…' }
 */
export function readCommand({ id, values }: CommandCall, conversation: Conversation | null): Action | Unmet {
  return READERS[id](values, conversation)
}

const ALERT_WORDS = /^(?:\/?jobs )?alerts?(?: |$)/i
const END_WORDS =
  /^(?:please )?(?:stop|unsubscribe|(?:stop|cancel|delete|remove|end|turn off) (?:my|all|the|these|all my|all the) (?:alerts?|notifications?|messages?))[.!]?$/i
const ADMIN_START = /^\/?(?:jobs[ -])?(?=admin )/i

/**
 * Reads what a message in plain words wants: something about alerts, an admin command, another command in short words, or a question.
 * @example readText('alert me of remote go jobs', null) // { type: 'alert-preview', question: 'remote go jobs' }
 */
export function readText(text: string, conversation: Conversation | null): Action | Unmet {
  const words = text.trim().replace(/\s+/g, ' ')
  const command = readAdminWords(words)
  if (command !== null) return readCommand(command, conversation)
  // Which one is to end can be picked from the list.
  if (END_WORDS.test(words)) return { type: 'alert-list', offset: 0 }
  if (!ALERT_WORDS.test(words)) return readAction(text, conversation)
  const wish = words
    .replace(/^\/?jobs /i, '')
    .replace(/^alert me(?: (?:of|to|on|about|for|when there are))?(?= )/i, 'alert')
  return readCommand(readCall(wish), conversation)
}

/** "admin log analyst" asks for a job: commands that are given nothing are only meant by nothing but their names. */
function readAdminWords(words: string): CommandCall | null {
  if (!ADMIN_START.test(words)) return null
  const line = words.replace(ADMIN_START, '')
  const call = readCall(line)
  const isWhole = Object.keys(call.values).length > 0 || line.split(' ').length === 2
  return call.id.startsWith('admin ') && isWhole ? call : null
}

function readWhy({ posting = '', alert }: Values, conversation: Conversation | null): Action {
  const listed = findListed(posting, conversation)
  return { type: 'alert-why', posting: listed ?? posting, ...(alert === undefined ? {} : { alert }) }
}

/** A number means the posting that stands under it in the last list. */
function findListed(text: string, conversation: Conversation | null): string | undefined {
  const [number] = /^#?\d{1,4}$/.exec(text.trim()) ?? []
  return number === undefined ? undefined : conversation?.listedIds[Number(number.replace('#', '')) - 1]
}
