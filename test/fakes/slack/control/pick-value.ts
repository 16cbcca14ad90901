import type { JsonObject } from '../../discord/json.ts'
import { STATE_FIELDS } from '../blocks.ts'
import { findOption } from './find-element.ts'

/** What somebody fills in: a text, or several for menus that take them; null empties it. */
export type PickedValue = string | readonly string[] | null

const BY_OPTION: readonly string[] = ['selected_option', 'selected_options']

/**
 * The state of an element after somebody has filled it in, as Slack's client lets them.
 * @throws Error when it would not: unknown option, too long, too many
 */
export function pickValue(element: JsonObject, picked: PickedValue): JsonObject {
  const type = String(element.type)
  const [field] = STATE_FIELDS[type] ?? []
  if (field === undefined) throw new Error(`nothing can be filled in: ${type}`)
  if (picked === null) return { type, [field]: field.endsWith('s') && field !== 'value' ? [] : null }
  const values = typeof picked === 'string' ? [picked] : picked
  const chosen = BY_OPTION.includes(field)
    ? values.map(value => shorten(findOption(element, value)))
    : values.map(value => checkText(element, value))
  const isMany = field.endsWith('s')
  if (!isMany && chosen.length > 1) throw new Error(`only one value fits: ${type}`)
  if (isMany && chosen.length > Number(element.max_selected_items ?? chosen.length))
    throw new Error('too many values')
  const single = field === 'selected_date_time' ? Number(chosen[0]) : (chosen[0] ?? null)
  return { type, [field]: isMany ? chosen : single }
}

/** Slack hands over the text, the value and the description of what was picked. */
function shorten({ text, value, description }: JsonObject): JsonObject {
  return description === undefined ? { text, value } : { text, value, description }
}

function checkText(element: JsonObject, value: string): string {
  const [min, max] = [Number(element.min_length ?? 0), Number(element.max_length ?? 3000)]
  const isText = String(element.type) === 'plain_text_input'
  if (isText && (value.length < min || value.length > max))
    throw new Error(`between ${min} and ${max} characters`)
  if (element.type === 'number_input' && !/^-?\d+(\.\d+)?$/.test(value)) throw new Error('not a number')
  if (element.type === 'url_text_input' && !URL.canParse(value)) throw new Error('not an address')
  return value
}
