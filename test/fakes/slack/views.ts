import { asText, isObject, type JsonObject } from '../discord/json.ts'
import { finishBlocks, readState } from './blocks.ts'
import type { Core } from './core.ts'
import { SLACK_LIMITS } from './limits.ts'
import { refuseArguments, SlackError } from './slack-error.ts'
import { checkView } from './validation/check-view.ts'
import type { SlackView, WorkspaceRecord } from './world.ts'

/** Where a view stands among others. */
interface ViewPlace {
  readonly id: string
  readonly rootId: string
  readonly previousId: string | null
}

/**
 * Refuses a view that Slack would refuse.
 * @throws {SlackError} invalid_arguments with Slack's list, view_too_large
 */
export function requireView(value: unknown, type: 'modal' | 'home'): JsonObject {
  if (!isObject(value)) throw refuseArguments('invalid_arguments', ['[ERROR] missing required field: view'])
  if (JSON.stringify(value).length > SLACK_LIMITS.view.bytes) throw new SlackError('view_too_large')
  const messages = checkView(value, type)
  if (messages.length > 0) throw refuseArguments('invalid_arguments', messages)
  return value
}

/** Opens a form above nothing. */
export function openView(
  core: Core,
  workspace: WorkspaceRecord,
  userId: string,
  body: JsonObject,
  currentConversation: string | null = null,
): SlackView {
  const id = core.ids.next('V')
  const view = createView(
    core,
    workspace,
    body,
    { id, rootId: id, previousId: null },
    {},
    currentConversation,
  )
  setStack(core, userId, [view])
  return view
}

/**
 * Puts a form on top of the others.
 * @throws {SlackError} push_limit_reached
 */
export function pushView(
  core: Core,
  workspace: WorkspaceRecord,
  userId: string,
  body: JsonObject,
): SlackView {
  const stack = core.world.modals.get(userId) ?? []
  const top = stack.at(-1)
  if (top === undefined) throw new SlackError('not_found')
  if (stack.length >= SLACK_LIMITS.view.depth) throw new SlackError('push_limit_reached')
  const place = { id: core.ids.next('V'), rootId: top.root_view_id, previousId: top.id }
  const view = createView(core, workspace, body, place)
  setStack(core, userId, [...stack, view])
  return view
}

/** Replaces a form; what was filled in stays where block and element are the same. */
export function updateView(
  core: Core,
  workspace: WorkspaceRecord,
  old: SlackView,
  body: JsonObject,
): SlackView {
  const place = { id: old.id, rootId: old.root_view_id, previousId: old.previous_view_id }
  return replaceView(core, createView(core, workspace, body, place, old.state.values))
}

/** Puts in a changed view for the one of the same id. */
export function replaceView(core: Core, view: SlackView): SlackView {
  for (const [userId, stack] of core.world.modals)
    if (stack.some(({ id }) => id === view.id))
      setStack(
        core,
        userId,
        stack.map(one => (one.id === view.id ? view : one)),
      )
  for (const [userId, home] of core.world.homes) if (home.id === view.id) core.world.homes.set(userId, view)
  core.changes.notify()
  return view
}

/** Shows a home tab. */
export function publishHome(
  core: Core,
  workspace: WorkspaceRecord,
  userId: string,
  body: JsonObject,
): SlackView {
  const id = core.world.homes.get(userId)?.id ?? core.ids.next('V')
  const view = createView(core, workspace, body, { id, rootId: id, previousId: null })
  core.world.homes.set(userId, view)
  core.changes.notify()
  return view
}

/** Sets the open forms of somebody. */
export function setStack(core: Core, userId: string, stack: readonly SlackView[]): void {
  core.world.modals.set(userId, stack)
  core.changes.notify()
}

/** An open form or home tab with whom it is shown to; null when it is closed. */
export function findView(
  core: Core,
  id: string,
): { readonly view: SlackView; readonly userId: string } | null {
  const { modals, homes } = core.world
  for (const [userId, stack] of modals) {
    const view = stack.find(one => one.id === id)
    if (view !== undefined) return { view, userId }
  }
  for (const [userId, view] of homes) if (view.id === id) return { view, userId }
  return null
}

function createView(
  core: Core,
  workspace: WorkspaceRecord,
  body: JsonObject,
  place: ViewPlace,
  filledIn: SlackView['state']['values'] = {},
  currentConversation: string | null = null,
): SlackView {
  const blocks = finishBlocks(core.ids, body.blocks)
  return {
    id: place.id,
    team_id: workspace.id,
    app_id: core.world.app.id,
    bot_id: workspace.botId,
    type: body.type === 'home' ? 'home' : 'modal',
    title: isObject(body.title) ? body.title : { type: 'plain_text', text: 'View Title', emoji: true },
    submit: isObject(body.submit) ? body.submit : null,
    close: isObject(body.close) ? body.close : null,
    blocks,
    state: { values: readState(blocks, filledIn, currentConversation) },
    callback_id: asText(body.callback_id),
    private_metadata: asText(body.private_metadata),
    external_id: asText(body.external_id),
    hash: `${Math.floor(core.timeline.now() / 1000)}.${core.ids.nextSecret()}`,
    root_view_id: place.rootId,
    previous_view_id: place.previousId,
    clear_on_close: body.clear_on_close === true,
    notify_on_close: body.notify_on_close === true,
  }
}
