import { MissingPostings } from '../archive/missing-postings.ts'
import type { PostingArchive } from '../archive/posting-archive.ts'
import { compareNewest } from '../catalog.ts'
import { compareTexts } from '../compare-texts.ts'
import { groupDuplicatesInSteps } from '../merge-duplicates.ts'
import type { Mergeable } from '../mergeable.ts'
import type { Steps } from '../steps.ts'

/** A posting of the archive among those that copies are looked for in. */
export interface ArchivedMember extends Mergeable {
  readonly key: string
  /** Comes before that of another where the archive holds it before the other: to read many is faster in its order. */
  readonly place: number
}

/** A posting with its copies, the oldest first. */
export type MemberGroup = readonly ArchivedMember[]

/**
 * Finds postings in the archive, in the order of their keys; documents that were rejected are left out.
 * @throws {MissingPostings} when the archive lacks one of them
 */
export function findMembers(keys: readonly string[], archive: PostingArchive): readonly ArchivedMember[] {
  const marks = archive.loadMarks(new Set(keys))
  const missing = keys.filter(key => !marks.has(key))
  if (missing.length > 0) throw new MissingPostings(missing)
  const places = new Map(Array.from(marks.keys(), (key, place) => [key, place]))
  // What else decides may leave two of them alike.
  return keys.toSorted().flatMap(key => {
    const own = marks.get(key)
    if (!own) return []
    return [{ key, place: places.get(key) ?? 0, marks: own, read: () => loadPosting(key, archive) }]
  })
}

function loadPosting(key: string, archive: PostingArchive) {
  const posting = archive.loadPosting(key)
  if (posting === null) throw new MissingPostings([key])
  return posting
}

/** Finds out which of the postings are one, and puts them into the order of a catalog. */
export function* groupMembersInSteps(members: readonly ArchivedMember[]): Steps<readonly MemberGroup[]> {
  return (yield* groupDuplicatesInSteps(members)).toSorted(compareGroups)
}

/** What mostly tells the place of a posting among others: its day and its id, a line each. */
export function writeOrder([oldest]: MemberGroup): string {
  return `${oldest?.marks.postedAt ?? ''}\n${oldest?.marks.id ?? ''}`
}

/** Compares what `writeOrder` wrote of two postings, as `compareGroups` does; 0 where that takes a closer look. */
export function compareOrders(a: string, b: string): number {
  const [dayOfA, dayOfB] = [a.slice(0, a.indexOf('\n')), b.slice(0, b.indexOf('\n'))]
  return compareTexts(dayOfB, dayOfA) || compareTexts(a, b)
}

/** The order of postings in a catalog. */
export function compareGroups([a]: MemberGroup, [b]: MemberGroup): number {
  return a && b ? compareNewest(a.marks, b.marks) || compareTexts(a.key, b.key) : 0
}
