import { asObjects, isObject, type JsonObject } from '../discord/json.ts'
import type { Ids } from './ids.ts'
import { listElements } from './validation/read-elements.ts'
import type { StateValues } from './world.ts'

/** The blocks with what Slack adds: identifiers of blocks and elements that have none. */
export function finishBlocks(ids: Ids, blocks: unknown): readonly JsonObject[] {
  return asObjects(blocks).map(block => ({
    ...block,
    block_id: block.block_id ?? ids.next('b'),
    ...finishInside(ids, block),
  }))
}

function finishInside(ids: Ids, block: JsonObject): JsonObject {
  const { type, accessory, element, elements, actions, child_blocks: children } = block
  return {
    ...(isObject(accessory) ? { accessory: finishElement(ids, accessory) } : {}),
    ...(isObject(element) ? { element: finishElement(ids, element) } : {}),
    ...(type === 'actions' ? { elements: asObjects(elements).map(one => finishElement(ids, one)) } : {}),
    ...(type === 'card' && actions !== undefined
      ? { actions: asObjects(actions).map(one => finishElement(ids, one)) }
      : {}),
    ...(type === 'carousel' ? { elements: finishBlocks(ids, elements) } : {}),
    ...(type === 'container' ? { child_blocks: finishBlocks(ids, children) } : {}),
  }
}

function finishElement(ids: Ids, element: JsonObject): JsonObject {
  return element.type === 'image' ? element : { ...element, action_id: element.action_id ?? ids.next('a') }
}

/** How elements say what is picked: the field of the state, and the field that it starts from. */
export const STATE_FIELDS: Readonly<Record<string, readonly [state: string, initial: string]>> = {
  plain_text_input: ['value', 'initial_value'],
  email_text_input: ['value', 'initial_value'],
  url_text_input: ['value', 'initial_value'],
  number_input: ['value', 'initial_value'],
  rich_text_input: ['rich_text_value', 'initial_value'],
  datepicker: ['selected_date', 'initial_date'],
  timepicker: ['selected_time', 'initial_time'],
  datetimepicker: ['selected_date_time', 'initial_date_time'],
  static_select: ['selected_option', 'initial_option'],
  external_select: ['selected_option', 'initial_option'],
  radio_buttons: ['selected_option', 'initial_option'],
  users_select: ['selected_user', 'initial_user'],
  conversations_select: ['selected_conversation', 'initial_conversation'],
  channels_select: ['selected_channel', 'initial_channel'],
  checkboxes: ['selected_options', 'initial_options'],
  multi_static_select: ['selected_options', 'initial_options'],
  multi_external_select: ['selected_options', 'initial_options'],
  multi_users_select: ['selected_users', 'initial_users'],
  multi_conversations_select: ['selected_conversations', 'initial_conversations'],
  multi_channels_select: ['selected_channels', 'initial_channels'],
}

/**
 * What blocks hold before anybody touches them, with what was filled in before kept where block and element are still
 * the same ones, as Slack does on an update.
 * @param currentConversation what `default_to_current_conversation` picks
 */
export function readState(
  blocks: unknown,
  earlier: StateValues = {},
  currentConversation: string | null = null,
): StateValues {
  const values: Record<string, Record<string, JsonObject>> = {}
  for (const { element, blockId } of listElements(blocks)) {
    const fields = STATE_FIELDS[String(element.type)]
    if (fields === undefined) continue
    const actionId = String(element.action_id)
    const block = values[blockId] ?? {}
    block[actionId] = earlier[blockId]?.[actionId] ?? readInitial(element, fields, currentConversation)
    values[blockId] = block
  }
  return values
}

function readInitial(
  element: JsonObject,
  [stateField, initialField]: readonly [string, string],
  currentConversation: string | null,
): JsonObject {
  const { type } = element
  const isMany = String(type).startsWith('multi_') || type === 'checkboxes'
  const current = element.default_to_current_conversation === true ? currentConversation : null
  return { type, [stateField]: element[initialField] ?? current ?? (isMany ? [] : null) }
}
