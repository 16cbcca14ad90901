import type { ActionOf } from '../action.ts'
import { findEntry } from '../catalog/find-entry.ts'
import { MEMBER_MESSAGES } from '../messages/member-messages.ts'
import { MESSAGES } from '../messages.ts'
import { makeSavedReply } from '../reply/saved-reply.ts'
import type { Mark } from '../store/store.ts'
import { answerBeside, type Draft, type Handlers, sayDone, sayProblem, type Turn } from './handler.ts'

/** What a member keeps, and what they do not want to see again. */
export const MARK_HANDLERS: Handlers<'saved' | 'save' | 'unsave' | 'dismiss' | 'undismiss'> = {
  saved: { audience: 'member', run: listSaved },
  save: { audience: 'member', run: (turn, action) => mark(turn, action, 'saved') },
  unsave: { audience: 'member', run: (turn, action) => unmark(turn, action, 'saved') },
  dismiss: { audience: 'member', run: (turn, action) => mark(turn, action, 'dismissed') },
  undismiss: { audience: 'member', run: (turn, action) => unmark(turn, action, 'dismissed') },
}

const DONE = {
  saved: { marked: MEMBER_MESSAGES.saved, unmarked: MEMBER_MESSAGES.unsaved, undo: 'unsave' },
  dismissed: { marked: MEMBER_MESSAGES.dismissed, unmarked: MEMBER_MESSAGES.undismissed, undo: 'undismiss' },
} as const

async function mark(
  { deps, request, now, catalog }: Turn,
  { postingId }: ActionOf<'save' | 'dismiss'>,
  kind: Mark,
): Promise<Draft> {
  const posting = findEntry(catalog, postingId)?.posting
  if (!request.member) return sayProblem(request, MEMBER_MESSAGES.needsMember)
  if (!posting) return sayProblem(request, MESSAGES.gone)
  const { id, title, company, url } = posting
  await deps.store.marks.save(request.member.id, kind, { postingId: id, title, company, url }, now)
  const undo = {
    label: MEMBER_MESSAGES.undo,
    words: '',
    action: { type: DONE[kind].undo, postingId },
  } as const
  const { blocks, ...rest } = sayDone(request, DONE[kind].marked(title))
  return { ...rest, blocks: [...blocks, { type: 'buttons', buttons: [undo] }] }
}

async function unmark(
  { deps, request }: Turn,
  { postingId }: ActionOf<'unsave' | 'undismiss'>,
  kind: Mark,
): Promise<Draft> {
  if (!request.member) return sayProblem(request, MEMBER_MESSAGES.needsMember)
  await deps.store.marks.remove(request.member.id, kind, postingId)
  return sayDone(request, DONE[kind].unmarked)
}

/** A list of one's own is nobody else's business, wherever it is asked for. */
async function listSaved(
  { deps, request, now, catalog }: Turn,
  { offset }: ActionOf<'saved'>,
): Promise<Draft> {
  if (!request.member) return sayProblem(request, MEMBER_MESSAGES.needsMember)
  const marked = await deps.store.marks.list(request.member.id, 'saved')
  const page = { offset, size: request.pageSize }
  const isPaging = request.content.type === 'press' && request.surface?.viewers === 'asker'
  return {
    ...(isPaging
      ? { isReplacement: true as const }
      : { ...answerBeside(request), viewers: 'asker' as const }),
    blocks: makeSavedReply(marked, { catalog, page, now, isRich: request.surface?.isRich ?? false }),
  }
}
