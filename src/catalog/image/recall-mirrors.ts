import { groupByOffer, type RecallMirrors } from '../find-mirrors.ts'
import { groupByAddress } from '../merge-duplicates.ts'
import type { Mergeable, MergeMarks } from '../mergeable.ts'
import type { ImageParts } from './catalog-image.ts'
import { listKeys } from './list-keys.ts'

/** A posting of the archive among those that copies are looked for in. */
export interface ArchivedMember extends Mergeable {
  readonly key: string
}

/**
 * Remembers which postings were found to be one, so that only offers with a posting that came or went are compared
 * again.
 * @param marks of all postings; where one of the image is not in it, nothing is remembered
 */
export function recallMirrors(
  before: ImageParts,
  marks: ReadonlyMap<string, MergeMarks | null>,
): RecallMirrors<ArchivedMember> {
  const members: ArchivedMember[] = []
  const numbers = new Map<string, number>()
  for (let number = 0; number < before.size; number++) {
    for (const key of listKeys(before, number)) {
      const own = marks.get(key)
      if (!own) return () => null
      members.push({ key, marks: own, read: neverRead })
      numbers.set(key, number)
    }
  }
  const known = new Map<string, readonly number[]>()
  for (const alike of groupByOffer(groupByAddress(members)))
    if (alike.length > 1)
      known.set(nameOffer(alike), [...new Set(alike.flat().map(({ key }) => numbers.get(key) ?? -1))])
  return alike => {
    const found = known.get(nameOffer(alike))
    if (found === undefined) return null
    const byKey = new Map(alike.flat().map(member => [member.key, member]))
    return found.map(number => listKeys(before, number).flatMap(key => byKey.get(key) ?? []))
  }
}

const nameOffer = (alike: readonly (readonly ArchivedMember[])[]): string =>
  alike.map(group => group.map(({ key }) => key).join(' ')).join('|')

function neverRead(): never {
  throw new Error('what is remembered is not compared')
}
