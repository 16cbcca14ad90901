import { countryName } from '../posting/places/countries.ts'
import type { Posting } from '../posting/posting.ts'
import { type BodySketch, compareBodies, sketchBody } from './body-sketch.ts'
import { normaliseCompany } from './company-name.ts'
import { foldText, splitWords } from './split-words.ts'
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

/** A posting, with the copies already known, while its mirrors are looked for. */
interface Candidate {
  readonly postings: Posting[]
  readonly company: string
  /** Its longest line, which a mirror on another board repeats. */
  readonly anchor: string
}

/** What all of a group agree on is kept beside it, so that a large group is no slower to join. */
interface Sketched extends Candidate {
  readonly sketch: BodySketch
  /** Its words in lower case, made when another company's copy turns up. */
  text: string | null
  /** The amounts that one of them states; null where none does. */
  pay: string | null
  /** Where all of them are; null where they are in several places. */
  places: string | null
}

/**
 * Joins groups of postings that are one role: title, company and what people ask for the same, texts nearly so.
 * @param groups postings that are known to be one, the oldest first
 */
export function* findMirrorsInSteps(groups: readonly Posting[][]): Steps<Posting[][]> {
  const offers = new Map<string, Posting[][]>()
  for (const group of groups) {
    const offer = group.map(describeOffer)[0] ?? ''
    const alike = offers.get(offer)
    if (alike) alike.push(group)
    else offers.set(offer, [group])
    yield
  }
  const found: Posting[][] = []
  for (const alike of offers.values()) {
    found.push(...(alike.length === 1 ? alike : joinAlike(alike)))
    yield
  }
  return found
}

/** All that copies of one posting have in common: the words of the title in any order, and the facts but place and pay. */
function describeOffer(posting: Posting): string {
  const { seniority, workplace, employment, yearsMin, degree, visaSponsorship, language } = posting
  const facts = [seniority, workplace, employment, yearsMin, degree, visaSponsorship, language]
  return JSON.stringify([titleKey(posting), ...facts])
}

/** "Back-End Engineer (Turkey)" and "Engineer, Backend" are one title; where a copy sits is no part of it. */
function titleKey({ title, countries, cities }: Posting): string {
  const words = splitWords(title.replace(/\b(back|front|full)[- ](?=end\b|stack\b)/gi, '$1'))
  if (words.length < 3) return words.sort().join(' ')
  const places = new Set(splitWords([...countries.map(code => countryName(code) ?? ''), ...cities].join(' ')))
  return words
    .filter(word => !places.has(word))
    .map(word => (word === 'sr' ? 'senior' : word === 'jr' ? 'junior' : word))
    .sort()
    .join(' ')
}

/** Only those that share the company or the longest line with another one are looked at closely. */
function joinAlike(groups: readonly Posting[][]): Posting[][] {
  const candidates = groups.map(makeCandidate)
  const companies = countBy(candidates, ({ company }) => company)
  const anchors = countBy(candidates, ({ anchor }) => anchor)
  const isSuspect = ({ company, anchor }: Candidate) =>
    anchor !== '' && ((companies.get(company) ?? 0) > 1 || (anchors.get(anchor) ?? 0) > 1)
  const others = candidates.filter(candidate => !isSuspect(candidate))
  const joined = joinSuspects(candidates.filter(isSuspect))
  return [...others, ...joined].map(({ postings }) => postings)
}

function makeCandidate(postings: Posting[]): Candidate {
  const [posting] = postings
  return {
    postings,
    company: normaliseCompany(posting?.company ?? ''),
    anchor: listLines(posting).reduce((longest, line) => (line.length > longest.length ? line : longest), ''),
  }
}

const listLines = (posting: Posting | undefined): readonly string[] =>
  posting?.sections.flatMap(({ lines }) => lines.map(({ text }) => text)) ?? []

/** Each joins the first one before it that is the same; those are found by the keys of their sketches. */
function joinSuspects(candidates: readonly Candidate[]): readonly Candidate[] {
  const kept: Sketched[] = []
  const byBand = new Map<number, Sketched[]>()
  for (const candidate of candidates) {
    const sketched = sketchCandidate(candidate)
    const twin = listNear(byBand, sketched).find(other => isSame(other, sketched))
    if (twin) join(twin, sketched)
    else {
      kept.push(sketched)
      for (const band of sketched.sketch.bands) addTo(byBand, band, sketched)
    }
  }
  return kept
}

function sketchCandidate(candidate: Candidate): Sketched {
  const { postings } = candidate
  const paid = postings.find(({ salary }) => salary !== null)?.salary
  const places = new Set(postings.map(placesOf))
  return {
    ...candidate,
    sketch: sketchBody(listLines(postings[0])),
    text: null,
    pay: paid ? `${paid.min} ${paid.max} ${paid.currency} ${paid.period}` : null,
    places: places.size === 1 ? ([...places][0] ?? null) : null,
  }
}

function join(group: Sketched, other: Sketched): void {
  group.postings.push(...other.postings)
  group.pay ??= other.pay
  if (group.places !== other.places) group.places = null
}

/** Those of the same company first. */
function listNear(byBand: ReadonlyMap<number, readonly Sketched[]>, one: Sketched): readonly Sketched[] {
  const near = [...new Set(one.sketch.bands.flatMap(band => byBand.get(band) ?? []))]
  const own = near.filter(({ company }) => company === one.company)
  const others = near.filter(({ company, anchor }) => company !== one.company && anchor === one.anchor)
  return [...own.slice(0, MAX_COMPARED), ...others.slice(0, MAX_OTHER_COMPANIES)]
}

function addTo(byBand: Map<number, Sketched[]>, band: number, sketched: Sketched): void {
  const list = byBand.get(band)
  if (list === undefined) byBand.set(band, [sketched])
  else if (list.length < MAX_COMPARED) list.push(sketched)
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
  const isOneCompany = a.company === b.company
  return (isOneCompany && !isPaidOnce) || (overlap >= IDENTICAL && (isOneCompany || isOneHirer(a, b)))
}

const isOnePlace = (a: Sketched, b: Sketched): boolean => a.places !== null && a.places === b.places

/** A mirror may leave the company out, write it otherwise or name the board; the text then names who hires. */
function isOneHirer(a: Sketched, b: Sketched): boolean {
  const [one, other] = [a.company, b.company]
  if (one === '' || other === '' || hasName(one, other) || hasName(other, one)) return true
  b.text ??= foldText(listLines(b.postings[0]).join(' '))
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
