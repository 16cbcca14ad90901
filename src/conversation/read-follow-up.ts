import type { Catalog } from '../catalog/catalog.ts'
import { CONDITION_KINDS } from '../query/conditions/index.ts'
import { describeQuery } from '../query/describe-query.ts'
import { readNumberInList } from '../query/detail/read-number-in-list.ts'
import type { Condition, Query } from '../query/query.ts'
import { type ReadOptions, readQuery } from '../query/read-query.ts'
import { tokenize } from '../query/tokenize.ts'
import type { Conversation } from './conversation.ts'
import { readForm, type WrittenFollowUp } from './follow-up-forms.ts'
import { mergeQueries } from './merge-queries.ts'

/** What a message is in its conversation. */
export type FollowUp =
  /** Starts anew; the question before means nothing to it. */
  | { readonly type: 'fresh' }
  /** Goes on: the question that both make, runnable by itself, and what the receipt says of it. */
  | { readonly type: 'merged'; readonly question: string; readonly note: string }
  /** Names a posting of the last list: "the second one". */
  | { readonly type: 'show'; readonly postingId: string }
  /** "the second one" where the list has none. */
  | { readonly type: 'no-such-number' }
  /** "start over": forgets the question before. */
  | { readonly type: 'start-over' }

/** How long a conversation goes on, in milliseconds. */
export const FOLLOW_UP_MS = 30 * 60_000

const FRESH: FollowUp = { type: 'fresh' }
const START_OVER =
  /^(?:start over|start again|start fresh|reset|new search|new question|clear|from scratch|begin again|forget (?:it|that|all|everything))$/

/**
 * Reads a message as a follow-up of the question before; only forms that can be nothing else continue.
 * @param savedAt when the conversation was saved; null where there is none
 * @example readFollowUp('only the senior ones', conversation, savedAt, options) // merged: "senior, remote, Go"
 */
export function readFollowUp(
  text: string,
  conversation: Conversation | null,
  savedAt: Date | null,
  options: ReadOptions,
): FollowUp {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/[\s?!.]+$/, '')
  if (START_OVER.test(words)) return { type: 'start-over' }
  if (!conversation || !savedAt || !isCurrent(savedAt, options.now)) return FRESH
  const number = readOnlyNumber(words)
  if (number !== null) return showNumber(conversation, number)
  const form = readForm(text)
  if (!form || isAboutShown(text, conversation, options)) return FRESH
  return continueQuestion(conversation, form, options)
}

/** "and equity?" after the details of a posting is about that posting. */
function isAboutShown(text: string, { lastShownId }: Conversation, options: ReadOptions): boolean {
  return lastShownId !== undefined && readQuery(text, options).detail?.isImplied === true
}

/** Whether a conversation of this time is still going on. */
export function isCurrent(savedAt: Date, now: Date): boolean {
  const age = now.getTime() - savedAt.getTime()
  return age >= 0 && age <= FOLLOW_UP_MS
}

const SHOWING =
  /^(?:(?:ok |and )?(?:show|open|tell)(?: me)?(?: more)?(?: about| details (?:of|on))?|details (?:of|on)|more (?:about|on)) /

/** "the second one", "show me the last one": a place in the list and no question about it. */
function readOnlyNumber(words: string): number | 'last' | null {
  const tokens = tokenize(words.replace(SHOWING, ''))
  const found = readNumberInList(tokens)
  return found && found.at.size === tokens.length ? found.number : null
}

function showNumber({ listedIds }: Conversation, number: number | 'last'): FollowUp {
  const postingId = listedIds.at(number === 'last' ? -1 : number - 1)
  return postingId === undefined ? { type: 'no-such-number' } : { type: 'show', postingId }
}

function continueQuestion({ question }: Conversation, form: WrittenFollowUp, options: ReadOptions): FollowUp {
  const before = readQuery(question, options)
  if (before.kind === 'help' || before.kind === 'detail' || before.kind === 'clarify') return FRESH
  const read = readQuery(form.rest, options)
  if (read.detail && !read.detail.isImplied) return FRESH
  const added = form.way === 'drop' ? nameDropped(read, before, form.rest) : read
  if (form.isBare && form.way === 'narrow' && !isBound(added)) return FRESH
  const counted: Query = form.isCount ? { ...added, kind: 'count' } : added
  const merged = mergeQueries(before, counted, form.way)
  return merged ? finish(merged, question, options.catalog) : FRESH
}

/** "over 220k", "not in Berlin": bounds and exclusions, and nothing that one could begin with. */
function isBound({ conditions, unread }: Query): boolean {
  const isAlone = ({ id, isExcluded }: Condition) =>
    isExcluded || id === 'pay' || id === 'experience' || id === 'workplace'
  return conditions.length > 0 && unread.length === 0 && conditions.every(isAlone)
}

/** "drop the salary": a condition named by its kind. */
function nameDropped(read: Query, before: Query, rest: string): Query {
  const name = rest.replace(/^the |(?: conditions?| filters?| part| limit| requirement)$/g, '')
  const kind = CONDITION_KINDS.find(({ fields, title }) => title === name || fields.includes(name))
  const meant = kind ? before.conditions.filter(({ id }) => id === kind.id) : []
  return meant.length > 0 ? { ...read, conditions: meant, unread: [] } : read
}

function finish(merged: Query, question: string, catalog: Catalog): FollowUp {
  const unread = merged.unread.map(({ text }) => text)
  const text = [describeQuery(merged, catalog), ...unread].join(', ')
  return { type: 'merged', question: text, note: `continuing “${question}”` }
}
