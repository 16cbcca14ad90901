import { MESSAGES } from '../messages.ts'
import { describeAge, describePlace, describeRange, describeSalary } from '../posting/describe-posting.ts'
import type { Posting, PostingField } from '../posting/posting.ts'
import type { FactsBlock, TextBlock } from '../reply.ts'
import { styled, textBlock } from '../reply.ts'
import type { BlockDraft } from './draft.ts'
import { nameCountry, nameSkill, nameTopic } from './name-values.ts'
import { describeContradiction } from './posting-card.ts'

const MAX_QUOTE_CHARACTERS = 240
/** The fields whose passages are worth quoting, in the order a reader cares. */
const QUOTED_FIELDS: readonly PostingField[] = [
  'salary',
  'workplace',
  'yearsMin',
  'degree',
  'visaSponsorship',
]

/**
 * Lays out everything one posting states, with the passages it was read from.
 * @param reasons why it matched the question that listed it, in words
 */
export function makeDetailReply(
  posting: Posting,
  now: Date,
  reasons: readonly string[] = [],
): readonly BlockDraft[] {
  return [
    makeHeading(posting),
    makeFacts(posting, now),
    ...(reasons.length === 0 ? [] : [textBlock('body', styled('good', MESSAGES.matches(reasons)))]),
    ...posting.contradictions.map(entry =>
      textBlock('problem', styled('warning', describeContradiction(entry))),
    ),
    ...makeQuotes(posting),
    ...(posting.url === null ? [] : [{ type: 'link', label: MESSAGES.apply, url: posting.url } as const]),
  ]
}

function makeHeading(posting: Posting): TextBlock {
  const title = { ...styled('strong', posting.title), ...(posting.url === null ? {} : { url: posting.url }) }
  const company = posting.company === null ? [] : [styled('muted', ` · ${posting.company}`)]
  const sample = posting.isSample ? [styled('warning', ` ${MESSAGES.sample}`)] : []
  return textBlock('heading', title, ...company, ...sample)
}

function makeFacts(posting: Posting, now: Date): FactsBlock {
  const rows: readonly (readonly [string, string | null])[] = [
    ['Pay', posting.salary === null ? 'not stated' : describeSalary(posting.salary)],
    ...zoneRows(posting),
    ['Where', describePlace(posting) ?? 'not stated'],
    ['Countries', listOrNull(posting.countries.map(nameCountry))],
    ['Hours', listOrNull(posting.timeZones)],
    ['Level', posting.seniority],
    ['Employment', posting.employment],
    ['Experience', posting.yearsMin === null ? null : `${posting.yearsMin}+ years`],
    ['Degree', describeDegree(posting)],
    ['Visa', describeVisa(posting.visaSponsorship)],
    ['Work', listOrNull(posting.topics.map(nameTopic))],
    ['Skills', listOrNull(posting.skills.map(nameSkill))],
    ['Posted', describeAge(posting.postedAt, now)],
    ['Closes', posting.closesAt],
    ['Source', MESSAGES.viaSource(posting.sourceName)],
  ]
  const facts = rows.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]))
  return { type: 'facts', facts }
}

function zoneRows(posting: Posting): (readonly [string, string])[] {
  const { salary } = posting
  if (salary === null) return []
  return salary.zones.map(zone => [`  ${zone.label}`, describeRange(zone.min, zone.max, salary.currency)])
}

function describeDegree(posting: Posting): string | null {
  if (posting.degree === null) return null
  if (posting.degree === 'none') return 'none needed'
  return posting.degreeOrEquivalent ? `${posting.degree}, or equivalent experience` : posting.degree
}

function describeVisa(sponsorship: boolean | null): string | null {
  if (sponsorship === null) return null
  return sponsorship ? 'sponsored' : 'not sponsored'
}

function listOrNull(values: readonly string[]): string | null {
  return values.length > 0 ? values.join(', ') : null
}

function makeQuotes(posting: Posting): TextBlock[] {
  const quotes = [
    ...QUOTED_FIELDS.flatMap(field => posting.evidence[field]?.slice(0, 1) ?? []),
    ...posting.contradictions.flatMap(entry => entry.quotes),
  ]
  return [...new Set(quotes)].map(quote => textBlock('quote', shorten(quote)))
}

/** Cuts between words, so that no word is cut in two. */
function shorten(quote: string): string {
  const text = quote.replace(/\s+/g, ' ').trim()
  if (text.length <= MAX_QUOTE_CHARACTERS) return `“${text}”`
  const cut = text.lastIndexOf(' ', MAX_QUOTE_CHARACTERS)
  return `“${text.slice(0, cut > 0 ? cut : MAX_QUOTE_CHARACTERS)} …”`
}
