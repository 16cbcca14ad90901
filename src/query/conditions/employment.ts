import type { Employment } from '../../posting/vocabulary.ts'
import { type AnyOf, anyOf, describeList, evaluateAnyOf, joinAnyOf } from '../any-of.ts'
import type { ConditionKind, Found } from '../condition.ts'
import { readNumber } from '../number-words.ts'
import { createPhraseTable, phrasesOf } from '../phrase-table.ts'
import type { Token } from '../tokenize.ts'

const EMPLOYMENT_WORDS = createPhraseTable<Employment>([
  ...phrasesOf(
    'full time|fulltime|permanent|permanent full time|vollzeit|tiempo completo|perm|fte|full time permanent|festanstellung|fest angestellt|unbefristet|unbefristete|tempo integral|tempo pieno|temps plein|a temps plein|temps complet|jornada completa|cdi|voltijd|fulltime job|indefinido|contrato indefinido|regular employment',
    'full-time',
  ),
  ...phrasesOf(
    'part time|parttime|teilzeit|half time|medio tiempo|part timer|part timers|part time job|a few hours a week|reduced hours|temps partiel|a temps partiel|mi temps|media jornada|tiempo parcial|jornada parcial|meio periodo|part time hours|deeltijd|parttimer',
    'part-time',
  ),
  ...phrasesOf(
    'contract|contracts|contractor|contractors|contracting|freelance|freelancer|freelancers|freelancing|b2b|contract to hire|b2b contract|independent contractor|contract based|c2c|corp to corp|1099|contract work|consulting gig|freelance gig|freelance gigs|contract gig|contract gigs|gig work|gig economy|gig worker|freelancing gigs|auftrag|freiberuflich|freiberufler|autonomo',
    'contract',
  ),
  ...phrasesOf(
    'temporary|temp|temps|fixed term|seasonal|temporary work|temporary contract|fixed term contract|interim|limited term|befristet|befristete|zeitarbeit|cdd|seasonal work',
    'temporary',
  ),
] as const)

const FIELD_WORDS = createPhraseTable<Employment>([
  ['internship', 'internship'],
  ['intern', 'internship'],
])

/** The form of employment. */
export const employmentKind: ConditionKind<AnyOf<Employment>> = {
  id: 'employment',
  title: 'employment',
  examples: ['full time', 'part-time', 'contract', 'freelance or part time'],
  fields: ['employment', 'type', 'jobtype'],
  severalMean: 'any',
  words: () => EMPLOYMENT_WORDS.words,
  read: readEmployment,
  readField: (tokens, at) => toFound(FIELD_WORDS.find(tokens, at)) ?? readEmployment(tokens, at),
  join: joinAnyOf,
  evaluate: ({ columns }, value) => evaluateAnyOf(columns.employment, value.anyOf),
  describe: value =>
    describeList(value.anyOf.map(each => (each === 'internship' ? 'employment:internship' : each))),
  explain:
    ({ entries }) =>
    posting => ({
      label: entries[posting]?.posting.employment ?? 'employment not stated',
      caveat: null,
    }),
  loosen: () => [],
}

const HOURS = new Set(['hours', 'hour', 'hrs', 'h', 'stunden', 'heures', 'horas'])
const WEEKS = createPhraseTable(
  phrasesOf('a week|per week|week|weekly|each week|pro woche|die woche|par semaine|a la semana|wk', true),
)
const HOURS_BOUNDS = createPhraseTable(
  phrasesOf('less than|under|at most|up to|max|maximum|around|about|only|below|no more than', true),
)
const LEAST_FULL_TIME = 35

/** "20 hours a week" is part-time work. */
function readHours(tokens: readonly Token[], at: number): Found<AnyOf<Employment>> | null {
  const bound = HOURS_BOUNDS.find(tokens, at)
  const start = at + (bound?.count ?? 0)
  const number = readNumber(tokens, start)
  if (!number || number.amount > 60) return null
  const hyphens = tokens[start + number.count]?.text === '-' ? 1 : 0
  const unit = start + number.count + hyphens
  const slashes = tokens[unit + 1]?.text === '/' ? 1 : 0
  const week = HOURS.has(tokens[unit]?.key ?? '') ? WEEKS.find(tokens, unit + 1 + slashes) : null
  if (!week) return null
  const employment = number.amount < LEAST_FULL_TIME ? 'part-time' : 'full-time'
  const note = `${number.amount} hours a week are read as ${employment}`
  return { value: anyOf<Employment>([employment]), count: unit + 1 + slashes + week.count - at, note }
}

const DURATIONS = new Set(['month', 'months', 'week', 'weeks', 'year'])

/** With its duration before it: "6 month contract". */
function readEmployment(tokens: readonly Token[], at: number): Found<AnyOf<Employment>> | null {
  const hours = readHours(tokens, at)
  if (hours) return hours
  const number = readNumber(tokens, at)
  if (!number) return toFound(EMPLOYMENT_WORDS.find(tokens, at))
  const hyphens = tokens[at + number.count]?.text === '-' ? 1 : 0
  const start = at + number.count + hyphens + 1
  const found = DURATIONS.has(tokens[start - 1]?.key ?? '')
    ? toFound(EMPLOYMENT_WORDS.find(tokens, start))
    : null
  return found && { ...found, count: start - at + found.count }
}

function toFound(hit: { value: Employment; count: number } | null): Found<AnyOf<Employment>> | null {
  return hit && { value: anyOf([hit.value]), count: hit.count }
}
