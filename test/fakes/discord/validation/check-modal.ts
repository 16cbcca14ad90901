import { ComponentType } from 'discord.js'
import { refuseIssues } from '../discord-error.ts'
import { isObject, type JsonObject } from '../json.ts'
import { DISCORD_LIMITS } from '../limits.ts'
import { checkUnique, listComponents } from './check-components.ts'
import { checkOptions, checkSelect, SELECT_TYPES } from './check-controls.ts'
import { checkChoice, checkCount, checkNumber, checkText, walkObjects } from './check-fields.ts'
import { createFormIssues, type FormIssues, type FormPath } from './form-issues.ts'

type Check = (issues: FormIssues, path: FormPath, component: JsonObject) => void

const LIMITS = DISCORD_LIMITS.modal
const CUSTOM_ID = { max: DISCORD_LIMITS.component.customId, required: true }

const INPUTS: Readonly<Record<number, Check>> = {
  [ComponentType.TextInput]: checkTextInput,
  ...Object.fromEntries(SELECT_TYPES.map(type => [type, checkSelect])),
  [ComponentType.FileUpload]: (issues, path, upload) =>
    checkNumber(issues, [...path, 'max_values'], upload.max_values, 1, LIMITS.files),
  [ComponentType.RadioGroup]: (issues, path, group) =>
    checkOptions(issues, path, group, LIMITS.radioOptionsAtLeast, LIMITS.groupOptions),
  [ComponentType.CheckboxGroup]: (issues, path, group) =>
    checkOptions(issues, path, group, 1, LIMITS.groupOptions),
  [ComponentType.Checkbox]: () => undefined,
}

/**
 * Checks a form that a callback opens.
 * @throws {DiscordError} 50035
 */
export function checkModal(value: unknown): void {
  const issues = createFormIssues()
  const data: JsonObject = isObject(value) ? value : {}
  checkText(issues, ['data', 'custom_id'], data.custom_id, CUSTOM_ID)
  checkText(issues, ['data', 'title'], data.title, { max: LIMITS.title, required: true })
  checkCount(issues, ['data', 'components'], data.components, 1, LIMITS.rows)
  for (const [child, path] of walkObjects(issues, ['data', 'components'], data.components))
    checkRow(issues, path, child)
  checkUnique(issues, listComponents(data.components))
  refuseIssues(issues)
}

const ROWS: Readonly<Record<number, Check>> = {
  [ComponentType.TextDisplay]: (issues, path, row) =>
    checkText(issues, [...path, 'content'], row.content, {
      max: DISCORD_LIMITS.message.displayedText,
      required: true,
    }),
  [ComponentType.Label]: checkLabel,
  [ComponentType.ActionRow]: checkInputRow,
}

function checkRow(issues: FormIssues, path: FormPath, row: JsonObject): void {
  checkChoice(issues, [...path, 'type'], row.type, Object.keys(ROWS).map(Number), true)
  if (typeof row.type === 'number') ROWS[row.type]?.(issues, path, row)
}

function checkInputRow(issues: FormIssues, path: FormPath, row: JsonObject): void {
  checkCount(issues, [...path, 'components'], row.components, 1, 1)
  for (const [input, inputPath] of walkObjects(issues, [...path, 'components'], row.components)) {
    checkText(issues, [...inputPath, 'label'], input.label, { max: LIMITS.label, required: true })
    checkInput(issues, inputPath, input, [ComponentType.TextInput])
  }
}

function checkLabel(issues: FormIssues, path: FormPath, label: JsonObject): void {
  checkText(issues, [...path, 'label'], label.label, { max: LIMITS.label, required: true })
  checkText(issues, [...path, 'description'], label.description, { max: LIMITS.labelDescription, min: 1 })
  const at = [...path, 'component']
  if (isObject(label.component)) checkInput(issues, at, label.component, Object.keys(INPUTS).map(Number))
  else issues.add(at, 'BASE_TYPE_REQUIRED', 'This field is required')
}

function checkInput(issues: FormIssues, path: FormPath, input: JsonObject, allowed: readonly number[]): void {
  checkChoice(issues, [...path, 'type'], input.type, allowed, true)
  checkText(issues, [...path, 'custom_id'], input.custom_id, CUSTOM_ID)
  if (typeof input.type === 'number') INPUTS[input.type]?.(issues, path, input)
}

function checkTextInput(issues: FormIssues, path: FormPath, input: JsonObject): void {
  checkChoice(issues, [...path, 'style'], input.style, [1, 2], true)
  checkNumber(issues, [...path, 'min_length'], input.min_length, 0, LIMITS.textInput)
  checkNumber(issues, [...path, 'max_length'], input.max_length, 1, LIMITS.textInput)
  checkText(issues, [...path, 'placeholder'], input.placeholder, { max: LIMITS.inputPlaceholder })
  const max = typeof input.max_length === 'number' ? input.max_length : LIMITS.textInput
  checkText(issues, [...path, 'value'], input.value, { max })
}
