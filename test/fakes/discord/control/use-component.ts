import { type APIMessage, ButtonStyle, ComponentType, InteractionType } from 'discord.js'
import type { Core } from '../core.ts'
import { createInteraction } from '../interactions/create-interaction.ts'
import { findOwners } from '../interactions/installation.ts'
import { asList, asNumber, asObjects, asText, type JsonObject } from '../json.ts'
import { listComponents } from '../validation/check-components.ts'
import { findMessage, requireChannel } from '../world.ts'
import type { FakeInteraction } from './fake-interaction.ts'
import { resolveIds } from './fill-options.ts'
import { watchInteraction } from './watch-interaction.ts'

/** Where a message is. */
export type MessageAddress = Pick<APIMessage, 'id' | 'channel_id'>

/** Presses a button of a message as it is now. @throws Error when the member sees no such button that can be pressed */
export function pressButton(
  core: Core,
  address: MessageAddress,
  customId: string,
  userId: string,
): FakeInteraction {
  const { message, component } = requireControl(core, address, customId, userId)
  const isPressable = component.type === ComponentType.Button && component.style !== ButtonStyle.Link
  if (!isPressable) throw new Error(`${customId} is no button`)
  return use(core, message, userId, {
    custom_id: customId,
    component_type: ComponentType.Button,
    id: component.id,
  })
}

/** Picks values in a menu of a message. @throws Error when the menu does not offer them */
export function pickValues(
  core: Core,
  address: MessageAddress,
  customId: string,
  userId: string,
  values: readonly string[],
): FakeInteraction {
  const { message, component } = requireControl(core, address, customId, userId)
  refuseValues(component, values)
  const kinds = RESOLVED[asNumber(component.type, 0)] ?? []
  const channel = requireChannel(core.world, message.channel_id)
  const resolved = resolveIds(
    core.world,
    channel,
    values.flatMap(id => kinds.map(kind => ({ kind, id }))),
  )
  return use(core, message, userId, {
    custom_id: customId,
    component_type: component.type,
    id: component.id,
    values,
    ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
  })
}

const RESOLVED: Readonly<Record<number, readonly ('users' | 'roles' | 'channels')[]>> = {
  [ComponentType.UserSelect]: ['users'],
  [ComponentType.RoleSelect]: ['roles'],
  [ComponentType.ChannelSelect]: ['channels'],
  [ComponentType.MentionableSelect]: ['users', 'roles'],
}

/** Complains about values that a menu does not offer, or too few or too many of them. */
export function refuseValues(component: JsonObject, values: readonly string[]): void {
  const [min, max] = [asNumber(component.min_values, 1), asNumber(component.max_values, 1)]
  if (values.length < min || values.length > max)
    throw new Error(`${String(component.custom_id)} takes ${min} to ${max} values`)
  if (asList(component.options).length === 0) return
  const offered = asObjects(component.options).map(option => asText(option.value))
  const strange = values.find(value => !offered.includes(value))
  if (strange !== undefined)
    throw new Error(`${String(component.custom_id)} offers ${offered.join(', ')} and not ${strange}`)
}

function requireControl(core: Core, address: MessageAddress, customId: string, userId: string) {
  const record = findMessage(core.world, address.channel_id, address.id)
  if (record === null || (record.visibleTo !== null && record.visibleTo !== userId))
    throw new Error(`the member sees no message ${address.id}`)
  const component = listComponents(record.message.components).find(
    candidate => candidate.custom_id === customId,
  )
  if (component === undefined) throw new Error(`the message has no control ${customId}`)
  if (component.disabled === true) throw new Error(`${customId} is switched off`)
  return { message: record.message, component }
}

/** Controls work for everybody who sees them, by the installation that made the message. */
function use(core: Core, message: APIMessage, userId: string, data: JsonObject): FakeInteraction {
  const channel = requireChannel(core.world, message.channel_id)
  const owners = message.interaction_metadata?.authorizing_integration_owners
  const record = createInteraction(core, {
    type: InteractionType.MessageComponent,
    userId,
    channel,
    data,
    owners: owners ?? findOwners(core.world, channel, userId),
    message,
    commandName: null,
    triggering: null,
  })
  return watchInteraction(core, record)
}
