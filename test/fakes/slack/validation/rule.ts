import { isObject, type JsonObject } from '../../discord/json.ts'

/** Where blocks are shown. */
export type Surface = 'message' | 'modal' | 'home'

/** Collects what is wrong, in Slack's words. */
export interface BlockIssues {
  readonly surface: Surface
  readonly add: (problem: string, path: string) => void
  readonly messages: () => readonly string[]
}

/** Looks at one value; `path` is its JSON pointer. */
export type Rule = (issues: BlockIssues, value: unknown, path: string) => void

/** The fields of an object: a rule each, `?` at the end of the name for those that may be left out. */
export type Shape = Readonly<Record<string, Rule>>

/** Makes an empty collection for a surface. */
export function createBlockIssues(surface: Surface): BlockIssues {
  const messages: string[] = []
  return {
    surface,
    add: (problem, path) => void messages.push(`[ERROR] ${problem} [json-pointer:${path}]`),
    messages: () => messages,
  }
}

/** A text of a certain length. */
export function text(max: number, min = 1): Rule {
  return (issues, value, path) => {
    if (typeof value !== 'string') return issues.add('must provide a string', path)
    if (value.length > max) issues.add(`must be less than ${max + 1} characters`, path)
    if (value.length < min) issues.add(`must be more than ${min - 1} characters`, path)
  }
}

/** An address of the web. */
export function webUrl(max: number): Rule {
  return (issues, value, path) => {
    text(max)(issues, value, path)
    if (typeof value === 'string' && !/^https?:\/\/\S+$/.test(value)) issues.add('invalid url', path)
  }
}

/** True or false. */
export const flag: Rule = (issues, value, path) => {
  if (typeof value !== 'boolean') issues.add('must be a boolean', path)
}

/** A whole number. */
export function integer(min: number, max: number): Rule {
  return (issues, value, path) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return issues.add('must be an integer', path)
    if (value < min || value > max) issues.add(`must be between ${min} and ${max}`, path)
  }
}

/** Any number. */
export const decimal: Rule = (issues, value, path) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) issues.add('must be a number', path)
}

/** One of some words. */
export function oneOf(...words: readonly (string | number)[]): Rule {
  return (issues, value, path) => {
    if (!words.some(word => word === value)) issues.add(`must be one of ${words.join(', ')}`, path)
  }
}

/** A text of a certain form, as a date. */
export function format(pattern: RegExp, name: string): Rule {
  return (issues, value, path) => {
    if (typeof value !== 'string' || !pattern.test(value)) issues.add(`must be a ${name}`, path)
  }
}

/** A list. */
export function listOf(rule: Rule, max: number, min = 1): Rule {
  return (issues, value, path) => {
    if (!Array.isArray(value)) return issues.add('must provide an array', path)
    if (value.length > max) issues.add(`no more than ${max} items allowed`, path)
    if (value.length < min) issues.add(`no fewer than ${min} items allowed`, path)
    for (const [index, one] of value.entries()) rule(issues, one, `${path}/${index}`)
  }
}

/** An object with these fields and no others. */
export function objectOf(shape: Shape): Rule {
  return (issues, value, path) => {
    if (!isObject(value)) return issues.add('must provide an object', path)
    checkShape(issues, shape, value, path)
  }
}

/** Holds an object against a shape: a closed world, so that a field misspelt is found. */
export function checkShape(issues: BlockIssues, shape: Shape, value: JsonObject, path: string): void {
  for (const [name, rule] of Object.entries(shape)) {
    const isOptional = name.endsWith('?')
    const key = isOptional ? name.slice(0, -1) : name
    const field = value[key]
    if (field !== undefined) rule(issues, field, `${path}/${key}`)
    else if (!isOptional) issues.add(`missing required field: ${key}`, path)
  }
  for (const key of Object.keys(value))
    if (!Object.hasOwn(shape, key) && !Object.hasOwn(shape, `${key}?`))
      issues.add(`invalid additional property: ${key}`, path)
}

/** Two rules on the same value. */
export function both(first: Rule, second: Rule): Rule {
  return (issues, value, path) => {
    first(issues, value, path)
    second(issues, value, path)
  }
}

/** Needs at least one of some fields, or exactly one. */
export function anyField(names: readonly string[], isExact = false): Rule {
  return (issues, value, path) => {
    if (!isObject(value)) return
    const count = names.filter(name => value[name] !== undefined).length
    if (count === 0) issues.add(`must provide one of ${names.join(', ')}`, path)
    if (isExact && count > 1) issues.add(`must provide only one of ${names.join(', ')}`, path)
  }
}
