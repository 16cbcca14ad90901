import { createHash } from 'node:crypto'
import type { APIMessageTopLevelComponent } from 'discord.js'

/** Discord numbers components from 1 on; a number with this bit is never one of those. */
const OURS = 0x40000000

/**
 * The `id` of the first component of a message that is posted under a key: Discord keeps it, while it forgets the
 * nonce.
 */
export function computeMark(key: string): number {
  return (createHash('sha256').update(key).digest().readUInt32BE() & (OURS - 1)) | OURS
}

/** The components with the mark of a key. */
export function markComponents(
  [first, ...others]: readonly APIMessageTopLevelComponent[],
  key: string,
): readonly APIMessageTopLevelComponent[] {
  return first === undefined ? [] : [{ ...first, id: computeMark(key) }, ...others]
}
