import { ButtonStyle, ComponentType } from 'discord.js'
import { asList, isGiven, isObject, type JsonObject } from '../json.ts'
import { DISCORD_LIMITS } from '../limits.ts'
import { checkChoice, checkCount, checkNumber, checkText, walkObjects } from './check-fields.ts'
import type { FormIssues, FormPath } from './form-issues.ts'

const LIMITS = DISCORD_LIMITS.component

/** Every kind of menu. */
export const SELECT_TYPES: readonly number[] = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]

const BUTTON_STYLES = [1, 2, 3, 4, 5, 6]

/** Reports a button whose style does not fit its fields, or that is over a limit. */
export function checkButton(issues: FormIssues, path: FormPath, button: JsonObject): void {
  checkChoice(issues, [...path, 'style'], button.style, BUTTON_STYLES, true)
  checkText(issues, [...path, 'label'], button.label, { max: LIMITS.buttonLabel })
  if (button.style === ButtonStyle.Link) checkLinkButton(issues, path, button)
  else if (button.style !== ButtonStyle.Premium) checkPressable(issues, path, button)
}

function checkPressable(issues: FormIssues, path: FormPath, button: JsonObject): void {
  checkText(issues, [...path, 'custom_id'], button.custom_id, { max: LIMITS.customId, required: true })
  if (isGiven(button.url))
    issues.add(
      [...path, 'url'],
      'BUTTON_COMPONENT_CUSTOM_ID_AND_URL',
      'A custom id and url cannot both be specified',
    )
  checkFace(issues, path, button)
}

/** Reports a menu over a limit, or one whose numbers of choices contradict each other. */
export function checkSelect(issues: FormIssues, path: FormPath, select: JsonObject): void {
  checkText(issues, [...path, 'custom_id'], select.custom_id, { max: LIMITS.customId, required: true })
  checkText(issues, [...path, 'placeholder'], select.placeholder, { max: LIMITS.placeholder })
  checkNumber(issues, [...path, 'min_values'], select.min_values, 0, LIMITS.selectOptions)
  checkNumber(issues, [...path, 'max_values'], select.max_values, 1, LIMITS.selectOptions)
  if (select.type === ComponentType.StringSelect) checkOptions(issues, path, select, 1, LIMITS.selectOptions)
  else checkDefaults(issues, path, select)
}

/** What each kind of menu can be filled with beforehand. */
const DEFAULT_TYPES: Readonly<Record<number, readonly string[]>> = {
  [ComponentType.UserSelect]: ['user'],
  [ComponentType.RoleSelect]: ['role'],
  [ComponentType.MentionableSelect]: ['user', 'role'],
  [ComponentType.ChannelSelect]: ['channel'],
}

function checkDefaults(issues: FormIssues, path: FormPath, select: JsonObject): void {
  const defaults = [...path, 'default_values']
  const most = typeof select.max_values === 'number' ? select.max_values : 1
  checkCount(issues, defaults, select.default_values, 0, most)
  const types = DEFAULT_TYPES[typeof select.type === 'number' ? select.type : 0] ?? []
  for (const [value, valuePath] of walkObjects(issues, defaults, select.default_values)) {
    const isFitting = typeof value.type === 'string' && types.includes(value.type)
    if (!isFitting)
      issues.add([...valuePath, 'type'], 'BASE_TYPE_CHOICES', `Must be one of ${types.join(', ')}.`)
    if (!/^\d{1,20}$/.test(String(value.id)))
      issues.add([...valuePath, 'id'], 'NUMBER_TYPE_COERCE', 'Value is not snowflake.')
  }
}

/** Reports the options of a menu or a group of boxes: their number, texts, doubled values and number of defaults. */
export function checkOptions(
  issues: FormIssues,
  path: FormPath,
  owner: JsonObject,
  min: number,
  max: number,
): void {
  const options = [...path, 'options']
  checkCount(issues, options, owner.options, min, max)
  const seen = new Set<unknown>()
  for (const [option, optionPath] of walkObjects(issues, options, owner.options)) {
    checkText(issues, [...optionPath, 'label'], option.label, { max: LIMITS.optionText, required: true })
    checkText(issues, [...optionPath, 'value'], option.value, { max: LIMITS.optionText, required: true })
    checkText(issues, [...optionPath, 'description'], option.description, { max: LIMITS.optionText })
    if (seen.has(option.value))
      issues.add(
        [...optionPath, 'value'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      )
    seen.add(option.value)
  }
  checkMaxValues(issues, path, owner)
}

function checkMaxValues(issues: FormIssues, path: FormPath, owner: JsonObject): void {
  const count = asList(owner.options).length
  if (typeof owner.max_values === 'number' && owner.max_values > count)
    issues.add([...path, 'max_values'], 'SELECT_COMPONENT_MAX_VALUES', `Must be ${count} or fewer.`)
  const defaults = asList(owner.options).filter(option => isObject(option) && option.default === true).length
  const most = typeof owner.max_values === 'number' ? owner.max_values : 1
  if (owner.type === ComponentType.StringSelect && defaults > most)
    issues.add(
      [...path, 'options'],
      'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
      'More defaults than max_values allows',
    )
}

function checkLinkButton(issues: FormIssues, path: FormPath, button: JsonObject): void {
  checkText(issues, [...path, 'url'], button.url, { max: LIMITS.buttonUrl, required: true })
  if (isGiven(button.custom_id))
    issues.add(
      [...path, 'custom_id'],
      'BUTTON_COMPONENT_CUSTOM_ID_AND_URL',
      'A custom id and url cannot both be specified',
    )
  if (typeof button.url === 'string' && !/^(https?|discord):\/\//.test(button.url))
    issues.add(
      [...path, 'url'],
      'BASE_TYPE_BAD_URL_SCHEME',
      "Scheme must be one of ('http', 'https', 'discord').",
    )
  checkFace(issues, path, button)
}

function checkFace(issues: FormIssues, path: FormPath, button: JsonObject): void {
  const label = typeof button.label === 'string' && button.label.length > 0
  if (!label && !isGiven(button.emoji))
    issues.add([...path, 'label'], 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A label or emoji is required')
}
