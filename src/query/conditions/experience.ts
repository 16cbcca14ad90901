import { complement, selectBits } from '../../catalog/bit-set.ts'
import type { ConditionKind, Found, Loosening } from '../condition.ts'
import { readNumber } from '../number-words.ts'
import { createPhraseTable, phrasesOf } from '../phrase-table.ts'
import type { Token } from '../tokenize.ts'

/** The years that a posting requires, bounded; what each bound means is in the contract under "Experience". */
export interface YearsAsk {
  readonly bound: 'at-most' | 'below' | 'at-least' | 'over' | 'between'
  readonly years: number
  /** The upper end for `between`, else null. */
  readonly to: number | null
}

type Bound = YearsAsk['bound']

const BOUNDS_BEFORE = createPhraseTable<Bound>([
  ...phrasesOf(
    'at most|up to|upto|max|maximum|maximum of|no more than|not more than|only|just|< =|≤|not over|within',
    'at-most',
  ),
  ...phrasesOf('less than|under|fewer than|below|<', 'below'),
  ...phrasesOf(
    'at least|atleast|min|minimum|minimum of|a minimum of|from|no less than|not less than|> =|≥|starting at',
    'at-least',
  ),
  ...phrasesOf('over|more than|above|greater than|>|exceeding', 'over'),
  ...phrasesOf('between', 'between'),
] as const)
const BOUNDS_AFTER = createPhraseTable<Bound>([
  ...phrasesOf('+|or more|plus|and up|or above|or over|and above', 'at-least'),
  ...phrasesOf('or less|or fewer|max|maximum|or below|tops|at most', 'at-most'),
  ...phrasesOf('min|minimum|at least', 'at-least'),
] as const)
const OWN = createPhraseTable(
  phrasesOf(
    'i have|ive|ich habe|tengo|jai|ich habe schon|ive worked|i worked|ive been coding|ive been a developer for|ive coded for|i have got|ive got|having|i got|with my|my|i have about|i have around|i have only|i only have|i bring|i am at|i have over|i have more than|i have at least|with only|i have almost|i have nearly',
    true,
  ),
)
const LEADS = createPhraseTable(
  phrasesOf(
    'with|berufserfahrung|experiencia|requiring|requires|require|needing|needs|need|asking for|ask for|that require|that requires|that need|for someone with|for people with|experience|experience of|years of experience|yoe|experience level|wanting|experience required|who have',
    true,
  ),
)
const YEARS = createPhraseTable(
  phrasesOf('years|year|yrs|yr|yoe|y|jahre|jahren|anos|ans|annees|anni|jaar|lata|lat|yrs exp|ys', true),
)
/** Stretches of years in words, with or without "years" behind them. */
const SPANS = createPhraseTable<number>([
  ...phrasesOf('a decade|one decade|decade', 10),
  ...phrasesOf('two decades|a couple of decades|decades', 20),
  ...phrasesOf('a year|one year|half a year|a full year', 1),
  ...phrasesOf(
    'a couple of years|couple of years|a couple years|couple years|a couple of yrs|couple of yrs|a couple yrs',
    2,
  ),
  ...phrasesOf('a few years|few years|some years|several years|a few yrs', 3),
])
const TAILS = createPhraseTable(
  phrasesOf(
    'of experience|experience|exp|of exp|of professional experience|of work experience|of relevant experience|relevant experience|work experience|professional experience|working experience|industry experience|of industry experience|of working experience|experience required|of experience required|of experience needed|required|experience or more|berufserfahrung|of total experience|in the industry|in industry|on the job|of dev experience|of development experience|of software experience|of engineering experience|of coding experience|of programming experience|of|under my belt|under the belt|experience under my belt|of experience under my belt|behind me|of experience behind me|in the field|in the business|in tech|in it|in software|in development|as a developer|as an engineer|as a dev|d experience|dexperience|de experiencia|de experience|di esperienza|de experiencia profesional|erfahrung|experience in total|in total|of hands on experience|of practical experience|of coding|of programming|of work|working|professionally|on my cv|on my resume',
    true,
  ),
)
const NOT_EXPERIENCE = new Set(
  'contract contracts ago old project projects term commitment degree visa runway roadmap'.split(' '),
)
const NONE = createPhraseTable(
  phrasesOf(
    'no experience|no experience required|no experience needed|no prior experience|without experience|without any experience|zero experience|no experience necessary|no previous experience|with no experience|i have no experience|no work experience|without prior experience|dont need experience|doesnt require experience|no years of experience',
    true,
  ),
)

/** The years of experience that are required. */
export const experienceKind: ConditionKind<YearsAsk> = {
  id: 'experience',
  title: 'years of experience',
  examples: ['I have 3 years of experience', 'at most 5 years', '8+ years', 'under 2 years'],
  fields: ['experience', 'years', 'yoe', 'exp'],
  severalMean: 'all',
  words: () => [...YEARS.words, ...TAILS.words, ...OWN.words, ...NONE.words],
  read: (tokens, at) => readYears(tokens, at, false),
  readField: (tokens, at) => readYears(tokens, at, true),
  join: () => null,
  evaluate: ({ columns, size }, value) => {
    const years = columns.years
    const stated = selectBits(size, posting => !Number.isNaN(years[posting] ?? Number.NaN))
    const yes = selectBits(size, posting => MATCHERS[value.bound](years[posting] ?? Number.NaN, value))
    return { yes, notStated: complement(stated) }
  },
  describe: describeYears,
  explain:
    ({ entries }) =>
    posting => ({
      label: `asks for ${entries[posting]?.posting.yearsMin ?? '?'} years`,
      caveat: null,
    }),
  loosen: loosenYears,
}

const MATCHERS: Readonly<Record<Bound, (years: number, ask: YearsAsk) => boolean>> = {
  'at-most': (years, ask) => years <= ask.years,
  below: (years, ask) => years < ask.years,
  'at-least': (years, ask) => years >= ask.years,
  over: (years, ask) => years > ask.years,
  between: (years, ask) => years >= ask.years && years <= (ask.to ?? ask.years),
}

const BOUND_WORDS: Readonly<Record<Exclude<Bound, 'between'>, string>> = {
  'at-most': 'at most',
  below: 'less than',
  'at-least': 'at least',
  over: 'more than',
}

function describeYears({ bound, years, to }: YearsAsk): string {
  if (bound === 'between') return `between ${years} and ${to ?? years} years of experience`
  return `${BOUND_WORDS[bound]} ${years} ${years === 1 ? 'year' : 'years'} of experience`
}

function readYears(tokens: readonly Token[], at: number, isField: boolean): Found<YearsAsk> | null {
  const none = NONE.find(tokens, at)
  const own = OWN.find(tokens, at)
  const lead = own ?? LEADS.find(tokens, at)
  const start = at + (lead?.count ?? 0)
  const found =
    readBoundedYears(tokens, start, own !== null, isField) ?? readBoundedYears(tokens, at, false, isField)
  if (found) return { ...found, count: found.end - at }
  return none && { value: { bound: 'at-most', years: 0, to: null }, count: none.count }
}

/** A found ask together with the token after it. */
interface BoundedYears {
  readonly value: YearsAsk
  readonly note: string | null
  readonly end: number
}

function readBoundedYears(
  tokens: readonly Token[],
  at: number,
  isOwn: boolean,
  isField: boolean,
): BoundedYears | null {
  const before = BOUNDS_BEFORE.find(tokens, at)
  const start = at + (before?.count ?? 0)
  const span = SPANS.find(tokens, start)
  if (span) return readSpan(tokens, start, span, before?.value ?? null, isOwn)
  const first = readNumber(tokens, start)
  if (!first || first.amount > 60) return null
  const second = readSecond(tokens, start + first.count)
  let end = start + first.count + (second?.count ?? 0)
  const early = BOUNDS_AFTER.find(tokens, end)
  end += early?.count ?? 0
  const years = YEARS.find(tokens, end)
  if (!years && !isField) return null
  end += years?.count ?? 0
  if (NOT_EXPERIENCE.has(tokens[end]?.key ?? '')) return null
  const late = BOUNDS_AFTER.find(tokens, end)
  end += late?.count ?? 0
  end += TAILS.find(tokens, end)?.count ?? 0
  const last = late ? null : BOUNDS_AFTER.find(tokens, end)
  end += last?.count ?? 0
  const spoken = before?.value ?? early?.value ?? late?.value ?? last?.value ?? 'at-most'
  return { ...toYears(first.amount, second?.amount ?? null, spoken, isOwn), end }
}

/** "a decade of experience", "a couple of years in the industry": only with what says that it is experience. */
function readSpan(
  tokens: readonly Token[],
  at: number,
  span: { readonly value: number; readonly count: number },
  bound: Bound | null,
  isOwn: boolean,
): BoundedYears | null {
  const tail = TAILS.find(tokens, at + span.count)
  const isExperience = isOwn || (tail !== null && tokens[at + span.count]?.key !== 'required')
  const isOld = ['old', 'ago'].includes(tokens[at + span.count]?.key ?? '')
  if (!isExperience || isOld) return null
  return {
    ...toYears(span.value, null, bound ?? 'at-most', isOwn),
    end: at + span.count + (tail?.count ?? 0),
  }
}

function readSecond(tokens: readonly Token[], at: number): { amount: number; count: number } | null {
  if (!['-', '–', 'to', 'and', 'or'].includes(tokens[at]?.key ?? '')) return null
  const number = readNumber(tokens, at + 1)
  return number && { amount: number.amount, count: number.count + 1 }
}

function toYears(
  years: number,
  to: number | null,
  spoken: Bound,
  isOwn: boolean,
): { value: YearsAsk; note: string | null } {
  // What the asker has bounds what may be required, however they put it.
  if (isOwn) {
    const own = Math.max(years, to ?? 0)
    const note =
      spoken === 'at-most' && to === null
        ? null
        : `read as your own experience: at most ${own} years required`
    return { value: { bound: 'at-most', years: own, to: null }, note }
  }
  if (to !== null && to >= years) return { value: { bound: 'between', years, to }, note: null }
  return { value: { bound: spoken === 'between' ? 'at-least' : spoken, years, to: null }, note: null }
}

function loosenYears(value: YearsAsk): readonly Loosening<YearsAsk>[] {
  const isUpper = value.bound === 'at-most' || value.bound === 'below'
  const years = Math.max(0, value.years + (isUpper ? 2 : -2))
  const looser = { ...value, years, to: value.to === null ? null : value.to + 2 }
  return years === value.years ? [] : [{ value: looser, label: `with ${describeYears(looser)}` }]
}
