import type { Posting } from '../posting/posting.ts'
import { compareTexts } from './compare-texts.ts'
import { findMirrorsInSteps } from './find-mirrors.ts'
import { joinPostings } from './join-postings.ts'
import { type Mergeable, makeMergeMarks } from './mergeable.ts'
import { runSteps, type Steps } from './steps.ts'

/** A posting together with where its copies were found. */
export interface MergedPosting {
  /** The oldest, with the places of all and the pay that a copy states where it is silent. */
  readonly posting: Posting
  /** The duplicates as they are, the oldest first, for questions about one of them; empty where there are none. */
  readonly copies: readonly Posting[]
  /** Paths of the duplicates that were merged into it, sorted. */
  readonly alsoPaths: readonly string[]
  /** Ids of the duplicates, where they differ from the posting's own. */
  readonly alsoIds: readonly string[]
  /** Addresses of the duplicates, where they differ from the posting's own, sorted. */
  readonly alsoUrls: readonly string[]
  /** The latest day on which a copy was posted; null where none says. */
  readonly renewedAt: string | null
}

/**
 * Merges what is one posting: the same apply address, or the same role of the same company with nearly the same text,
 * repeated for other places, posted again or mirrored by another board. Those that differ in another fact that people
 * ask for (level, pay, workplace, …) stay apart. Takes linear time; the order of the postings changes nothing.
 */
export function mergeDuplicates(postings: readonly Posting[]): readonly MergedPosting[] {
  return runSteps(mergeDuplicatesInSteps(postings))
}

/** As `mergeDuplicates`, in short steps. */
export function* mergeDuplicatesInSteps(postings: readonly Posting[]): Steps<readonly MergedPosting[]> {
  const members: Mergeable[] = []
  for (const posting of postings) {
    members.push({ marks: makeMergeMarks(posting), read: () => posting })
    yield
  }
  const groups = yield* groupDuplicatesInSteps(members)
  return groups.map(group => mergeGroup(group.map(member => member.read())))
}

/** Finds the postings that are one; each group begins with the oldest. The order of the postings changes nothing. */
export function* groupDuplicatesInSteps<T extends Mergeable>(
  members: readonly T[],
): Steps<readonly (readonly T[])[]> {
  const groups = yield* findMirrorsInSteps(groupByAddress(members))
  return groups.map(group => group.toSorted(compareAge))
}

/** The stated date decides, then what names the posting, so that the order of loading changes nothing. */
function compareAge({ marks: a }: Mergeable, { marks: b }: Mergeable): number {
  return (
    compareTexts(a.postedAt ?? '9999', b.postedAt ?? '9999') ||
    compareTexts(a.path, b.path) ||
    compareTexts(a.sourceName, b.sourceName) ||
    compareTexts(a.id, b.id)
  )
}

/**
 * Postings of one address, the oldest first. An id that is not made from an address may be that of two roles which go
 * by one name.
 */
function groupByAddress<T extends Mergeable>(members: readonly T[]): readonly (readonly T[])[] {
  const sorted = members.toSorted(compareAge)
  return [...Map.groupBy(sorted, ({ marks }) => marks.address ?? Symbol()).values()]
}

/**
 * Makes one of postings that are one.
 * @param group the oldest first; at least one
 */
export function mergeGroup(group: readonly Posting[]): MergedPosting {
  const [oldest, ...others] = group as [Posting, ...Posting[]]
  const namesOf = (read: (posting: Posting) => string | null) =>
    [...new Set(others.flatMap(other => read(other) ?? []))].filter(name => name !== read(oldest)).sort()
  return {
    posting: joinPostings(oldest, others),
    copies: others.length === 0 ? [] : group,
    alsoPaths: others.map(other => other.path).sort(),
    alsoIds: namesOf(posting => posting.id),
    alsoUrls: namesOf(posting => posting.url),
    renewedAt: group.flatMap(({ postedAt }) => postedAt ?? []).reduce(later, null),
  }
}

const later = (latest: string | null, date: string): string =>
  latest === null || date > latest ? date : latest
