import type { Posting } from '../posting/posting.ts'
import { foldText, splitWords } from './split-words.ts'

/** A posting together with where its mirrors were found. */
export interface MergedPosting {
  readonly posting: Posting
  /** Paths of the duplicates that were merged into it, sorted. */
  readonly alsoPaths: readonly string[]
  /** Ids of the duplicates, where they differ from the posting's own. */
  readonly alsoIds: readonly string[]
}

const NEARLY_IDENTICAL = 0.9
const SHINGLE_WORDS = 3
/** Groups are compared pair by pair only up to this many distinct texts. */
const MAX_COMPARED = 50

/**
 * Merges what is one posting: the same id, or the same company, title, place and pay with nearly the same text.
 * The oldest stays, and those that differ in a fact that people ask for stay apart.
 */
export function mergeDuplicates(postings: readonly Posting[]): readonly MergedPosting[] {
  const byAge = [...postings].sort(compareAge)
  const byId = groupBy(byAge, posting => posting.id)
  const unmirrored = [...byId.values()]
  const lookalikes = groupBy(unmirrored, group => group.map(describeOffer)[0] ?? '')
  return [...lookalikes.values()].flatMap(groups => mergeLookalikes(groups)).map(toMerged)
}

/** The stated date decides, then the path, so that the order of loading changes nothing. */
function compareAge(a: Posting, b: Posting): number {
  const [dateA, dateB] = [a.postedAt ?? '9999', b.postedAt ?? '9999']
  if (dateA !== dateB) return dateA < dateB ? -1 : 1
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0
}

function describeOffer(posting: Posting): string {
  const { title, company, workplace, countries, regions, states, cities, salary } = posting
  const pay = salary && [salary.min, salary.max, salary.currency, salary.period]
  const places = [countries, regions, states, cities].map(list => [...list].sort())
  return JSON.stringify([foldText(title), foldText(company ?? ''), workplace, places, pay])
}

function mergeLookalikes(groups: readonly Posting[][]): readonly Posting[][] {
  if (groups.length === 1) return groups
  const kept: { postings: Posting[]; shingles: ReadonlySet<string> }[] = []
  for (const postings of groups) {
    const shingles = shingle(postings[0])
    const twin =
      shingles.size === 0
        ? undefined
        : kept.find(other => overlap(other.shingles, shingles) >= NEARLY_IDENTICAL)
    if (twin) twin.postings.push(...postings)
    else if (kept.length < MAX_COMPARED || shingles.size === 0)
      kept.push({ postings: [...postings], shingles })
    else kept.push({ postings: [...postings], shingles: new Set() })
  }
  return kept.map(({ postings }) => postings.sort(compareAge))
}

/** Runs of words; empty for a posting without text, which then is nobody's mirror. */
function shingle(posting: Posting | undefined): ReadonlySet<string> {
  const lines = posting?.sections.flatMap(section => section.lines.map(line => line.text)) ?? []
  const words = splitWords(lines.join(' '))
  return new Set(words.map((_, at) => words.slice(at, at + SHINGLE_WORDS).join(' ')))
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const item of a) if (b.has(item)) shared++
  const all = a.size + b.size - shared
  return all === 0 ? 0 : shared / all
}

function toMerged(group: readonly Posting[]): MergedPosting {
  const [posting, ...others] = group as [Posting, ...Posting[]]
  const alsoIds = new Set(others.map(other => other.id))
  alsoIds.delete(posting.id)
  return { posting, alsoPaths: others.map(other => other.path).sort(), alsoIds: [...alsoIds].sort() }
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
