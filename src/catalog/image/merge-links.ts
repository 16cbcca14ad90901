import { hashText } from '../fnv-hash.ts'
import type { MergeMarks } from '../mergeable.ts'
import type { Steps } from '../steps.ts'

/** How many links each key has. */
export const LINKS_A_KEY = 3

/**
 * Hashes of what a posting has in common with those that may be the same one: only postings that share one of them are
 * ever compared (`groupDuplicatesInSteps`). 0 for what it does not have.
 */
export function linksOf({ address, offer, company, anchor }: MergeMarks): readonly number[] {
  return [
    address === null ? 0 : hashLink(address),
    hashLink(`${offer} ${company}`),
    anchor === '' ? 0 : hashLink(`${offer} ${anchor}`),
  ]
}

/** So small that it takes no memory of its own in a map, and never 0. */
const hashLink = (text: string): number => (hashText(text) >>> 2) + 1

/** Keys that are looked at in one step. */
const STEP_SIZE = 10_000

/**
 * Finds all that may be grouped otherwise than before: what is linked to something that came or went, over however many
 * others. Two that only happen to have the same hash are linked too, which costs time and changes nothing.
 * @param links of all that was there before or is there now
 * @param isDifferent whether one came or went
 * @returns whether each may be grouped otherwise
 */
export function* findTouchedInSteps(
  links: Uint32Array,
  isDifferent: (at: number) => boolean,
): Steps<Uint8Array> {
  const size = links.length / LINKS_A_KEY
  const leaders = Uint32Array.from({ length: size }, (_, at) => at)
  const find = (at: number): number => {
    let leader = at
    for (let next = leaders[leader] ?? 0; next !== leader; next = leaders[leader] ?? 0) {
      leaders[leader] = leaders[next] ?? 0
      leader = next
    }
    return leader
  }
  for (let kind = 0; kind < LINKS_A_KEY; kind++) {
    const first = new Map<number, number>()
    for (let at = 0; at < size; at++) {
      if (at % STEP_SIZE === 0) yield
      const link = links[at * LINKS_A_KEY + kind] ?? 0
      if (link === 0) continue
      const other = first.get(link)
      if (other === undefined) first.set(link, at)
      else leaders[find(at)] = find(other)
    }
  }
  const isTouchedLeader = new Uint8Array(size)
  for (let at = 0; at < size; at++) if (isDifferent(at)) isTouchedLeader[find(at)] = 1
  yield
  return Uint8Array.from({ length: size }, (_, at) => isTouchedLeader[find(at)] ?? 0)
}
