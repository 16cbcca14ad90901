import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js'
import { refuseIssues } from '../discord-error.ts'
import { asObjects, asText, isGiven, type JsonObject } from '../json.ts'
import { DISCORD_LIMITS } from '../limits.ts'
import { checkCount, checkText, walkObjects } from './check-fields.ts'
import { createFormIssues, type FormIssues, type FormPath } from './form-issues.ts'

const LIMITS = DISCORD_LIMITS.command
const NAME = /^[-_'\p{L}\p{N}\p{sc=Devanagari}\p{sc=Thai}]{1,32}$/u
const { Subcommand, SubcommandGroup, String: Text } = ApplicationCommandOptionType

/**
 * Checks one command as it is registered.
 * @param path where it stands in the body
 * @throws {DiscordError} 50035
 */
export function checkCommand(command: JsonObject, path: FormPath = []): void {
  const issues = createFormIssues()
  const isChatInput = (command.type ?? ApplicationCommandType.ChatInput) === ApplicationCommandType.ChatInput
  if (isChatInput) checkNamed(issues, path, command)
  else checkText(issues, [...path, 'name'], command.name, { max: LIMITS.name, required: true })
  checkOptions(issues, path, command, 0)
  if (countCharacters(command) > LIMITS.totalCharacters)
    issues.add(
      path,
      'APPLICATION_COMMAND_TOO_LARGE',
      `Command exceeds maximum size (${LIMITS.totalCharacters})`,
    )
  refuseIssues(issues)
}

function checkNamed(issues: FormIssues, path: FormPath, named: JsonObject): void {
  const name = asText(named.name)
  if (!NAME.test(name) || name !== name.toLowerCase())
    issues.add([...path, 'name'], 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')
  checkText(issues, [...path, 'description'], named.description, { max: LIMITS.description, required: true })
}

function checkOptions(issues: FormIssues, path: FormPath, owner: JsonObject, depth: number): void {
  const at = [...path, 'options']
  checkCount(issues, at, owner.options, 0, LIMITS.options)
  const options = asObjects(owner.options)
  checkOrder(issues, at, options)
  for (const [option, optionPath] of walkObjects(issues, at, owner.options))
    checkOption(issues, optionPath, option, depth)
}

function checkOrder(issues: FormIssues, path: FormPath, options: readonly JsonObject[]): void {
  const names = options.map(option => option.name)
  if (new Set(names).size < names.length)
    issues.add(path, 'APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED', 'Option names must be unique')
  const firstOptional = options.findIndex(option => option.required !== true)
  if (firstOptional >= 0 && options.slice(firstOptional).some(option => option.required === true))
    issues.add(
      path,
      'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
      'Required options must be placed before non-required options',
    )
  const nested = options.filter(option => option.type === Subcommand || option.type === SubcommandGroup)
  if (nested.length > 0 && nested.length < options.length)
    issues.add(
      path,
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    )
}

function checkOption(issues: FormIssues, path: FormPath, option: JsonObject, depth: number): void {
  checkNamed(issues, path, option)
  const isNested = option.type === Subcommand || option.type === SubcommandGroup
  const isTooDeep =
    (option.type === SubcommandGroup && depth > 0) || (option.type === Subcommand && depth > 1)
  if (isTooDeep)
    issues.add([...path, 'type'], 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Nested too deeply')
  if (isNested) checkOptions(issues, path, option, option.type === Subcommand ? 2 : 1)
  else checkOptionChoices(issues, path, option)
}

function checkOptionChoices(issues: FormIssues, path: FormPath, option: JsonObject): void {
  const at = [...path, 'choices']
  checkCount(issues, at, option.choices, 0, LIMITS.choices)
  const text = { max: LIMITS.choiceText, required: true }
  for (const [choice, choicePath] of walkObjects(issues, at, option.choices)) {
    checkText(issues, [...choicePath, 'name'], choice.name, text)
    if (option.type === Text) checkText(issues, [...choicePath, 'value'], choice.value, text)
  }
  if (option.autocomplete === true && isGiven(option.choices) && asObjects(option.choices).length > 0)
    issues.add(
      [...path, 'autocomplete'],
      'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
      'Choices and autocomplete are mutually exclusive',
    )
}

/** Names, descriptions and values of a command and everything below it. */
function countCharacters(part: JsonObject): number {
  const own = [part.name, part.description, part.value].reduce<number>(
    (sum, text) => sum + asText(text).length,
    0,
  )
  const below = [...asObjects(part.options), ...asObjects(part.choices)]
  return below.reduce((sum, child) => sum + countCharacters(child), own)
}
