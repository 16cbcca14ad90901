import type { ImageParts } from './catalog-image.ts'
import { stringAt } from './packed-strings.ts'

/** The keys of a posting's copies, the oldest first. */
export function listKeys({ keys, keyStarts }: KeyParts, number: number): readonly string[] {
  const [start, end] = [keyStarts[number] ?? 0, keyStarts[number + 1] ?? 0]
  return Array.from({ length: end - start }, (_, at) => stringAt(keys, start + at))
}

type KeyParts = Pick<ImageParts, 'keys' | 'keyStarts'>

/** What names a posting with all its copies: two of the same name say the same. */
export function nameGroup(keys: readonly string[]): string {
  return keys.join(' ')
}

/** The number of each key's posting. */
export function numberKeys({ keyStarts }: Pick<ImageParts, 'keyStarts'>): Uint32Array {
  const numbers = new Uint32Array(keyStarts.at(-1) ?? 0)
  for (let number = 0; number + 1 < keyStarts.length; number++)
    numbers.fill(number, keyStarts[number], keyStarts[number + 1])
  return numbers
}
