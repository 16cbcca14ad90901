import type { JsonObject } from '../../../discord/json.ts'
import type { Core } from '../../core.ts'
import { refuseArguments, SlackError } from '../../slack-error.ts'
import type { TriggerRecord } from '../../triggers.ts'
import { findView, openView, publishHome, pushView, requireView, updateView } from '../../views.ts'
import type { SlackView } from '../../world.ts'
import { readText, readUser, type WebCall, type WebMethod } from '../call.ts'

/** The methods about forms and home tabs. */
export const VIEW_METHODS: Readonly<Record<string, WebMethod>> = {
  'views.open': {
    token: 'bot',
    scope: null,
    perMinute: 100,
    args: ['view', 'trigger_id', 'interactivity_pointer'],
    answer: call =>
      showWithTrigger(call, ({ userId, channelId }, body) =>
        openView(call.core, call.workspace, userId, body, channelId),
      ),
  },
  'views.push': {
    token: 'bot',
    scope: null,
    perMinute: 100,
    args: ['view', 'trigger_id', 'interactivity_pointer'],
    answer: call =>
      showWithTrigger(call, ({ userId }, body) => pushView(call.core, call.workspace, userId, body)),
  },
  'views.update': {
    token: 'bot',
    scope: null,
    perMinute: 100,
    args: ['view', 'view_id', 'external_id', 'hash'],
    answer: call => {
      const old = findTarget(call)
      const body = requireView(call.args.view, old.type)
      requireHash(call, old)
      requireUnusedExternalId(call.core, body.external_id, old.id)
      return { view: updateView(call.core, call.workspace, old, body) }
    },
  },
  'views.publish': {
    token: 'bot',
    scope: null,
    perMinute: 100,
    args: ['view', 'user_id', 'hash'],
    answer: call => {
      const user = readUser(call, 'user_id')
      const body = requireView(call.args.view, 'home')
      const old = call.core.world.homes.get(user.id)
      if (old !== undefined) requireHash(call, old)
      return { view: publishHome(call.core, call.workspace, user.id, body) }
    },
  },
}

function showWithTrigger(
  call: WebCall,
  show: (trigger: TriggerRecord, body: JsonObject) => SlackView,
): JsonObject {
  const { core, workspace } = call
  const id = readText(call, 'trigger_id')
  if (id === '') throw refuseArguments('invalid_arguments', ['[ERROR] missing required field: trigger_id'])
  const body = requireView(call.args.view, 'modal')
  requireUnusedExternalId(core, body.external_id, null)
  const trigger = core.triggers.exchange(id, workspace.id)
  const view = show(trigger, body)
  trigger.onView(view)
  core.changes.notify()
  return { view }
}

function findTarget(call: WebCall): SlackView {
  const [id, externalId] = [readText(call, 'view_id'), readText(call, 'external_id')]
  const open = [...call.core.world.modals.values()].flat()
  const found =
    id === ''
      ? open.find(one => externalId !== '' && one.external_id === externalId)
      : findView(call.core, id)?.view
  if (found === undefined) throw new SlackError('not_found')
  return found
}

function requireHash(call: WebCall, view: SlackView): void {
  const hash = readText(call, 'hash')
  if (hash !== '' && hash !== view.hash) throw new SlackError('hash_conflict')
}

function requireUnusedExternalId({ world }: Core, externalId: unknown, ownId: string | null): void {
  if (typeof externalId !== 'string' || externalId === '') return
  const open = [...world.modals.values()].flat()
  if (open.some(view => view.external_id === externalId && view.id !== ownId))
    throw new SlackError('duplicate_external_id')
}
