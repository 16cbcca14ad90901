import { asList, isGiven, isObject, type JsonObject } from '../json.ts'
import type { FormIssues, FormPath } from './form-issues.ts'

/** How long a text must be; `required` texts must be there and have at least `min` characters (default 1). */
export interface TextRule {
  readonly max: number
  readonly min?: number
  readonly required?: boolean
}

/** Reports a text that is missing, of another type, too short or too long. */
export function checkText(issues: FormIssues, path: FormPath, value: unknown, rule: TextRule): void {
  if (!isGiven(value)) {
    if (rule.required) issues.add(path, 'BASE_TYPE_REQUIRED', 'This field is required')
    return
  }
  if (typeof value !== 'string') {
    issues.add(path, 'STRING_TYPE_CONVERT', 'Could not interpret value as string.')
    return
  }
  const min = rule.min ?? (rule.required ? 1 : 0)
  if (value.length < min || value.length > rule.max) reportLength(issues, path, min, rule.max)
}

/** Reports a list with too few or too many entries; nothing counts as none. */
export function checkCount(
  issues: FormIssues,
  path: FormPath,
  value: unknown,
  min: number,
  max: number,
): void {
  const count = asList(value).length
  if (count < min || count > max) reportLength(issues, path, min, max)
}

/** Reports a number outside its range; nothing is fine. */
export function checkNumber(
  issues: FormIssues,
  path: FormPath,
  value: unknown,
  min: number,
  max: number,
): void {
  if (!isGiven(value)) return
  if (typeof value === 'number' && value >= min && value <= max) return
  issues.add(path, 'NUMBER_TYPE_RANGE', `Must be a number between ${min} and ${max}.`)
}

/** Reports a value that is none of the allowed ones; nothing is fine unless required. */
export function checkChoice(
  issues: FormIssues,
  path: FormPath,
  value: unknown,
  allowed: readonly unknown[],
  required = false,
): void {
  if (!isGiven(value)) {
    if (required) issues.add(path, 'BASE_TYPE_REQUIRED', 'This field is required')
    return
  }
  if (!allowed.includes(value))
    issues.add(path, 'BASE_TYPE_CHOICES', `Value must be one of {${allowed.join(', ')}}.`)
}

/** The objects of a list with their paths; entries that are no objects are reported. */
export function walkObjects(
  issues: FormIssues,
  path: FormPath,
  value: unknown,
): readonly (readonly [JsonObject, FormPath])[] {
  return asList(value).flatMap((entry, index) => {
    if (isObject(entry)) return [[entry, [...path, index]] as const]
    issues.add([...path, index], 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType')
    return []
  })
}

function reportLength(issues: FormIssues, path: FormPath, min: number, max: number): void {
  if (min === 0) issues.add(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`)
  else issues.add(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)
}
