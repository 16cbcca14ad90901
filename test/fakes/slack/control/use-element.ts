import { asText, type JsonObject } from '../../discord/json.ts'
import { readState, STATE_FIELDS } from '../blocks.ts'
import type { Core } from '../core.ts'
import { readShownName } from '../payloads/channel.ts'
import { createInteractionPart } from '../payloads/interaction.ts'
import { createMessagePayload } from '../payloads/message.ts'
import type { PlacedElement } from '../validation/read-elements.ts'
import { findView, replaceView } from '../views.ts'
import {
  type ChannelRecord,
  canSee,
  findMessage,
  type MessageRecord,
  requireChannel,
  type SlackView,
  type StateValues,
  type UserRecord,
  type WorkspaceRecord,
  workspaceOf,
} from '../world.ts'
import { createInvocation } from './create-invocation.ts'
import type { FakeInvocation, InvocationRecord } from './fake-invocation.ts'
import { findElement, findOption } from './find-element.ts'
import { type PickedValue, pickValue } from './pick-value.ts'

/** A message by its place. */
export interface MessageAddress {
  readonly channel: string
  readonly ts: string
}

/** Where an element is: in a message or in a form or home tab. */
export type ElementPlace = MessageAddress | Pick<SlackView, 'id'>

interface Surface {
  readonly blocks: unknown
  readonly values: StateValues
  readonly keep: (values: StateValues) => void
  readonly workspace: WorkspaceRecord
  readonly createPart: (values: StateValues, record: InvocationRecord) => JsonObject
}

const IS_BUTTON = (type: string) => type === 'button'
const IS_MENU = (type: string) => type !== 'button'

/** Presses a button. @throws Error when the person does not see it */
export function pressButton(
  core: Core,
  place: ElementPlace,
  wanted: string,
  user: UserRecord,
): FakeInvocation {
  const surface = findSurface(core, place, user)
  const placed = findElement(surface.blocks, wanted, IS_BUTTON)
  const { type, action_id, text, value, style, url } = placed.element
  return dispatch(core, surface, user, placed, {
    type,
    action_id,
    text,
    ...(value === undefined || value === '' ? {} : { value }),
    ...(style === undefined ? {} : { style }),
    ...(url === undefined ? {} : { url }),
  })
}

/** Picks from a menu or fills in an input that tells the app at once. @throws Error when Slack would not let them */
export function pickFromMenu(
  core: Core,
  place: ElementPlace,
  wanted: string,
  user: UserRecord,
  picked: PickedValue,
): FakeInvocation {
  const surface = findSurface(core, place, user)
  const placed = findElement(surface.blocks, wanted, IS_MENU)
  const { element, blockId, isQuiet } = placed
  if (isQuiet) throw new Error(`"${wanted}" tells the app only when the form is sent`)
  const { type, action_id, placeholder } = element
  if (type === 'overflow') {
    const option = findOption(element, String(picked))
    return dispatch(core, surface, user, placed, { type, action_id, selected_option: option })
  }
  const state = pickValue(element, picked)
  const values = { ...surface.values, [blockId]: { ...surface.values[blockId], [asText(action_id)]: state } }
  surface.keep(values)
  const hint = placeholder === undefined ? {} : { placeholder }
  const [, initial] = STATE_FIELDS[asText(type)] ?? []
  const first = initial !== undefined && element[initial] !== undefined ? { [initial]: element[initial] } : {}
  return dispatch(core, { ...surface, values }, user, placed, { action_id, ...state, ...hint, ...first })
}

function dispatch(
  core: Core,
  surface: Surface,
  user: UserRecord,
  { blockId }: PlacedElement,
  action: JsonObject,
): FakeInvocation {
  return createInvocation(core, {
    kind: 'interactive',
    failure: () => 'This app responded with Status Code 500.',
    createPayload: record => ({
      type: 'block_actions',
      ...createInteractionPart(core, surface.workspace, user),
      ...surface.createPart(surface.values, record),
      actions: [{ ...action, block_id: blockId, action_ts: core.ids.nextTs() }],
    }),
  })
}

function findSurface(core: Core, place: ElementPlace, user: UserRecord): Surface {
  return 'ts' in place ? findMessageSurface(core, place, user) : findViewSurface(core, place.id, user)
}

function findMessageSurface(core: Core, place: MessageAddress, user: UserRecord): Surface {
  const { world } = core
  const channel = requireChannel(world, place.channel)
  const record = findMessage(world, place.channel, place.ts)
  if (record === null) throw new Error(`no message ${place.ts}`)
  if (!canSee(channel, user) || (record.visibleTo !== null && record.visibleTo !== user.id))
    throw new Error(`${user.name} does not see the message ${place.ts}`)
  const writer = world.users.get(record.message.user)
  const workspace = workspaceOf(world, writer?.workspaceId ?? channel.workspaceId)
  const key = `${place.channel}:${place.ts}:${user.id}`
  const { blocks } = record.message
  return {
    blocks,
    workspace,
    values: readState(blocks, world.messageStates.get(key)),
    keep: values => void world.messageStates.set(key, values),
    createPart: (values, invocation) =>
      createMessagePart(core, { channel, record, workspace, user, values, invocation }),
  }
}

interface MessageUse {
  readonly channel: ChannelRecord
  readonly record: MessageRecord
  readonly workspace: WorkspaceRecord
  readonly user: UserRecord
  readonly values: StateValues
  readonly invocation: InvocationRecord
}

/** Slack does not hand over the message when only one person sees it (recorded payloads have none). */
function createMessagePart(core: Core, use: MessageUse): JsonObject {
  const { channel, workspace, user, invocation } = use
  const { message, visibleTo } = use.record
  const thread = message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts }
  const place = { workspaceId: workspace.id, channelId: channel.id, userId: user.id }
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: visibleTo !== null,
      ...thread,
    },
    trigger_id: createTrigger(core, workspace, user, channel.id, invocation),
    channel: { id: channel.id, name: readShownName(channel) },
    ...(visibleTo === null ? { message: createMessagePayload(message) } : {}),
    state: { values: use.values },
    response_url: core.responseUrls.create('actions', {
      ...place,
      originTs: message.ts,
      onMessage: one => void invocation.responses.push(one),
    }),
  }
}

function findViewSurface(core: Core, id: string, user: UserRecord): Surface {
  const found = findView(core, id)
  if (found === null || found.userId !== user.id) throw new Error(`${user.name} does not see the view ${id}`)
  const { view } = found
  const workspace = workspaceOf(core.world, view.team_id)
  return {
    blocks: view.blocks,
    workspace,
    values: view.state.values,
    keep: values => void replaceView(core, { ...view, state: { values } }),
    createPart: (values, record) => ({
      container: { type: 'view', view_id: view.id },
      trigger_id: createTrigger(core, workspace, user, null, record),
      view: { ...view, state: { values } },
    }),
  }
}

/** The permission to show a form to somebody who has just done something. */
export function createTrigger(
  core: Core,
  workspace: WorkspaceRecord,
  user: UserRecord,
  channelId: string | null,
  record: InvocationRecord,
): string {
  const place = { userId: user.id, workspaceId: workspace.id, channelId }
  return core.triggers.create({ ...place, onView: view => void record.views.push(view) })
}
