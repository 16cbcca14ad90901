import { MissingPostings } from '../archive/missing-postings.ts'
import type { PostingArchive } from '../archive/posting-archive.ts'
import type { Steps } from '../steps.ts'
import {
  type ArchivedMember,
  compareGroups,
  compareOrders,
  findMembers,
  groupMembersInSteps,
  type MemberGroup,
  writeOrder,
} from './archived-member.ts'
import type { ImageParts } from './catalog-image.ts'
import { listKeys, nameGroup, numberKeys } from './list-keys.ts'
import { findTouchedInSteps, LINKS_A_KEY, linksOf } from './merge-links.ts'
import { countStrings, findString, stringAt } from './packed-strings.ts'
import { listStretches, type Renumbering } from './renumbering.ts'

/** What became of the postings of an image. */
export interface Regrouping extends Renumbering {
  /** Numbers that the image has for those that went. */
  readonly gone: readonly number[]
  /** Those that came, in their order. */
  readonly came: readonly MemberGroup[]
}

/**
 * Finds out what changes in an image when other documents are in force; only postings that may be grouped otherwise are
 * looked at.
 * @param keys of all documents in force, each once
 * @returns null where the image holds two postings under one key, which then says too little
 * @throws {MissingPostings} when the archive lacks one of them
 */
export function* regroupInSteps(
  before: ImageParts,
  keys: readonly string[],
  archive: PostingArchive,
): Steps<Regrouping | null> {
  const { kept, fresh } = findKept(before, keys)
  const lost = archive.listMissing(keys)
  if (lost.length > 0) throw new MissingPostings(lost)
  yield
  if (hasDoubles(before, kept)) return null
  const members = findMembers(fresh, archive)
  const touched = yield* findTouched(before, kept, members)
  const numbers = numberKeys(before)
  const touchedNumbers = new Set<number>()
  const again: string[] = []
  for (const at of touched) {
    touchedNumbers.add(numbers[at] ?? 0)
    if (kept[at] === 1) again.push(stringAt(before.keys, at))
  }
  const groups = yield* groupMembersInSteps([...members, ...findMembers(again, archive)].sort(compareKeys))
  return place(before, groups, touchedNumbers, archive)
}

const compareKeys = (a: ArchivedMember, b: ArchivedMember): number => (a.key < b.key ? -1 : 1)

/** Which keys of the image are still in force (1), and which keys are not in it. */
function findKept({ keys: known }: ImageParts, keys: readonly string[]) {
  const kept = new Uint8Array(countStrings(known))
  const fresh: string[] = []
  for (const key of keys) {
    const at = findString(known, key)
    if (at < 0) fresh.push(key)
    else kept[at] = 1
  }
  return { kept, fresh }
}

/** Of two that are the same, only the first is ever found. */
function hasDoubles({ keys }: ImageParts, kept: Uint8Array): boolean {
  return kept.some((isKept, at) => isKept === 0 && findString(keys, stringAt(keys, at)) !== at)
}

/** The places of all keys of the image that may be grouped otherwise. */
function* findTouched(
  { links }: ImageParts,
  kept: Uint8Array,
  members: readonly ArchivedMember[],
): Steps<readonly number[]> {
  const all = new Uint32Array(links.length + members.length * LINKS_A_KEY)
  all.set(links)
  members.forEach(({ marks }, at) => {
    all.set(linksOf(marks), links.length + at * LINKS_A_KEY)
  })
  const isTouched = yield* findTouchedInSteps(all, at => kept[at] !== 1)
  const places: number[] = []
  for (let at = 0; at < kept.length; at++) if (isTouched[at] === 1) places.push(at)
  return places
}

/** Puts groups among those that nothing touched; one that is as it was counts as kept. */
function place(
  before: ImageParts,
  groups: readonly MemberGroup[],
  touched: ReadonlySet<number>,
  archive: PostingArchive,
): Regrouping {
  const byName = new Map([...touched].map(number => [nameGroup(listKeys(before, number)), number]))
  const nameOf = (group: MemberGroup) => nameGroup(group.map(({ key }) => key))
  const same = new Set(groups.flatMap(group => byName.get(nameOf(group)) ?? []))
  const came = groups.filter(group => !byName.has(nameOf(group)))
  const gone = [...touched].filter(number => !same.has(number)).sort((a, b) => a - b)
  const isGone = new Set(gone)
  const left = Array.from({ length: before.size }, (_, number) => number).filter(
    number => !isGone.has(number),
  )
  const keptNumbers = new Int32Array(before.size).fill(-1)
  const addedNumbers = new Int32Array(came.length)
  const findPlace = createFinder(before, left, archive)
  let at = 0
  came.forEach((group, index) => {
    const end = findPlace(group, at)
    for (; at < end; at++) keptNumbers[left[at] ?? 0] = at + index
    addedNumbers[index] = end + index
  })
  for (; at < left.length; at++) keptNumbers[left[at] ?? 0] = at + came.length
  const stretches = listStretches(keptNumbers, addedNumbers)
  return { size: left.length + came.length, keptNumbers, addedNumbers, stretches, gone, came }
}

/** Finds how many of the postings that were left come before another; few of them are looked up in the archive. */
function createFinder(before: ImageParts, left: readonly number[], archive: PostingArchive) {
  const known = new Map<number, MemberGroup>()
  const groupAt = (at: number): MemberGroup => {
    const group = known.get(at) ?? findMembers(listKeys(before, left[at] ?? 0).slice(0, 1), archive)
    known.set(at, group)
    return group
  }
  return (group: MemberGroup, from: number): number => {
    const order = writeOrder(group)
    const isBefore = (at: number): boolean => {
      const difference = compareOrders(stringAt(before.orders, left[at] ?? 0), order)
      return (difference || compareGroups(groupAt(at), group)) < 0
    }
    let [low, high] = [from, left.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (isBefore(middle)) low = middle + 1
      else high = middle
    }
    return low
  }
}
