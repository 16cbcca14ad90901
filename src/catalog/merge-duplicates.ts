import type { Posting } from '../posting/posting.ts'
import { findMirrorsInSteps } from './find-mirrors.ts'
import { joinPostings } from './join-postings.ts'
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
  const sorted = [...postings].sort(compareAge)
  const groups = yield* findMirrorsInSteps(groupByAddress(sorted))
  const merged: MergedPosting[] = []
  for (const group of groups) {
    merged.push(toMerged(group.sort(compareAge)))
    yield
  }
  return merged
}

/** The stated date decides, then the path, so that the order of loading changes nothing. */
function compareAge(a: Posting, b: Posting): number {
  const [dateA, dateB] = [a.postedAt ?? '9999', b.postedAt ?? '9999']
  if (dateA !== dateB) return dateA < dateB ? -1 : 1
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0
}

/** An id that is not made from an address may be that of two roles which go by one name. */
function groupByAddress(postings: readonly Posting[]): Posting[][] {
  const groups = new Map<string, Posting[]>()
  for (const [at, posting] of postings.entries()) {
    const key = posting.url === null ? `#${at}` : `${posting.id}|${posting.title}`
    const group = groups.get(key)
    if (group) group.push(posting)
    else groups.set(key, [posting])
  }
  return [...groups.values()]
}

function toMerged(group: readonly Posting[]): MergedPosting {
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
