import { MessageFlags } from 'discord.js'
import { DiscordError, refuseIssues } from '../discord-error.ts'
import { asList, asNumber, asText, isGiven, isObject, type JsonObject } from '../json.ts'
import { DISCORD_LIMITS } from '../limits.ts'
import { checkComponents, listComponents, readDisplayedText } from './check-components.ts'
import { checkEmbeds } from './check-embeds.ts'
import { checkCount, checkText } from './check-fields.ts'
import { createFormIssues, type FormIssues } from './form-issues.ts'

const LEGACY_FIELDS = ['content', 'embeds', 'poll', 'sticker_ids'] as const

/** What of the message is there already, for an edit. */
export interface EarlierMessage {
  readonly flags: number
  readonly content: string
  readonly hasEmbeds: boolean
  /** A reply that was only promised may still become a message of new components. */
  readonly isPlaceholder: boolean
}

/**
 * Checks the body of a new message.
 * @param fileCount files that came with the request
 * @throws {DiscordError} 50035 for a body over a limit, 50006 for one that shows nothing
 */
export function checkNewMessage(body: JsonObject, fileCount: number): void {
  const issues = createFormIssues()
  const isV2 = hasV2Flag(body.flags)
  checkShared(issues, body, isV2)
  if (isV2) reportLegacyFields(issues, body)
  checkNonce(issues, body.nonce)
  refuseIssues(issues)
  if (!showsSomething(body, fileCount)) throw new DiscordError(50006)
}

/**
 * Checks the body of an edit against what is there.
 * @throws {DiscordError} 50035
 */
export function checkMessageEdit(body: JsonObject, earlier: EarlierMessage): void {
  const issues = createFormIssues()
  const wasV2 = hasV2Flag(earlier.flags)
  const isV2 = wasV2 || hasV2Flag(body.flags)
  if (wasV2 && isGiven(body.flags) && !hasV2Flag(body.flags))
    issues.add(
      ['flags'],
      'MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG',
      'The IS_COMPONENTS_V2 flag cannot be removed',
    )
  checkShared(issues, body, isV2)
  if (isV2) reportLegacyFields(issues, body)
  if (isV2 && !wasV2) reportLeftLegacy(issues, body, earlier)
  refuseIssues(issues)
}

/** Whether the flags ask for the new components. */
export function hasV2Flag(flags: unknown): boolean {
  return (asNumber(flags, 0) & MessageFlags.IsComponentsV2) !== 0
}

function checkShared(issues: FormIssues, body: JsonObject, isV2: boolean): void {
  checkText(issues, ['content'], body.content, { max: DISCORD_LIMITS.message.content })
  checkEmbeds(issues, body.embeds)
  checkComponents(issues, body.components, isV2)
  checkCount(issues, ['attachments'], body.attachments, 0, DISCORD_LIMITS.message.attachments)
  checkAllowedMentions(issues, body.allowed_mentions)
}

function reportLegacyFields(issues: FormIssues, body: JsonObject): void {
  for (const field of LEGACY_FIELDS) {
    const value = body[field]
    const isEmpty = !isGiven(value) || value === '' || (Array.isArray(value) && value.length === 0)
    if (!isEmpty)
      issues.add(
        [field],
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      )
  }
}

function reportLeftLegacy(issues: FormIssues, body: JsonObject, earlier: EarlierMessage): void {
  if (earlier.isPlaceholder) return
  const left = [
    ...(earlier.content !== '' && body.content === undefined ? ['content'] : []),
    ...(earlier.hasEmbeds && body.embeds === undefined ? ['embeds'] : []),
  ]
  for (const field of left)
    issues.add(
      [field],
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      `The '${field}' of the message must be cleared first`,
    )
}

function checkNonce(issues: FormIssues, nonce: unknown): void {
  if (!isGiven(nonce) || typeof nonce === 'number') return
  checkText(issues, ['nonce'], nonce, { max: DISCORD_LIMITS.message.nonce })
}

function checkAllowedMentions(issues: FormIssues, value: unknown): void {
  if (!isObject(value)) return
  for (const kind of ['users', 'roles'] as const) {
    const listed = asList(value[kind]).length > 0
    if (listed && asList(value.parse).includes(kind))
      issues.add(
        ['allowed_mentions'],
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      )
  }
}

function showsSomething(body: JsonObject, fileCount: number): boolean {
  const hasText = asText(body.content).trim() !== ''
  const components = listComponents(body.components)
  const hasBlocks = hasV2Flag(body.flags) && components.length > 0
  const hasControls = components.some(component => readDisplayedText(component) === '')
  return (
    hasText ||
    hasBlocks ||
    hasControls ||
    asList(body.embeds).length > 0 ||
    fileCount > 0 ||
    isGiven(body.poll)
  )
}
