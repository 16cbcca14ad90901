import type { Posting } from '../posting/posting.ts'
import { type BodySketch, compareBodies, sketchBody } from './body-sketch.ts'
import { listLines, type Mergeable, type MergeMarks } from './mergeable.ts'
import { foldText } from './split-words.ts'
import type { Steps } from './steps.ts'

/** Shared runs of words from which on two texts are one. */
const NEARLY_IDENTICAL = 0.9
/** The same for copies of which only one states the pay, or that name another company. */
const IDENTICAL = 0.95
/** A copy that lacks a part, or has one more, is told by how much of the shorter text is in the longer one. */
const CONTAINED = { overlap: 0.75, share: 0.98 }
/** Runs of words below which a text says too little to tell that two places share one role. */
const ENOUGH_TEXT = 20
/** How many texts under one key are compared; more that agree in a key and not in their words are boilerplate. */
const MAX_COMPARED = 50
const MAX_OTHER_COMPANIES = 10

/** What all of a group agree on is kept beside it, so that a large group is no slower to join. */
interface Sketched<T extends Mergeable = Mergeable> {
  readonly members: T[]
  readonly marks: MergeMarks
  /** The oldest of those that it began with. */
  readonly posting: Posting
  readonly sketch: BodySketch
  /** Its words in lower case, made when another company's copy turns up. */
  text: string | null
  /** The amounts that one of them states; null where none does. */
  pay: string | null
  /** Where all of them are; null where they are in several places. */
  places: string | null
}

/** Groups of postings that are one, the oldest of each first. */
type Groups<T extends Mergeable> = readonly (readonly T[])[]

/**
 * Joins groups of postings that are one role: title, company and what people ask for the same, texts nearly so. Groups
 * of which the first ones differ in the offer, or in both company and anchor, have no influence on each other.
 * @param groups postings that are known to be one, the oldest first
 */
export function* findMirrorsInSteps<T extends Mergeable>(groups: Groups<T>): Steps<Groups<T>> {
  const found: (readonly T[])[] = []
  for (const alike of groupByOffer(groups)) {
    found.push(...(alike.length === 1 ? alike : joinAlike(alike)))
    yield
  }
  return found
}

/** Groups that may have mirrors among each other, in the order of their first ones. */
function groupByOffer<T extends Mergeable>(groups: Groups<T>): Iterable<Groups<T>> {
  return Map.groupBy(groups, group => marksOf(group)?.offer).values()
}

const marksOf = (group: readonly Mergeable[]): MergeMarks | undefined => group[0]?.marks

/** Only those that share the company or the longest line with another one are looked at closely. */
function joinAlike<T extends Mergeable>(groups: Groups<T>): Groups<T> {
  const companies = countBy(groups, group => marksOf(group)?.company ?? '')
  const anchors = countBy(groups, group => marksOf(group)?.anchor ?? '')
  const isSuspect = (group: readonly T[]) => {
    const { company = '', anchor = '' } = marksOf(group) ?? {}
    return anchor !== '' && ((companies.get(company) ?? 0) > 1 || (anchors.get(anchor) ?? 0) > 1)
  }
  const others = groups.filter(group => !isSuspect(group))
  return [...others, ...joinSuspects(groups.filter(isSuspect))]
}

/** Each joins the first one before it that is the same; those are found by the keys of their sketches. */
function joinSuspects<T extends Mergeable>(groups: Groups<T>): Groups<T> {
  const kept: Sketched<T>[] = []
  const [byCompany, byAnchor]: [Near<T>, Near<T>] = [new Map(), new Map()]
  for (const group of groups) {
    const sketched = sketchGroup(group)
    if (sketched === null) continue
    const { company, anchor } = sketched.marks
    // Those of the same company first.
    const own = listNear(byCompany, sketched, company).slice(0, MAX_COMPARED)
    const others = listNear(byAnchor, sketched, anchor).filter(({ marks }) => marks.company !== company)
    const near = [...own, ...others.slice(0, MAX_OTHER_COMPANIES)]
    const twin = near.find(other => isSame(other, sketched))
    if (twin) join(twin, sketched)
    else {
      kept.push(sketched)
      addNear(byCompany, sketched, company)
      addNear(byAnchor, sketched, anchor)
    }
  }
  return kept.map(({ members }) => members)
}

/** Groups by a key of their sketches together with a name. */
type Near<T extends Mergeable> = Map<string, Sketched<T>[]>

function listNear<T extends Mergeable>(
  near: Near<T>,
  { sketch }: Sketched<T>,
  name: string,
): readonly Sketched<T>[] {
  return [...new Set(sketch.bands.flatMap(band => near.get(`${band} ${name}`) ?? []))]
}

function addNear<T extends Mergeable>(near: Near<T>, sketched: Sketched<T>, name: string): void {
  for (const band of sketched.sketch.bands) {
    const list = near.get(`${band} ${name}`)
    if (list === undefined) near.set(`${band} ${name}`, [sketched])
    else if (list.length < MAX_COMPARED) list.push(sketched)
  }
}

function sketchGroup<T extends Mergeable>(group: readonly T[]): Sketched<T> | null {
  const postings = group.map(member => member.read())
  const [[posting], marks] = [postings, marksOf(group)]
  if (posting === undefined || marks === undefined) return null
  const paid = postings.find(({ salary }) => salary !== null)?.salary
  const places = new Set(postings.map(placesOf))
  return {
    members: [...group],
    marks,
    posting,
    sketch: sketchBody(listLines(posting)),
    text: null,
    pay: paid ? `${paid.min} ${paid.max} ${paid.currency} ${paid.period}` : null,
    places: places.size === 1 ? ([...places][0] ?? null) : null,
  }
}

function join<T extends Mergeable>(group: Sketched<T>, other: Sketched<T>): void {
  group.members.push(...other.members)
  group.pay ??= other.pay
  if (group.places !== other.places) group.places = null
}

function isSame(a: Sketched, b: Sketched): boolean {
  if (a.pay !== null && b.pay !== null && a.pay !== b.pay) return false
  const { overlap, contained } = compareBodies(a.sketch, b.sketch)
  const isContained = overlap >= CONTAINED.overlap && contained >= CONTAINED.share
  if (overlap < NEARLY_IDENTICAL && !isContained) return false
  const isShort = a.sketch.shingles.length < ENOUGH_TEXT
  const isPaidOnce = a.pay !== b.pay
  // Pay that only the copy for another place states may hold for that place alone.
  if ((overlap < NEARLY_IDENTICAL || isShort || isPaidOnce) && !isOnePlace(a, b)) return false
  const isOneCompany = a.marks.company === b.marks.company
  // A copy posted again with a paragraph on pay holds all that the other one says.
  const isOneText = !isPaidOnce || isContained
  return (isOneCompany && isOneText) || (overlap >= IDENTICAL && (isOneCompany || isOneHirer(a, b)))
}

const isOnePlace = (a: Sketched, b: Sketched): boolean => a.places !== null && a.places === b.places

/** A mirror may leave the company out, write it otherwise or name the board; the text then names who hires. */
function isOneHirer(a: Sketched, b: Sketched): boolean {
  const [one, other] = [a.marks.company, b.marks.company]
  if (one === '' || other === '' || hasName(one, other) || hasName(other, one)) return true
  b.text ??= foldText(listLines(b.posting).join(' '))
  return hasName(b.text, one) !== hasName(b.text, other)
}

function hasName(text: string, name: string): boolean {
  const at = text.indexOf(name)
  const isPart = /[a-z0-9]/
  return at >= 0 && !isPart.test(text[at - 1] ?? '') && !isPart.test(text[at + name.length] ?? '')
}

const placesOf = ({ countries, regions, states, cities }: Posting): string =>
  [countries, regions, states, cities].map(list => [...list].sort().join(',')).join('|')

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return counts
}
