import { describeZones } from '../posting/describe-posting.ts'
import type { Posting, PostingField } from '../posting/posting.ts'
import { nameCountry, nameSkill, nameTopic } from '../reply/name-values.ts'
import type { Reply, ReplyBlock } from '../reply.ts'
import { styled, textBlock } from '../reply.ts'
import type { Explanation, FoundQuote } from './explain-posting.ts'

const LABELS: Readonly<Record<PostingField | 'url', string>> = {
  title: 'Title',
  titleInferred: 'Title inferred',
  company: 'Company',
  salary: 'Pay',
  workplace: 'Workplace',
  countries: 'Countries',
  regions: 'Regions',
  states: 'US states',
  cities: 'Cities',
  timeZones: 'Hours',
  seniority: 'Level',
  employment: 'Employment',
  yearsMin: 'Experience',
  degree: 'Degree',
  degreeOrEquivalent: 'Or equivalent',
  visaSponsorship: 'Visa',
  skills: 'Skills',
  topics: 'Work',
  language: 'Language',
  postedAt: 'Posted',
  closesAt: 'Closes',
  url: 'Address',
}
const LABEL_WIDTH = 12
const MAX_QUOTES = 3
const MAX_QUOTE_CHARACTERS = 220

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' })

/** Writes the value of a field for people; fields that are not listed are shown as they are. */
const VALUES: Readonly<Partial<Record<PostingField, (posting: Posting) => string | null>>> = {
  title: ({ title, titleInferred }) => (titleInferred ? `${title} (made from the text)` : title),
  salary: ({ salary }) => (salary === null ? null : describeZones(salary)),
  countries: ({ countries }) => countries.map(nameCountry).join(', '),
  yearsMin: ({ yearsMin }) => `${yearsMin}+ years`,
  degree: ({ degree, degreeOrEquivalent }) =>
    degree === 'none' ? 'none needed' : `${degree}${degreeOrEquivalent ? ', or equivalent experience' : ''}`,
  visaSponsorship: ({ visaSponsorship }) => (visaSponsorship ? 'sponsored' : 'not sponsored'),
  skills: ({ skills }) => skills.map(nameSkill).join(', '),
  topics: ({ topics }) => topics.map(nameTopic).join(', '),
  language: ({ language }) => `${languageNames.of(language) ?? language}, by the words of the whole text`,
}

/** Lays out what was read from a posting: each field, its value, and below it the lines that say so. */
export function drawExplanation(posting: Posting, explanation: Explanation): Reply {
  const { path, fields, contradictions, notStated } = explanation
  const draw = createQuoteDrawer(path)
  const blocks: ReplyBlock[] = [
    textBlock('heading', styled('strong', posting.title), styled('muted', `  ${path}`)),
    ...fields.flatMap(({ field, evidence }) =>
      field === 'url'
        ? [{ type: 'link', label: LABELS.url.padEnd(LABEL_WIDTH), url: posting.url ?? '' } as const]
        : [fact(LABELS[field], describeValue(posting, field)), ...draw(evidence)],
    ),
    ...contradictions.flatMap(({ field, values, quotes }) => [
      textBlock('problem', styled('warning', `! ${LABELS[field]}: it says two things, ${listBoth(values)}`)),
      ...draw(quotes),
    ]),
    fact(
      'Not stated',
      notStated.map(field => LABELS[field].toLowerCase()).join(', ') || 'nothing is missing',
    ),
  ]
  return { blocks }
}

/** The one that was taken comes first. */
const listBoth = ([taken, ...others]: readonly string[]): string =>
  `“${taken ?? ''}” (taken) and ${others.map(other => `“${other}”`).join(', ')}`

const fact = (label: string, value: string): ReplyBlock => ({
  type: 'facts',
  facts: [{ label: label.padEnd(LABEL_WIDTH), value }],
})

function describeValue(posting: Posting, field: PostingField): string {
  const value = posting[field]
  return VALUES[field]?.(posting) ?? (Array.isArray(value) ? value.join(', ') : String(value))
}

/** A passage that has been shown is only referred to: one line often states four facts. */
function createQuoteDrawer(path: string): (quotes: readonly FoundQuote[]) => ReplyBlock[] {
  const shown = new Set<string>()
  return quotes => {
    const first = quotes.slice(0, MAX_QUOTES)
    const blocks = first.map(({ quote, line }) => {
      const place = line === null ? (path.includes(quote) ? 'its path' : 'the text') : `line ${line}`
      const isKnown = shown.has(quote)
      shown.add(quote)
      const words = styled('muted', isKnown ? ', as above' : `  ${shorten(quote)}`)
      return textBlock('quote', styled('code', place), words)
    })
    const more = quotes.length - first.length
    return more > 0 ? [...blocks, textBlock('quote', styled('muted', `and ${more} more`))] : blocks
  }
}

function shorten(quote: string): string {
  const text = quote.replace(/\s+/g, ' ').trim()
  if (text.length <= MAX_QUOTE_CHARACTERS) return text
  const cut = text.lastIndexOf(' ', MAX_QUOTE_CHARACTERS)
  return `${text.slice(0, cut > 0 ? cut : MAX_QUOTE_CHARACTERS)} …`
}
