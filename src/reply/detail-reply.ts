import { MEMBER_MESSAGES } from '../messages/member-messages.ts'
import { MESSAGES } from '../messages.ts'
import { describeAge, describePlace, describeRange, describeSalary } from '../posting/describe-posting.ts'
import type { Posting, PostingField } from '../posting/posting.ts'
import type { FactsBlock, TextBlock } from '../reply.ts'
import { styled, textBlock } from '../reply.ts'
import { describeYearlyPay } from './describe-yearly-pay.ts'
import type { BlockDraft, ButtonDraft } from './draft.ts'
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

/** What the layout of one posting depends on besides what it says. */
export interface DetailSetting {
  readonly now: Date
  /** Why it matched the question that listed it, in words. */
  readonly reasons: readonly string[]
  /** ISO 4217 of the reader. */
  readonly currency: string
  /** What the reader made of the posting; null where nothing can be kept for them. */
  readonly marks: { readonly isSaved: boolean } | null
}

/** Lays out everything one posting states, with the passages it was read from. */
export function makeDetailReply(posting: Posting, setting: DetailSetting): readonly BlockDraft[] {
  const { reasons } = setting
  return [
    makeHeading(posting),
    makeFacts(posting, setting),
    ...(reasons.length === 0 ? [] : [textBlock('body', styled('good', MESSAGES.matches(reasons)))]),
    ...posting.contradictions.map(entry =>
      textBlock('problem', styled('warning', describeContradiction(entry))),
    ),
    ...makeQuotes(posting),
    ...(posting.url === null ? [] : [{ type: 'link', label: MESSAGES.apply, url: posting.url } as const]),
    ...makeMarkButtons(posting.id, setting),
  ]
}

function makeMarkButtons(postingId: string, { marks }: DetailSetting): BlockDraft[] {
  if (marks === null) return []
  const { save, unsave, dismiss, report } = MEMBER_MESSAGES
  const keep = marks.isSaved
    ? ({ label: unsave, words: '', action: { type: 'unsave', postingId } } as const)
    : ({ label: save, words: '', action: { type: 'save', postingId } } as const)
  const buttons: readonly ButtonDraft[] = [
    keep,
    { label: dismiss, words: '', action: { type: 'dismiss', postingId } },
    { label: report, words: '', action: { type: 'report', postingId }, opensForm: true },
  ]
  return [{ type: 'buttons', buttons }]
}

function makeHeading(posting: Posting): TextBlock {
  const title = { ...styled('strong', posting.title), ...(posting.url === null ? {} : { url: posting.url }) }
  const company = posting.company === null ? [] : [styled('muted', ` · ${posting.company}`)]
  const sample = posting.isSample ? [styled('warning', ` · ${MESSAGES.sample}`)] : []
  return textBlock('heading', title, ...company, ...sample)
}

function makeFacts(posting: Posting, { now, currency }: DetailSetting): FactsBlock {
  const rows: readonly (readonly [string, string | null])[] = [
    ['Pay', posting.salary === null ? 'not stated' : describeSalary(posting.salary)],
    ['A year', posting.salary === null ? null : describeYearlyPay(posting.salary, currency)],
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
    ['Posted', describeAge(posting.postedAt, now).replace(/^posted /, '')],
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
  const name = posting.degree === 'phd' ? 'PhD' : `${posting.degree}'s`
  return posting.degreeOrEquivalent ? `${name}, or equivalent experience` : name
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
