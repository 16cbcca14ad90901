import type { Catalog } from '../../catalog/catalog.ts'
import type { MergedPosting } from '../../catalog/merge-duplicates.ts'
import { splitWords } from '../../catalog/split-words.ts'
import { describeCountry } from '../../posting/describe-posting.ts'
import type { Posting } from '../../posting/posting.ts'
import type { Aspect } from '../../query/detail/aspects.ts'
import type { DetailAsk } from '../../query/detail/detail-ask.ts'
import type { Suggestion } from '../answer.ts'
import { answerOne, type OneAnswer } from './answer-one.ts'
import { chooseCopy, findPath } from './choose-copy.ts'
import { type DetailContext, type FoundPostings, findPostings } from './find-posting.ts'

/** What is said to a question about one posting. */
export interface DetailAnswer {
  /** `clarify` where several postings may be meant, or none is known. */
  readonly kind: 'detail' | 'clarify'
  /** The postings it is about: one for an answer, those that may be meant for a question back. */
  readonly numbers: readonly number[]
  readonly found: boolean
  /** A sentence in our words; empty where the quotes speak for themselves. */
  readonly lead: string
  readonly evidence: readonly { readonly path: string; readonly quote: string }[]
  readonly text: string
  readonly suggestions: readonly Suggestion[]
}

const MOST_CANDIDATES = 40
const MOST_SUGGESTED = 6

/**
 * Answers a question about one posting with what it states, always quoted; asks back where several may be meant and
 * they say different things.
 */
export function answerDetail(
  catalog: Catalog,
  question: string,
  ask: DetailAsk,
  context: DetailContext | null,
  now: Date,
): DetailAnswer {
  const found = findPostings(catalog, ask, context)
  if (found.numbers.length === 0) return askBack(catalog, question, found, sayUnknown(ask))
  if (found.isOtherTitle)
    return askBack(catalog, question, found, 'No posting there has that title. Which one do you mean?')
  const answers = found.numbers.slice(0, MOST_CANDIDATES).flatMap(number => {
    const entry = catalog.entries[number]
    return entry ? [{ number, entry, ...answerOne(catalog, number, chooseCopy(entry, ask), ask, now) }] : []
  })
  const saying = answers
    .filter(({ isFound }) => isFound)
    .sort((a, b) => Number(b.isDirect) - Number(a.isDirect))
  const [first] = saying
  if (!first) return sayNothing(answers)
  // A company's postings often say the same; then it does not matter which one is meant.
  const alike = saying.filter(other => isSame(other, first)).length
  const isOfCompany = first.aspect !== null && OF_COMPANY.has(first.aspect)
  if (alike < saying.length && !isOfCompany) return askBack(catalog, question, found, sayWhich(found))
  return sayFound(first.number, first.entry, first, alike)
}

/** What is true of a company, whichever of its postings says it. */
const OF_COMPANY: ReadonlySet<Aspect> = new Set([
  'product',
  'founded',
  'funding',
  'company-size',
  'customers',
  'headquarters',
  'culture',
] as const)

function isSame(a: OneAnswer, b: OneAnswer): boolean {
  if (a.lead !== '') return sortWords(a.lead) === sortWords(b.lead)
  return b.lead === '' && saysAlike(a.quotes[0] ?? '', b.quotes[0] ?? '')
}

const ALIKE = 0.7

/** Whether two sentences hold the same numbers and mostly the same words: only the name of a team may differ. */
function saysAlike(a: string, b: string): boolean {
  const numbers = (text: string) => (text.match(/\d+(?:[.,]\d+)*/g) ?? []).join(' ')
  if (a === b || numbers(a) !== numbers(b)) return a === b
  const [left, right] = [new Set(splitWords(a)), new Set(splitWords(b))]
  const shared = [...left].filter(word => right.has(word)).length
  return shared / Math.max(left.size, right.size) >= ALIKE
}

/** Two postings may name the same places in another order. */
function sortWords(text: string): string {
  return text
    .split(/[\s,.]+/)
    .sort()
    .join(' ')
}

function nameOf({ title, company }: Posting): string {
  return company === null ? title : `${title} at ${company}`
}

function sayFound(
  number: number,
  entry: MergedPosting,
  { posting, lead, quotes }: OneAnswer,
  alike: number,
): DetailAnswer {
  const evidence = quotes.map(quote => ({ path: findPath(entry, posting, quote), quote }))
  const others = alike > 1 ? `, and ${alike - 1} more that ${alike === 2 ? 'says' : 'say'} the same` : ''
  const parts = [lead, ...quotes.map(quote => `“${quote}”`), `(${nameOf(posting)}${others})`]
  const text = parts.filter(part => part !== '').join(' ')
  return { kind: 'detail', numbers: [number], found: true, lead, evidence, text, suggestions: [] }
}

function sayNothing(answers: readonly (OneAnswer & { readonly number: number })[]): DetailAnswer {
  const [first] = answers
  const subject = first?.subject ?? 'it'
  const name =
    answers.length === 1 && first ? nameOf(first.posting) : `${answers.length} postings that may be meant`
  const isUncounted = answers.length === 1 && first?.isUncounted === true
  const lead = isUncounted
    ? `The posting mentions ${subject}, but gives no number (${name}).`
    : `The posting does not say anything about ${subject} (${name}).`
  return {
    kind: 'detail',
    numbers: answers.map(({ number }) => number),
    found: false,
    lead,
    evidence: [],
    text: lead,
    suggestions: [],
  }
}

function sayUnknown({ companies, number, isPronoun }: DetailAsk): string {
  if (number !== null) return 'The last list has no posting with that number.'
  if (isPronoun)
    return 'Which posting do you mean? Name the company or the title, or ask about one of a list.'
  return companies.length > 0 ? 'No posting of that company is there any more.' : 'No posting has that title.'
}

function sayWhich({ numbers }: FoundPostings): string {
  return `${numbers.length} postings may be meant, and they do not say the same. Which one?`
}

/** Asks which posting is meant, with the question made out for each. */
function askBack(catalog: Catalog, question: string, { numbers }: FoundPostings, lead: string): DetailAnswer {
  const suggestions = numbers.slice(0, MOST_SUGGESTED).flatMap((number): Suggestion[] => {
    const posting = catalog.entries[number]?.posting
    if (!posting) return []
    const places = placesOf(posting).slice(0, 2).join(', ')
    const label = places === '' ? nameOf(posting) : `${nameOf(posting)} (${places})`
    return [{ label, query: nameInQuestion(posting, question), total: 1 }]
  })
  return {
    kind: 'clarify',
    numbers,
    found: false,
    lead,
    evidence: [],
    text: lead,
    suggestions: dropEqual(suggestions),
  }
}

/** "Senior Engineer at Netflix, Los Gatos: does it need a degree?" */
function nameInQuestion(posting: Posting, question: string): string {
  const [place] = placesOf(posting)
  return `the ${nameOf(posting)}${place === undefined ? '' : `, ${place}`}: ${question}`
}

/** What tells postings of one title apart: cities, or else countries. */
function placesOf({ cities, countries }: Posting): readonly string[] {
  return cities.length > 0 ? cities : countries.map(describeCountry)
}

function dropEqual(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  return [...new Map(suggestions.map(suggestion => [suggestion.query, suggestion])).values()]
}
