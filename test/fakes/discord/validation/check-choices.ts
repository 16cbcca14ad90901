import { refuseIssues } from '../discord-error.ts'
import { isObject } from '../json.ts'
import { DISCORD_LIMITS } from '../limits.ts'
import { checkCount, checkText, walkObjects } from './check-fields.ts'
import { createFormIssues } from './form-issues.ts'

/**
 * Checks the suggestions of an autocomplete callback.
 * @throws {DiscordError} 50035
 */
export function checkChoices(value: unknown): void {
  const issues = createFormIssues()
  const choices = isObject(value) ? value.choices : undefined
  const path = ['data', 'choices']
  checkCount(issues, path, choices, 0, DISCORD_LIMITS.autocompleteChoices)
  const text = { max: DISCORD_LIMITS.command.choiceText, required: true }
  for (const [choice, choicePath] of walkObjects(issues, path, choices)) {
    checkText(issues, [...choicePath, 'name'], choice.name, text)
    if (typeof choice.value !== 'number') checkText(issues, [...choicePath, 'value'], choice.value, text)
  }
  refuseIssues(issues)
}
