import type { ImageParts } from './catalog-image.ts'
import { stringAt } from './packed-strings.ts'

/** The keys of a posting's copies, the oldest first. */
export function listKeys({ keys, keyStarts }: ImageParts, number: number): readonly string[] {
  const [start, end] = [keyStarts[number] ?? 0, keyStarts[number + 1] ?? 0]
  return Array.from({ length: end - start }, (_, at) => stringAt(keys, start + at))
}

/** What names a posting with all its copies: two of the same name say the same. */
export function nameGroup(keys: readonly string[]): string {
  return keys.join(' ')
}

/** The postings of an image by their names. */
export function numberGroups(parts: ImageParts): ReadonlyMap<string, number> {
  return new Map(
    Array.from({ length: parts.size }, (_, number) => [nameGroup(listKeys(parts, number)), number]),
  )
}
