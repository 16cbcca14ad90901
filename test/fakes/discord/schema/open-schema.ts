import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { asList, isObject, type JsonObject } from '../json.ts'

/** Holds bodies against Discord's OpenAPI document. */
export interface DiscordSchema {
  /** What is wrong with the body of a request; empty when nothing is or the document says nothing. */
  readonly checkRequest: (method: string, template: string, body: unknown) => readonly string[]
  /** What is wrong with an answer. */
  readonly checkAnswer: (method: string, template: string, status: number, body: unknown) => readonly string[]
}

/** An optional folder beside the repository; the document is Discord's and not part of it. */
const DOCUMENT = fileURLToPath(new URL('../../../../../shared/specs/discord-openapi.json', import.meta.url))

const FORMATS = { snowflake: /^(0|[1-9][0-9]*)$/, nonce: /^.{0,25}$/s }

/** Each test compiles anew and holds few bodies against the result. */
const QUICK_TO_COMPILE = { inlineRefs: false, validateSchema: false, code: { optimize: false } } as const

let opened: DiscordSchema | null | undefined

/** The schema, read once; null where the document is not there. */
export function openSchema(): DiscordSchema | null {
  if (opened === undefined) opened = loadSchema()
  return opened
}

function loadSchema(): DiscordSchema | null {
  const document = readDocument()
  if (document === null) {
    process.emitWarning(
      "Discord's OpenAPI document is not there: requests and answers are not held against it",
    )
    return null
  }
  const ajv = new Ajv2020({ strict: false, logger: false, formats: FORMATS, ...QUICK_TO_COMPILE })
  ajv.addSchema(document, 'discord')
  const compiled = new Map<string, ValidateFunction | null>()
  const check = (pointer: readonly string[], value: unknown): readonly string[] => {
    const key = pointer.join('/')
    if (!compiled.has(key))
      compiled.set(key, hasPointer(document, pointer) ? ajv.compile({ $ref: toReference(pointer) }) : null)
    const validate = compiled.get(key) ?? null
    if (validate === null || validate(value)) return []
    return describeErrors(validate)
  }
  return {
    checkRequest: (method, template, body) =>
      check(
        ['paths', template, method.toLowerCase(), 'requestBody', 'content', 'application/json', 'schema'],
        body,
      ),
    checkAnswer: (method, template, status, body) => {
      const place = status < 400 ? ['responses', String(status)] : null
      if (place === null)
        return check(
          ['components', 'schemas', status === 429 ? 'RatelimitedResponse' : 'ErrorResponse'],
          body,
        )
      const known = hasPointer(document, ['paths', template, method.toLowerCase()])
      if (known && !hasPointer(document, ['paths', template, method.toLowerCase(), ...place]))
        return [`the document has no answer ${status}`]
      return check(
        ['paths', template, method.toLowerCase(), ...place, 'content', 'application/json', 'schema'],
        body,
      )
    },
  }
}

function readDocument(): JsonObject | null {
  try {
    const document: unknown = JSON.parse(readFileSync(DOCUMENT, 'utf8'), correct)
    return isObject(document) ? document : null
  } catch {
    return null
  }
}

/** Where the document contradicts Discord's own documentation, which the servers follow: texts where it says integer. */
const CORRECTIONS: Readonly<Record<string, (schema: JsonObject) => JsonObject>> = {
  default_member_permissions: ({ type }) => ({ type: ['string', ...asList(type)], pattern: '^[0-9]{1,20}$' }),
  InnerErrors: () => ({
    type: 'object',
    properties: { _errors: { type: 'array', items: { type: 'object', required: ['code', 'message'] } } },
    required: ['_errors'],
  }),
}

function correct(key: string, value: unknown): unknown {
  return isObject(value) && CORRECTIONS[key] !== undefined ? CORRECTIONS[key](value) : value
}

function hasPointer(document: JsonObject, pointer: readonly string[]): boolean {
  return (
    pointer.reduce<unknown>((node, key) => (isObject(node) ? node[key] : undefined), document) !== undefined
  )
}

function toReference(pointer: readonly string[]): string {
  const escaped = pointer.map(part => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
  return `discord#/${escaped.join('/')}`
}

/** The deepest complaints say most; the rest are branches of unions that were never meant. */
function describeErrors(validate: ValidateFunction): readonly string[] {
  const errors = [...(validate.errors ?? [])].toSorted(
    (a, b) => depth(b.instancePath) - depth(a.instancePath),
  )
  return errors
    .slice(0, 4)
    .map(error => `${error.instancePath || '/'} ${error.message ?? ''} ${JSON.stringify(error.params)}`)
}

function depth(path: string): number {
  return path.split('/').length
}
