/** An object that came out of JSON and has not been looked at. */
export type JsonObject = Readonly<Record<string, unknown>>

/** Whether a value is an object with keys, not null and not a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value as a list; nothing and anything else are an empty list. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** The objects of a list; everything else in it is left out. */
export function asObjects(value: unknown): readonly JsonObject[] {
  return asList(value).filter(isObject)
}

/** The value as a text; anything else is an empty text. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** The value as a number, or what to take instead. */
export function asNumber(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise
}

/** Whether a field carries something: Discord takes null for "not given". */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null
}

/** A copy without the fields that are undefined: Discord leaves optional fields out. */
export function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T
}
