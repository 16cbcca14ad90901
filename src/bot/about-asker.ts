import type { ActionOf } from '../action.ts'
import { MEMBER_MESSAGES } from '../messages/member-messages.ts'
import { type Draft, type Handlers, sayDone, sayProblem, type Turn } from './handler.ts'

/** What the bot keeps in mind: where a member is, and what was asked before. */
export const ABOUT_ASKER_HANDLERS: Handlers<'remember-place' | 'forget-place' | 'start-over'> = {
  'remember-place': { audience: 'member', run: rememberPlace },
  'forget-place': { audience: 'member', run: forgetPlace },
  'start-over': { audience: 'member', run: startOver },
}

async function rememberPlace(
  { deps, request, now }: Turn,
  { place }: ActionOf<'remember-place'>,
): Promise<Draft> {
  if (!request.member) return sayProblem(request, MEMBER_MESSAGES.needsMember)
  await deps.store.people.savePlace(request.member.id, place, now)
  return sayDone(request, MEMBER_MESSAGES.placeKept(place))
}

async function forgetPlace({ deps, request }: Turn): Promise<Draft> {
  if (!request.member) return sayProblem(request, MEMBER_MESSAGES.needsMember)
  await deps.store.people.removePlace(request.member.id)
  return sayDone(request, MEMBER_MESSAGES.placeForgotten)
}

async function startOver({ deps, request }: Turn): Promise<Draft> {
  await deps.store.conversations.remove(request.conversationId)
  return sayDone(request, MEMBER_MESSAGES.startedOver)
}
