import { asObjects, asText, isObject, type JsonObject } from '../../discord/json.ts'
import { STATE_FIELDS } from '../blocks.ts'
import type { Core } from '../core.ts'
import { createInteractionPart } from '../payloads/interaction.ts'
import { SlackError } from '../slack-error.ts'
import { listBlocks, listElements } from '../validation/read-elements.ts'
import { findView, pushView, replaceView, requireView, setStack, updateView } from '../views.ts'
import { requireUser, type SlackView, type UserRecord, type WorkspaceRecord, workspaceOf } from '../world.ts'
import { createInvocation } from './create-invocation.ts'
import type { FakeInvocation, InvocationRecord } from './fake-invocation.ts'
import { findElement } from './find-element.ts'
import { type PickedValue, pickValue } from './pick-value.ts'
import { createTrigger } from './use-element.ts'

/** What somebody fills into a form, by label, `action_id` or `block_id`. */
export type FormValues = Readonly<Record<string, PickedValue>>

/**
 * Fills in a form without sending it.
 * @throws Error for a field that is not there or that Slack would not take
 */
export function fillForm(core: Core, view: Pick<SlackView, 'id'>, filled: FormValues): SlackView {
  const { view: current } = requireOpen(core, view)
  const values: Record<string, Record<string, JsonObject>> = structuredClone(current.state.values) as never
  for (const [wanted, picked] of Object.entries(filled)) {
    const { element, blockId } = findElement(current.blocks, wanted, type => STATE_FIELDS[type] !== undefined)
    values[blockId] = { ...values[blockId], [asText(element.action_id)]: pickValue(element, picked) }
  }
  return replaceView(core, { ...current, state: { values } })
}

/** Sends the form that is on top. @throws Error when a field that is needed is empty, as Slack's client says */
export function submitForm(core: Core, view: Pick<SlackView, 'id'>, filled: FormValues): FakeInvocation {
  const current = fillForm(core, view, filled)
  const { userId } = requireOpen(core, view)
  requireTop(core, userId, current)
  requireFilled(current)
  const [user, workspace] = [requireUser(core.world, userId), workspaceOf(core.world, current.team_id)]
  return createInvocation(core, {
    kind: 'interactive',
    failure: () => 'We had some trouble connecting. Try again?',
    createPayload: record => ({
      type: 'view_submission',
      ...createInteractionPart(core, workspace, user),
      trigger_id: createTrigger(core, workspace, user, null, record),
      view: current,
      response_urls: createResponseUrls(core, workspace, user, current, record),
    }),
    onAck: (body, record) => answerForm(core, workspace, userId, current, body, record),
  })
}

/** Closes the form that is on top; null when the app does not want to know. */
export function closeForm(core: Core, view: Pick<SlackView, 'id'>): FakeInvocation | null {
  const { view: current, userId } = requireOpen(core, view)
  requireTop(core, userId, current)
  const stack = core.world.modals.get(userId) ?? []
  setStack(core, userId, current.clear_on_close ? [] : stack.slice(0, -1))
  if (!current.notify_on_close) return null
  const [user, workspace] = [requireUser(core.world, userId), workspaceOf(core.world, current.team_id)]
  return createInvocation(core, {
    kind: 'interactive',
    failure: () => '',
    createPayload: () => ({
      type: 'view_closed',
      ...createInteractionPart(core, workspace, user),
      view: current,
      is_cleared: current.clear_on_close,
    }),
  })
}

function requireOpen(core: Core, view: Pick<SlackView, 'id'>) {
  const found = findView(core, view.id)
  if (found === null || found.view.type !== 'modal') throw new Error(`the form ${view.id} is not open`)
  return found
}

function requireTop(core: Core, userId: string, view: SlackView): void {
  if (core.world.modals.get(userId)?.at(-1)?.id !== view.id)
    throw new Error(`the form ${view.id} is below another one`)
}

function requireFilled(view: SlackView): void {
  for (const block of listBlocks(view.blocks)) {
    if (block.type !== 'input' || block.optional === true || !isObject(block.element)) continue
    const state = view.state.values[asText(block.block_id)]?.[asText(block.element.action_id)]
    const [field] = STATE_FIELDS[asText(block.element.type)] ?? []
    const value = field === undefined ? null : state?.[field]
    const isEmpty = value === null || value === undefined || value === '' || asEmptyList(value)
    if (isEmpty) throw new Error(`needed and empty: ${isObject(block.label) ? asText(block.label.text) : ''}`)
  }
}

function asEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

/** Menus of conversations can ask for an address to answer to. */
function createResponseUrls(
  core: Core,
  workspace: WorkspaceRecord,
  user: UserRecord,
  view: SlackView,
  record: InvocationRecord,
): readonly JsonObject[] {
  const enabled = listElements(view.blocks).filter(({ element }) => element.response_url_enabled === true)
  return enabled.flatMap(({ element, blockId }) => {
    const actionId = asText(element.action_id)
    const state = view.state.values[blockId]?.[actionId]
    const channelId = asText(state?.selected_conversation ?? state?.selected_channel)
    if (channelId === '') return []
    const place = { workspaceId: workspace.id, channelId, userId: user.id, originTs: null }
    const onMessage = (message: InvocationRecord['responses'][number]) => void record.responses.push(message)
    const responseUrl = core.responseUrls.create('actions', { ...place, onMessage })
    return [{ block_id: blockId, action_id: actionId, channel_id: channelId, response_url: responseUrl }]
  })
}

const ACTIONS: readonly unknown[] = ['errors', 'update', 'push', 'clear']

/** Does what the answer to a form says; without an answer the form closes. */
function answerForm(
  core: Core,
  workspace: WorkspaceRecord,
  userId: string,
  view: SlackView,
  body: unknown,
  record: InvocationRecord,
): void {
  const answer = isObject(body) ? body : {}
  const action = answer.response_action
  if (body !== null && body !== '' && !ACTIONS.includes(action))
    throw new SlackError('invalid_response_action')
  if (action === 'errors') record.errors = readErrors(view, answer.errors)
  else if (action === 'update')
    record.views.push(updateView(core, workspace, view, requireView(answer.view, 'modal')))
  else if (action === 'push')
    record.views.push(pushView(core, workspace, userId, requireView(answer.view, 'modal')))
  else if (action === 'clear') setStack(core, userId, [])
  else closeSent(core, userId, view)
}

function closeSent(core: Core, userId: string, view: SlackView): void {
  const stack = core.world.modals.get(userId) ?? []
  setStack(
    core,
    userId,
    stack.filter(({ id }) => id !== view.id),
  )
}

function readErrors(view: SlackView, errors: unknown): Readonly<Record<string, string>> {
  const inputs = asObjects(listBlocks(view.blocks)).filter(({ type }) => type === 'input')
  const known = new Set(inputs.map(block => asText(block.block_id)))
  if (!isObject(errors) || Object.keys(errors).length === 0) throw new SlackError('errors_missing')
  for (const [blockId, problem] of Object.entries(errors))
    if (!known.has(blockId) || typeof problem !== 'string')
      throw new SlackError(`errors name no input block: ${blockId}`)
  return errors as Readonly<Record<string, string>>
}
