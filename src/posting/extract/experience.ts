import { listPattern } from '../list-pattern.ts'
import type { PostingText, Reading, SectionKind } from '../posting-text.ts'
import { rememberByPassage } from '../remember-by-passage.ts'
import { countYears, type YearsMention } from './count-years.ts'
import { kindsThatRequire } from './demands.ts'
import { readTitleLevel } from './level-in-title.ts'
import { listPassages, type Passage } from './passages.ts'

const LOOSE: readonly SectionKind[] = ['duties', 'role', 'company']
const MOST_YEARS = 25

/** The degree that years go with, `none` for years in place of one; null where the sentence ties them to none. */
type TiedDegree = 'bachelor' | 'other' | 'none' | null

/** One number of years that a sentence by itself may ask for. */
interface SentenceYears {
  readonly years: number
  readonly degree: TiedDegree
  /** The sentence begins with them. */
  readonly opensSentence: boolean
  /** They are asked for where the sentence stands among what is required. */
  readonly countsIfRequired: boolean
  /** They are asked for wherever the sentence stands. */
  readonly countsAnywhere: boolean
}

/** One number of years that a posting asks for. */
interface Demand extends SentenceYears {
  readonly passage: Passage
}

const EXPERIENCE = listPattern({
  words: [
    String.raw`experien|expertise|background|track record|\bwork(?:ed|ing)?\b|professional|hands-on`,
    String.raw`practic|proven|\bindustry\b|software|develop|engineer|programming|coding|erfahrung`,
    'berufs|praxis|praktij|expérience|experiencia|experiência|doświadczeni|ervaring',
    'esperienza|erfarenhet',
  ],
})
const OF_SOMETHING =
  /^\s?(?:['’]|of\b|in\b|as\b|with\b|working\b|[a-z]+ing\b|experience|professional|relevant|hands|commercial|industry|proven|software|exp\b|:|\)|\+|,|;|\.|–|-|$|[A-Z])/i

/** The same in other languages: "seit 20 Jahren", "depuis 10 ans". */
const SINCE =
  /(?:^|[^\p{L}])(?:seit|depuis|desde hace|hace|há|sedan|sinds|od ponad|i över)(?: [\p{L}]{2,9}){0,2} $/iu
/** "Seit mindestens fünf Jahren übersetzen Sie" is what somebody brings. */
const OF_YOU = /^ [^.;]{0,40}(?<!\p{L})(?:du|sie|vous|tu|você|usted|masz|je|jij)(?!\p{L})/iu
/** What is said of the company, of a past or coming span, of an age, or of benefits. */
const BEFORE_NOT =
  /(?:\b(?:we|our|company|founded|history|last|past|next|first|previous|recent|coming|every|each|within|over the|for the|in the|in just|after|until|age|aged|ago|vest(?:ing|s)?|than a)\b[^.;]{0,30}|\bfor (?:over|more than|nearly|almost|the) |\b(?:up to|less than|fewer than|maximum(?: of)?|max\.?|no more than|under) ?)$/i
const AFTER_NOT = listPattern({
  before: String.raw`^[\s-]?`,
  words: [
    String.raw`(?:college |university |undergraduate |bachelor\S* )?(?:degree|diploma|program|college)\b`,
    String.raw`old\b|ago\b|of age\b|in business|in a row|running|in the making|vest|cliff|contract`,
    'warranty|of (?:continuous )?(?:service|tenure|growth|history)',
    'and (?:growing|counting)|of (?:paid (?:time|leave|vacation|parental|holiday)|parental)',
  ],
})
const OPTIONAL_BEFORE =
  /(?:\b(?:ideally|preferably|preferred|bonus|nice to have|optional(?:ly)?|desirable|advantage)\b:?[^,;.]{0,25})$/i
const OPTIONAL_AFTER =
  /^[^;.\d]{0,160}(?:\b(?:preferred|is a (?:big |huge |strong )?plus|a plus|nice to have|desirable|desired|an advantage|a bonus|advantageous|would be (?:a|great|nice|ideal))\b|\(preferred\)|\(desirable\))/i
const IN_PLACE_OF_DEGREE =
  /(?:degree|diploma|bachelor'?s?|master'?s?|education|b\.?s\.?)[^.;]{0,90}\bor\b[^.;,]{0,40}$/i
const EQUIVALENT_AFTER = /^[^.;]{0,60}(?:equivalent|in lieu|instead)/i

/** An item that begins with the years asks for them, whatever its heading says. */
const OPENS_DEMAND =
  /^\W{0,4}(?:(?:at least|a? ?minimum(?: of)?|min\.?|over|more than|around|about|roughly|mindestens|mind\.?|au moins|al menos|como mínimo|mínimo(?: de)?|pelo menos|minstens|co najmniej|minimum)\s)?$/i

/** Reads the least number of years of experience required for the role; null where the posting does not say. */
export function readExperience(text: PostingText): Reading<number | null> {
  const strict = kindsThatRequire(text)
  const passages = [...listPassages(text, new Set([...strict, ...LOOSE])), ...listHeadings(text)]
  const demands: Demand[] = []
  for (const passage of passages) demands.push(...readDemands(passage, strict.has(passage.kind)))
  const counted = keepForBachelor(keepLowestLevel(demands.filter(({ degree }) => degree !== 'none')))
  const most = counted.reduce<Demand | null>(
    (best, d) => (best === null || d.years > best.years ? d : best),
    null,
  )
  return most ? { value: most.years, quotes: [most.passage.text] } : { value: null, quotes: [] }
}

/** "5+ years of:" is a heading over what they are to be of. */
function listHeadings({ sections }: PostingText): readonly Passage[] {
  return sections.flatMap(({ kind, heading }) =>
    heading !== null && YEARS_OF.test(heading) ? [{ text: heading, kind, heading: null, isItem: true }] : [],
  )
}

const YEARS_OF = /^\W{0,3}\d{1,2}\+? ?(?:years?|yrs) (?:of|with|in)\b[^.]{0,60}:?$/i

const NO_DEMANDS: readonly Demand[] = []

function readDemands(passage: Passage, isStrict: boolean): readonly Demand[] {
  const asked = readYearsAsked(passage.text)
  if (asked.length === 0 || (passage.kind === 'company' && !passage.isItem)) return NO_DEMANDS
  return asked
    .filter(one =>
      isStrict || (passage.isItem && one.opensSentence) ? one.countsIfRequired : one.countsAnywhere,
    )
    .map(one => ({ ...one, passage }))
}

const readYearsAsked = rememberByPassage((sentence): readonly SentenceYears[] => {
  const mentions = countYears(sentence)
  return mentions.flatMap(mention => weighMention(sentence, mention, mentions) ?? [])
})

/** Null where the years are no demand, wherever the sentence stands. */
function weighMention(
  sentence: string,
  mention: YearsMention,
  all: readonly YearsMention[],
): SentenceYears | null {
  const { years, start, end } = mention
  if (years <= 0 || years > MOST_YEARS) return null
  const before = sentence.slice(Math.max(0, start - 120), start)
  const after = sentence.slice(end, end + 200)
  if (BEFORE_NOT.test(before) || (SINCE.test(before) && !OF_YOU.test(after)) || AFTER_NOT.test(after))
    return null
  if (OPTIONAL_BEFORE.test(before) || OPTIONAL_AFTER.test(after)) return null
  if (IN_PLACE_OF_DEGREE.test(before) && EQUIVALENT_AFTER.test(after)) return null
  return {
    years,
    degree: degreeOf(sentence, mention, all),
    opensSentence: OPENS_DEMAND.test(before),
    countsIfRequired: OF_SOMETHING.test(after) || EXPERIENCE.test(sentence) || OF_YOU.test(after),
    countsAnywhere:
      EXPERIENCE.test(after) || /(?:experience|\bexp\b)[^.]{0,20}$/i.test(before) || /^\s?of$/i.test(after),
  }
}

/** Where headings part the requirements by level ("Senior … (III)", "Staff … (IV)"), those of the first one count. */
function keepLowestLevel(demands: readonly Demand[]): readonly Demand[] {
  const levels = demands.map(({ passage: { heading } }) =>
    heading && readTitleLevel(heading) ? heading : null,
  )
  const first = levels.find(heading => heading !== null)
  return demands.filter((_, i) => levels[i] === null || levels[i] === first)
}

const BACHELOR =
  /\b(?:bachelor(?:['’]?s)?|b\.?s\.?c?\.?|b\.?a\.?|undergraduate|ba\/bs|bs\/ba|licenciatura|4[- ]year degree|four[- ]year degree|college degree)(?![\p{L}])/iu
const OTHER_DEGREE =
  /\b(?:master(?:['’]?s)?|m\.?s\.?c?|mba|ph\.?\s?d|doctorate|doctoral|associate(?:['’]?s)? degree|high school|ged|no degree|without (?:a )?degree|graduate degree|advanced degree)(?![\p{L}])/iu

const WITHOUT_DEGREE =
  /^[^.;,\d]{0,50}\b(?:without|in lieu of|instead of) (?:an? |the |any )?(?:[a-z]+ )?degree\b/i

/** The degree named last before the number, else next after it where the sentence has several numbers. */
function degreeOf(sentence: string, mention: YearsMention, all: readonly YearsMention[]): TiedDegree {
  if (WITHOUT_DEGREE.test(sentence.slice(mention.end, mention.end + 80))) return 'none'
  const from = Math.max(0, ...all.filter(m => m.end <= mention.start).map(m => m.end))
  const before = degreeIn(sentence.slice(from, mention.start))
  if (before) return before
  if (all.length < 2) return null
  const next = all.find(m => m.start >= mention.end)
  return degreeIn(sentence.slice(mention.end, next?.start ?? mention.end + 80))
}

function degreeIn(words: string): TiedDegree {
  if (BACHELOR.test(words)) return 'bachelor'
  return OTHER_DEGREE.test(words) ? 'other' : null
}

/** Where years go with degrees, those for a Bachelor's count and those for other degrees do not. */
function keepForBachelor(demands: readonly Demand[]): readonly Demand[] {
  if (!demands.some(d => d.degree === 'bachelor')) {
    const free = demands.filter(d => d.degree === null)
    return free.length > 0 ? free : demands
  }
  return demands.filter(d => d.degree !== 'other')
}
