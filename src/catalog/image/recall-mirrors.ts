import type { RecallMirrors } from '../find-mirrors.ts'
import type { Mergeable, MergeMarks } from '../mergeable.ts'
import type { ImageParts } from './catalog-image.ts'
import { listKeys } from './list-keys.ts'
import { countStrings } from './packed-strings.ts'

/** A posting of the archive among those that copies are looked for in. */
export interface ArchivedMember extends Mergeable {
  readonly key: string
}

/**
 * Remembers which postings were found to be one, so that only offers with a posting that came or went are compared
 * again.
 * @param members the postings there are now, each once
 * @param marks of all postings; where one of the image is not in it, nothing is remembered
 */
export function recallMirrors(
  before: ImageParts,
  members: readonly ArchivedMember[],
  marks: ReadonlyMap<string, MergeMarks | null>,
): RecallMirrors<ArchivedMember> {
  const byKey = new Map(members.map(member => [member.key, member]))
  const numbers = numberKeys(before)
  // Where a document stood there twice, its key says too little.
  if (numbers.size < countStrings(before.keys)) return () => null
  const old = [...numbers.keys()].map(key => [key, marks.get(key) ?? null] as const)
  if (old.some(([, own]) => own === null)) return () => null
  const all = [...old, ...members.map(({ key, marks: own }) => [key, own] as const)]
  const differing = all.filter(([key]) => !numbers.has(key) || !byKey.has(key))
  const touched = findTouchedOffers(all, differing)
  return alike => {
    if (alike.some(([oldest]) => oldest === undefined || touched.has(oldest.marks.offer))) return null
    const found = new Set(alike.flat().map(({ key }) => numbers.get(key) ?? -1))
    return [...found].map(number => listKeys(before, number).flatMap(key => byKey.get(key) ?? []))
  }
}

function numberKeys(before: ImageParts): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  for (let number = 0; number < before.size; number++)
    for (const key of listKeys(before, number)) numbers.set(key, number)
  return numbers
}

type Marked = readonly (readonly [key: string, marks: MergeMarks | null])[]

/** The offers of what differs, and of all that share an address with it: the oldest there speaks for all. */
function findTouchedOffers(all: Marked, differing: Marked): ReadonlySet<string> {
  const addresses = new Set(differing.map(([, marks]) => marks?.address ?? null))
  addresses.delete(null)
  const touched = all.filter(([, marks]) => marks && addresses.has(marks.address))
  return new Set([...differing, ...touched].map(([, marks]) => marks?.offer ?? ''))
}
