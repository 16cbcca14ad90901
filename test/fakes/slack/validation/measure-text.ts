import { isObject } from '../../discord/json.ts'

/** Fields whose texts people read. */
const SHOWN: readonly string[] = ['text', 'alt_text', 'caption']

/** How many characters blocks show in all, tables and buttons included. */
export function measureText(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + measureText(one), 0)
  if (!isObject(value)) return 0
  return Object.entries(value).reduce((sum, [key, field]) => {
    if (typeof field === 'string') return sum + (SHOWN.includes(key) ? field.length : 0)
    return sum + measureText(field)
  }, 0)
}
