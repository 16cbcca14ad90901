import { asText, isObject, type JsonObject } from '../../discord/json.ts'
import { SLACK_LIMITS } from '../limits.ts'
import { listOptions } from './read-elements.ts'
import {
  anyField,
  both,
  decimal,
  flag,
  format,
  integer,
  listOf,
  objectOf,
  oneOf,
  type Rule,
  type Shape,
  text,
  webUrl,
} from './rule.ts'

const { plainText, id, button, option, select, confirm, choices, overflow, textInput, image } = SLACK_LIMITS
const ANY = 1_000_000

/** A text object without markup. */
export function plain(max: number = plainText): Rule {
  return objectOf({ type: oneOf('plain_text'), text: text(max), 'emoji?': flag })
}

/** A text object with markup. */
export function mrkdwn(max: number = plainText): Rule {
  return objectOf({ type: oneOf('mrkdwn'), text: text(max), 'verbatim?': flag })
}

/** A text object of either kind. */
export function anyText(max: number = plainText): Rule {
  return (issues, value, path) => {
    const rule = isObject(value) && value.type === 'plain_text' ? plain(max) : mrkdwn(max)
    rule(issues, value, path)
  }
}

const slackFile = both(
  objectOf({ 'id?': text(id), 'url?': webUrl(image.url) }),
  anyField(['id', 'url'], true),
)
/** A picture by address or as a file of Slack, with what else its owner has. */
export function picture(more: Shape): Rule {
  const shape = {
    type: oneOf('image'),
    'image_url?': webUrl(image.url),
    'slack_file?': slackFile,
    alt_text: text(image.alt),
    ...more,
  }
  return both(objectOf(shape), anyField(['image_url', 'slack_file'], true))
}
/** A picture beside something. */
export const imageElement = picture({})

const confirmation = objectOf({
  'title?': plain(confirm.title),
  text: anyText(confirm.text),
  'confirm?': plain(confirm.button),
  'deny?': plain(confirm.button),
  'style?': oneOf('primary', 'danger'),
})
const plainOption = objectOf({
  text: plain(option.text),
  value: text(option.value),
  'description?': plain(option.description),
})
const anyOption = objectOf({
  text: anyText(option.text),
  value: text(option.value),
  'description?': anyText(option.description),
})
const overflowOption = objectOf({
  text: plain(option.text),
  value: text(option.value),
  'description?': plain(option.description),
  'url?': webUrl(option.url),
})
const group = objectOf({ label: plain(option.text), options: listOf(plainOption, select.options) })
const filter = objectOf({
  'include?': listOf(oneOf('im', 'mpim', 'private', 'public'), 4),
  'exclude_external_shared_channels?': flag,
  'exclude_bot_users?': flag,
})

const ACTION: Shape = { 'action_id?': text(id) }
const CONFIRM: Shape = { 'confirm?': confirmation }
const FOCUS: Shape = { 'focus_on_load?': flag }
const HINT: Shape = { 'placeholder?': plain(select.placeholder) }
const DISPATCH: Shape = {
  'dispatch_action_config?': objectOf({
    trigger_actions_on: listOf(oneOf('on_enter_pressed', 'on_character_entered'), 2),
  }),
}
const MANY: Shape = { 'max_selected_items?': integer(1, ANY) }
const MENU: Shape = { ...ACTION, ...CONFIRM, ...FOCUS, ...HINT }
const FIELD: Shape = { ...ACTION, ...DISPATCH, ...FOCUS, ...HINT }
const STATIC: Shape = {
  'options?': listOf(plainOption, select.options),
  'option_groups?': listOf(group, select.groups),
}
const CONVERSATIONS: Shape = { 'default_to_current_conversation?': flag, 'filter?': filter }
const date = format(/^\d{4}-\d{2}-\d{2}$/, 'date as YYYY-MM-DD')
const time = format(/^\d{2}:\d{2}$/, 'time as HH:mm')
const number = format(/^-?\d{1,15}(\.\d{1,10})?$/, 'number as text')

/** The fields of every element by its type (types: block-elements). */
const ELEMENTS: Readonly<Record<string, Shape>> = {
  button: {
    ...ACTION,
    ...CONFIRM,
    text: plain(button.text),
    'value?': text(button.value, 0),
    'url?': webUrl(button.url),
    'style?': oneOf('primary', 'danger'),
    'accessibility_label?': text(button.label),
  },
  static_select: { ...MENU, ...STATIC, 'initial_option?': plainOption },
  multi_static_select: {
    ...MENU,
    ...STATIC,
    ...MANY,
    'initial_options?': listOf(plainOption, select.options),
  },
  external_select: { ...MENU, 'initial_option?': plainOption, 'min_query_length?': integer(0, ANY) },
  multi_external_select: {
    ...MENU,
    ...MANY,
    'initial_options?': listOf(plainOption, select.options),
    'min_query_length?': integer(0, ANY),
  },
  users_select: { ...MENU, 'initial_user?': text(id) },
  multi_users_select: { ...MENU, ...MANY, 'initial_users?': listOf(text(id), ANY) },
  conversations_select: {
    ...MENU,
    ...CONVERSATIONS,
    'initial_conversation?': text(id),
    'response_url_enabled?': flag,
  },
  multi_conversations_select: {
    ...MENU,
    ...CONVERSATIONS,
    ...MANY,
    'initial_conversations?': listOf(text(id), ANY),
  },
  channels_select: { ...MENU, 'initial_channel?': text(id), 'response_url_enabled?': flag },
  multi_channels_select: { ...MENU, ...MANY, 'initial_channels?': listOf(text(id), ANY) },
  overflow: {
    ...ACTION,
    ...CONFIRM,
    options: listOf(overflowOption, overflow.options, overflow.optionsAtLeast),
  },
  datepicker: { ...MENU, 'initial_date?': date },
  timepicker: { ...MENU, 'initial_time?': time, 'timezone?': text(id) },
  datetimepicker: { ...ACTION, ...CONFIRM, ...FOCUS, 'initial_date_time?': integer(1e9, 1e10 - 1) },
  checkboxes: {
    ...ACTION,
    ...CONFIRM,
    ...FOCUS,
    options: listOf(anyOption, choices),
    'initial_options?': listOf(anyOption, choices),
  },
  radio_buttons: {
    ...ACTION,
    ...CONFIRM,
    ...FOCUS,
    options: listOf(anyOption, choices),
    'initial_option?': anyOption,
  },
  plain_text_input: {
    ...FIELD,
    'initial_value?': text(textInput, 0),
    'multiline?': flag,
    'min_length?': integer(0, textInput),
    'max_length?': integer(1, textInput),
  },
  email_text_input: { ...FIELD, 'initial_value?': text(textInput, 0) },
  url_text_input: { ...FIELD, 'initial_value?': text(textInput, 0) },
  number_input: {
    ...FIELD,
    is_decimal_allowed: flag,
    'initial_value?': number,
    'min_value?': number,
    'max_value?': number,
  },
}

const SELECTS = Object.keys(ELEMENTS).filter(type => type.endsWith('_select'))
const PICKERS = ['checkboxes', 'radio_buttons', 'datepicker', 'timepicker']
/** Which elements fit where (types: the unions of blocks). */
export const ROW_ELEMENTS: readonly string[] = [
  'button',
  'overflow',
  'datetimepicker',
  ...SELECTS,
  ...PICKERS,
]
export const ACCESSORIES: readonly string[] = ['button', 'overflow', 'image', ...SELECTS, ...PICKERS]
export const INPUT_ELEMENTS: readonly string[] = [
  'plain_text_input',
  'email_text_input',
  'url_text_input',
  'number_input',
  'datetimepicker',
  ...SELECTS,
  ...PICKERS,
]

/** One of some elements. */
export function element(types: readonly string[]): Rule {
  return (issues, value, path) => {
    if (!isObject(value)) return issues.add('must provide an object', path)
    const type = asText(value.type)
    if (!types.includes(type)) return issues.add(`unsupported type: ${type}`, `${path}/type`)
    if (type === 'image') return imageElement(issues, value, path)
    const shape = ELEMENTS[type] ?? {}
    objectOf({ type: oneOf(type), ...shape })(issues, value, path)
    if (type.endsWith('static_select')) anyField(['options', 'option_groups'], true)(issues, value, path)
    if (isPairWrong(value.min_length, value.max_length)) issues.add('min_length exceeds max_length', path)
    if (isPairWrong(Number(value.min_value), Number(value.max_value)))
      issues.add('min_value exceeds max_value', path)
    checkInitial(value, problem => issues.add(problem, path))
  }
}

function isPairWrong(min: unknown, max: unknown): boolean {
  return typeof min === 'number' && typeof max === 'number' && min > max
}

/** What is picked at the start has to be one of the options, exactly. */
function checkInitial(value: JsonObject, report: (problem: string) => void): void {
  const options = listOptions(value)
  if (options.length === 0) return
  const known = new Set(options.map(one => JSON.stringify([one.value, one.text])))
  const picked = [value.initial_option, value.initial_options].flat().filter(isObject)
  if (picked.some(one => !known.has(JSON.stringify([one.value, one.text]))))
    report('initial option is not among the options')
  if (new Set(options.map(one => one.value)).size !== options.length) report('option values must be unique')
}

const STYLE = objectOf({
  'bold?': flag,
  'italic?': flag,
  'strike?': flag,
  'code?': flag,
  'underline?': flag,
})
/** The pieces of rich text by type (types: block-elements). */
const RICH_PIECES: Readonly<Record<string, Shape>> = {
  text: { text: text(ANY), 'style?': STYLE },
  link: { url: webUrl(image.url), 'text?': text(ANY), 'unsafe?': flag, 'style?': STYLE },
  emoji: { name: text(id), 'unicode?': text(id), 'style?': STYLE },
  user: { user_id: text(id), 'style?': STYLE },
  channel: { channel_id: text(id), 'style?': STYLE },
  usergroup: { usergroup_id: text(id), 'style?': STYLE },
  team: { team_id: text(id), 'style?': STYLE },
  broadcast: { range: oneOf('here', 'channel', 'everyone'), 'style?': STYLE },
  color: { value: text(id), 'style?': STYLE },
  date: { timestamp: decimal, format: text(id), 'url?': webUrl(image.url), 'fallback?': text(ANY) },
}

function typed(shapes: Readonly<Record<string, Shape>>): Rule {
  return (issues, value, path) => {
    const type = isObject(value) ? asText(value.type) : ''
    const shape = Object.hasOwn(shapes, type) ? shapes[type] : undefined
    if (shape === undefined) return issues.add(`unsupported type: ${type}`, `${path}/type`)
    objectOf({ type: oneOf(type), ...shape })(issues, value, path)
  }
}

const pieces = listOf(typed(RICH_PIECES), ANY, 0)
const section = typed({ rich_text_section: { elements: pieces } })
/** The parts of a rich text block. */
export const richParts = listOf(
  typed({
    rich_text_section: { elements: pieces },
    rich_text_quote: { elements: pieces, 'border?': oneOf(0, 1) },
    rich_text_preformatted: { elements: pieces, 'border?': oneOf(0, 1), 'language?': text(id) },
    rich_text_list: {
      style: oneOf('bullet', 'ordered'),
      elements: listOf(section, ANY),
      'indent?': integer(0, 8),
      'offset?': integer(0, ANY),
      'border?': oneOf(0, 1),
    },
  }),
  ANY,
)
