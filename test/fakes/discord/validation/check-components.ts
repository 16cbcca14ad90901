import { ComponentType } from 'discord.js'
import { asList, asObjects, asText, isObject, type JsonObject } from '../json.ts'
import { DISCORD_LIMITS } from '../limits.ts'
import { checkButton, checkSelect, SELECT_TYPES } from './check-controls.ts'
import { checkCount, checkNumber, checkText, walkObjects } from './check-fields.ts'
import type { FormIssues, FormPath } from './form-issues.ts'

type Check = (issues: FormIssues, path: FormPath, component: JsonObject) => void

const LIMITS = DISCORD_LIMITS.component
const ROW_TYPES: readonly number[] = [ComponentType.Button, ...SELECT_TYPES]
const BLOCK_TYPES: readonly number[] = [
  ComponentType.ActionRow,
  ComponentType.Section,
  ComponentType.TextDisplay,
  ComponentType.MediaGallery,
  ComponentType.File,
  ComponentType.Separator,
]

const CHECKS: Readonly<Record<number, Check>> = {
  [ComponentType.ActionRow]: checkRow,
  [ComponentType.Button]: checkButton,
  ...Object.fromEntries(SELECT_TYPES.map(type => [type, checkSelect])),
  [ComponentType.Section]: checkSection,
  [ComponentType.TextDisplay]: checkTextDisplay,
  [ComponentType.Thumbnail]: (issues, path, component) => checkMedia(issues, path, component, 'media'),
  [ComponentType.MediaGallery]: checkGallery,
  [ComponentType.File]: (issues, path, component) => checkMedia(issues, path, component, 'file'),
  [ComponentType.Separator]: (issues, path, component) =>
    checkNumber(issues, [...path, 'spacing'], component.spacing, 1, 2),
  [ComponentType.Container]: checkContainer,
}

/**
 * Reports components of a message over Discord's limits.
 * @param isV2 whether the message carries the flag for the new components; without it only rows are allowed
 */
export function checkComponents(issues: FormIssues, value: unknown, isV2: boolean): void {
  const { components, displayedText, legacyRows } = DISCORD_LIMITS.message
  const allowed = isV2 ? [...BLOCK_TYPES, ComponentType.Container] : [ComponentType.ActionRow]
  checkCount(issues, ['components'], value, 0, isV2 ? components : legacyRows)
  checkChildren(issues, ['components'], value, allowed)
  const all = listComponents(value)
  if (all.length > components)
    issues.add(
      ['components'],
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      `The total number of components exceeds ${components}`,
    )
  const text = all.reduce((sum, component) => sum + readDisplayedText(component).length, 0)
  if (text > displayedText)
    issues.add(
      ['components'],
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      `Displayable text exceeds maximum size of ${displayedText}`,
    )
  checkUnique(issues, all)
}

/** Every component of a message, nested ones and accessories included, each before its children. */
export function listComponents(value: unknown): readonly JsonObject[] {
  return asObjects(value).flatMap(component => [
    component,
    ...listComponents(component.components),
    ...(isObject(component.accessory) ? [component.accessory] : []),
    ...(isObject(component.component) ? [component.component] : []),
  ])
}

/** The text that a component shows as its own; empty for all but text displays. */
export function readDisplayedText(component: JsonObject): string {
  return component.type === ComponentType.TextDisplay ? asText(component.content) : ''
}

/** Reports `custom_id` or `id` used twice. */
export function checkUnique(issues: FormIssues, all: readonly JsonObject[]): void {
  for (const key of ['custom_id', 'id'] as const) {
    const values = all
      .map(component => component[key])
      .filter(value => value !== undefined && value !== null && value !== 0)
    const doubled = values.find((value, index) => values.indexOf(value) !== index)
    if (doubled === undefined) continue
    const code = key === 'id' ? 'COMPONENT_ID_DUPLICATED' : 'COMPONENT_CUSTOM_ID_DUPLICATED'
    issues.add(['components'], code, `Component ${key} cannot be duplicated: ${String(doubled)}`)
  }
}

function checkChildren(issues: FormIssues, path: FormPath, value: unknown, allowed: readonly number[]): void {
  for (const [child, childPath] of walkObjects(issues, path, value)) {
    if (typeof child.type === 'number' && allowed.includes(child.type))
      CHECKS[child.type]?.(issues, childPath, child)
    else
      issues.add(
        [...childPath, 'type'],
        'UNION_TYPE_CHOICES',
        `Value of field "type" must be one of (${allowed.join(', ')}).`,
      )
  }
}

function checkRow(issues: FormIssues, path: FormPath, row: JsonObject): void {
  const children = asObjects(row.components)
  checkCount(issues, [...path, 'components'], row.components, 1, LIMITS.buttonsInRow)
  checkChildren(issues, [...path, 'components'], row.components, ROW_TYPES)
  const selects = children.filter(
    child => typeof child.type === 'number' && SELECT_TYPES.includes(child.type),
  )
  if (selects.length > 0 && children.length > 1)
    issues.add(
      [...path, 'components'],
      'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      'The specified component exceeds the maximum width',
    )
}

function checkSection(issues: FormIssues, path: FormPath, section: JsonObject): void {
  checkCount(issues, [...path, 'components'], section.components, 1, LIMITS.sectionTexts)
  checkChildren(issues, [...path, 'components'], section.components, [ComponentType.TextDisplay])
  if (!isObject(section.accessory))
    issues.add([...path, 'accessory'], 'BASE_TYPE_REQUIRED', 'This field is required')
  else checkAccessory(issues, [...path, 'accessory'], section.accessory)
}

function checkAccessory(issues: FormIssues, path: FormPath, accessory: JsonObject): void {
  if (accessory.type === ComponentType.Button) checkButton(issues, path, accessory)
  else if (accessory.type === ComponentType.Thumbnail) checkMedia(issues, path, accessory, 'media')
  else issues.add([...path, 'type'], 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (2, 11).')
}

function checkTextDisplay(issues: FormIssues, path: FormPath, display: JsonObject): void {
  const max = DISCORD_LIMITS.message.displayedText
  checkText(issues, [...path, 'content'], asText(display.content).trim(), { max, required: true })
}

function checkGallery(issues: FormIssues, path: FormPath, gallery: JsonObject): void {
  checkCount(issues, [...path, 'items'], gallery.items, 1, LIMITS.galleryItems)
  for (const [item, itemPath] of walkObjects(issues, [...path, 'items'], gallery.items))
    checkMedia(issues, itemPath, item, 'media')
}

function checkMedia(issues: FormIssues, path: FormPath, owner: JsonObject, key: 'media' | 'file'): void {
  const media = owner[key]
  const url = isObject(media) ? media.url : undefined
  checkText(issues, [...path, key, 'url'], url, { max: LIMITS.mediaUrl, required: true })
  const scheme = key === 'file' ? /^attachment:\/\// : /^(https?|attachment):\/\//
  if (typeof url === 'string' && !scheme.test(url))
    issues.add([...path, key, 'url'], 'BASE_TYPE_BAD_URL_SCHEME', 'Scheme is not allowed here.')
  checkText(issues, [...path, 'description'], owner.description, { max: LIMITS.mediaDescription, min: 1 })
}

function checkContainer(issues: FormIssues, path: FormPath, container: JsonObject): void {
  if (asList(container.components).length === 0) checkCount(issues, [...path, 'components'], [], 1, 40)
  checkNumber(issues, [...path, 'accent_color'], container.accent_color, 0, LIMITS.accentColour)
  checkChildren(issues, [...path, 'components'], container.components, BLOCK_TYPES)
}
