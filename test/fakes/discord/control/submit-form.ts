import { ComponentType, InteractionResponseType, InteractionType } from 'discord.js'
import type { Core } from '../core.ts'
import { createInteraction } from '../interactions/create-interaction.ts'
import type { InteractionRecord } from '../interactions/interaction-record.ts'
import { createMetadata } from '../interactions/response-message.ts'
import { asList, asNumber, asObjects, asText, isGiven, isObject, type JsonObject } from '../json.ts'
import { type ChannelRecord, findMessage, requireChannel } from '../world.ts'
import type { FakeInteraction } from './fake-interaction.ts'
import { resolveIds } from './fill-options.ts'
import { refuseValues } from './use-component.ts'
import { watchInteraction } from './watch-interaction.ts'

/** What a member puts into a field: a text, picked values, or a tick. */
export type FieldValue = string | readonly string[] | boolean

/**
 * Sends the form that an interaction opened; fields left out keep what they were filled with.
 * @throws Error when no form is open or Discord's client would not send it
 */
export function submitForm(
  core: Core,
  opened: FakeInteraction,
  values: Readonly<Record<string, FieldValue>>,
): FakeInteraction {
  const opener = core.world.interactions.get(opened.id)
  const form = opener?.answer.callback
  if (opener === undefined || form?.type !== InteractionResponseType.Modal) throw new Error('no form is open')
  const rows = asObjects(form.data.components)
  refuseUnknown(rows, values)
  const channel = requireChannel(core.world, opener.channelId)
  const record = createInteraction(core, {
    type: InteractionType.ModalSubmit,
    userId: opener.userId,
    channel,
    data: {
      custom_id: form.data.custom_id,
      components: numberRows(rows.map(row => fillRow(row, values))),
      ...resolveChannels(core, channel, rows, values),
    },
    owners: opener.payload.authorizing_integration_owners,
    message: findSource(core, opener),
    commandName: null,
    triggering: createMetadata(core, opener),
  })
  return watchInteraction(core, record)
}

function findSource(core: Core, opener: InteractionRecord) {
  return findMessage(core.world, opener.channelId, opener.sourceMessageId)?.message ?? null
}

function refuseUnknown(rows: readonly JsonObject[], values: Readonly<Record<string, FieldValue>>): void {
  const fields = rows.flatMap(listFields).map(field => field.custom_id)
  const unknown = Object.keys(values).find(name => !fields.includes(name))
  if (unknown !== undefined) throw new Error(`the form has no field ${unknown}`)
}

function listFields(row: JsonObject): readonly JsonObject[] {
  return isObject(row.component) ? [row.component] : asObjects(row.components)
}

function fillRow(row: JsonObject, values: Readonly<Record<string, FieldValue>>): JsonObject {
  const { type, id } = row
  if (type === ComponentType.Label && isObject(row.component))
    return { type, id, component: fillField(row.component, values) }
  if (type === ComponentType.ActionRow)
    return { type, id, components: asObjects(row.components).map(field => fillField(field, values)) }
  return { type, id }
}

type Fill = (field: JsonObject, given: FieldValue | undefined) => JsonObject

const FILLERS: Readonly<Record<number, Fill>> = {
  [ComponentType.TextInput]: (field, given) => ({ value: checkTyped(field, asText(given ?? field.value)) }),
  [ComponentType.Checkbox]: (field, given) => ({ value: given ?? field.default === true }),
  [ComponentType.RadioGroup]: (field, given) => ({
    value: asText(given) || (findDefaults(field)[0] ?? null),
  }),
}

function fillField(field: JsonObject, values: Readonly<Record<string, FieldValue>>): JsonObject {
  const given = values[asText(field.custom_id)]
  const fill = FILLERS[asNumber(field.type, 0)] ?? fillPicked
  return { type: field.type, id: field.id, custom_id: field.custom_id, ...fill(field, given) }
}

function fillPicked(field: JsonObject, given: FieldValue | undefined): JsonObject {
  const picked = Array.isArray(given)
    ? given.map(asText)
    : typeof given === 'string'
      ? [given]
      : findDefaults(field)
  const isRequired = field.required !== false
  if (isRequired || picked.length > 0) refuseValues(field, picked)
  return { values: picked }
}

function findDefaults(field: JsonObject): readonly string[] {
  const options = asObjects(field.options).filter(option => option.default === true)
  const others = asObjects(field.default_values).map(({ id }) => asText(id))
  return [...options.map(option => asText(option.value)), ...others]
}

/** What the picked channels are, as the form that is sent says it. */
function resolveChannels(
  core: Core,
  channel: ChannelRecord,
  rows: readonly JsonObject[],
  values: Readonly<Record<string, FieldValue>>,
): JsonObject {
  const wanted = rows
    .flatMap(listFields)
    .filter(field => field.type === ComponentType.ChannelSelect)
    .flatMap(field => asList(fillField(field, values).values))
    .map(id => ({ kind: 'channels', id: asText(id) }) as const)
  return wanted.length === 0 ? {} : { resolved: resolveIds(core.world, channel, wanted) }
}

/** Fields are required unless the form says otherwise. */
function checkTyped(field: JsonObject, text: string): string {
  const [min, max] = [asNumber(field.min_length, 0), asNumber(field.max_length, 4000)]
  const isEmptyAllowed = field.required === false && text === ''
  if (isEmptyAllowed) return text
  const least = Math.max(min, field.required === false ? 0 : 1)
  if (text.length < least || text.length > max)
    throw new Error(`${String(field.custom_id)} takes ${least} to ${max} characters`)
  return text
}

/** Discord numbers the parts of a form that came without an id. */
function numberRows(rows: readonly JsonObject[]): readonly JsonObject[] {
  let last = 0
  const number = (part: JsonObject): JsonObject => {
    last += 1
    const id = isGiven(part.id) ? part.id : last
    const below = isObject(part.component) ? { component: number(part.component) } : {}
    const inside = Array.isArray(part.components)
      ? { components: asObjects(part.components).map(number) }
      : {}
    return { ...part, id, ...below, ...inside }
  }
  return rows.map(number)
}
