import { DiscordError } from '../../discord-error.ts'
import { answerInteraction } from '../../interactions/answer-interaction.ts'
import {
  deleteAnswer,
  editAnswer,
  followUp,
  requireAnswer,
  requireFollowable,
} from '../../interactions/follow-up.ts'
import type { InteractionRecord } from '../../interactions/interaction-record.ts'
import { answerNothing, answerOk, type RestAnswer, type RestCall, type RestRoute } from '../call.ts'

const HOOK = '/webhooks/{webhook_id}/{webhook_token}'
const ORIGINAL = `${HOOK}/messages/@original`
const ONE = `${HOOK}/messages/{message_id}`

/** Answers to interactions: these routes need no bot token, the path carries one. */
export const INTERACTION_ROUTES: readonly RestRoute[] = [
  {
    method: 'POST',
    template: '/interactions/{interaction_id}/{interaction_token}/callback',
    open: true,
    answer,
  },
  {
    method: 'POST',
    template: HOOK,
    open: true,
    answer: call => answerOk(followUp(call.core, openHook(call), call.body, call.files)),
  },
  ...[ORIGINAL, ONE].flatMap(template => [
    { method: 'GET', template, open: true, answer: show },
    { method: 'PATCH', template, open: true, answer: edit },
    { method: 'DELETE', template, open: true, answer: remove },
  ]),
]

function answer(call: RestCall): RestAnswer {
  const { core, params } = call
  const record = core.world.interactions.get(params.interaction_id ?? '')
  if (record === undefined || record.token !== params.interaction_token) throw new DiscordError(10062)
  const payload = answerInteraction(core, record, call.body, call.files)
  return call.query.get('with_response') === 'true' ? answerOk(payload) : answerNothing()
}

function show(call: RestCall): RestAnswer {
  return answerOk(requireAnswer(call.core, openHook(call), findMessageId(call)).message)
}

function edit(call: RestCall): RestAnswer {
  return answerOk(editAnswer(call.core, openHook(call), findMessageId(call), call.body, call.files))
}

function remove(call: RestCall): RestAnswer {
  deleteAnswer(call.core, openHook(call), findMessageId(call))
  return answerNothing()
}

function openHook({ core, params }: RestCall): InteractionRecord {
  if (params.webhook_id !== core.world.application.id) throw new DiscordError(10015)
  return requireFollowable(core, params.webhook_token)
}

function findMessageId({ params }: RestCall): string {
  return params.message_id ?? '@original'
}
