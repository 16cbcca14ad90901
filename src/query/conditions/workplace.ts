import { WORKPLACES, type Workplace } from '../../posting/vocabulary.ts'
import { type AnyOf, anyOf, describeList, evaluateAnyOf, joinAnyOf } from '../any-of.ts'
import type { ConditionKind, Found } from '../condition.ts'
import { readNumber } from '../number-words.ts'
import { createPhraseTable, phrasesOf } from '../phrase-table.ts'
import type { Token } from '../tokenize.ts'

const WORKPLACE_WORDS = createPhraseTable<readonly Workplace[]>([
  ...phrasesOf(
    'remote|remotely|fully remote|full remote|100% remote|100 % remote|remote only|remote first|remote friendly|remote work|wfh|work from home|working from home|home office|homeoffice|telecommute|telecommuting|telework|teletrabajo|remoto|distributed team|fully distributed|from home|all remote|completely remote|remote based|entirely remote|teletravail|a distance|travail a distance|en teletravail|100 % teletravail|a distancia|trabajo a distancia|remota|remotas|remotos|trabajo remoto|da remoto|lavoro da remoto|smart working|thuiswerk|thuiswerken|zdalna|zdalnej|zdalnie|praca zdalna|pracy zdalnej|remotez|aus der ferne|mobiles arbeiten|ortsunabhangig|home based|homebased|virtual office|no office|without an office|no commute|no commuting|without commute|without commuting|wfh only|work remote|working remote|working remotely|work remotely',
    ['remote'],
  ),
  ...phrasesOf(
    'hybrid|hybrid work|partly remote|partially remote|part remote|hybrid remote|semi remote|some office days|hybrid working|hybride|days in office|days in the office|days onsite|days on site|days at the office|days a week in the office|days per week in the office|days a week onsite|days per week onsite|days a week on site|days from the office|day a week in the office|day in the office|day in office|day onsite|day per week in the office|office days|hibrido|hibrida|ibrido|hybridowo|mix of office and home',
    ['hybrid'],
  ),
  ...phrasesOf(
    'onsite|on site|in office|in the office|in person|office based|on premises|on premise|from the office|at the office|on location|office only|presential|vor ort|presencial|sur site|im buro|in presenza|stacjonarnie|in the building|work from the office|office job|office jobs|commute to the office',
    ['onsite'],
  ),
  ...phrasesOf(
    'not remote|non remote|nonremote|no remote|not fully remote|not remotely|without remote|not wfh|no wfh|excluding remote|except remote|but not remote|isnt remote|arent remote|is not remote|are not remote',
    ['hybrid', 'onsite'],
  ),
] as const)

/** Where the work is done. */
export const workplaceKind: ConditionKind<AnyOf<Workplace>> = {
  id: 'workplace',
  title: 'remote, hybrid or onsite',
  examples: ['remote', 'hybrid', 'onsite', 'remote or hybrid', 'not remote'],
  fields: ['workplace', 'work', 'mode', 'worktype'],
  severalMean: 'any',
  words: () => WORKPLACE_WORDS.words,
  read: readWorkplace,
  join: joinAnyOf,
  negate: ({ anyOf: named }) =>
    named.includes('remote') ? anyOf(WORKPLACES.filter(each => !named.includes(each))) : null,
  evaluate: ({ columns }, value) => evaluateAnyOf(columns.workplace, value.anyOf),
  describe: value => describeList(WORKPLACES.filter(workplace => value.anyOf.includes(workplace))),
  explain:
    ({ entries }) =>
    posting => ({
      label: entries[posting]?.posting.workplace ?? 'workplace not stated',
      caveat: null,
    }),
  loosen: ({ anyOf: [only, ...others] }) =>
    only === 'remote' && others.length === 0
      ? [{ value: anyOf<Workplace>(['remote', 'hybrid']), label: 'remote or hybrid' }]
      : [],
}

function readWorkplace(tokens: readonly Token[], at: number): Found<AnyOf<Workplace>> | null {
  const hit = WORKPLACE_WORDS.find(tokens, at) ?? readOfficeDays(tokens, at)
  if (!hit) return null
  const days = hit.value.includes('hybrid') ? countDays(tokens, at + hit.count) : 0
  return { value: anyOf(hit.value), count: hit.count + days }
}

const DAYS = createPhraseTable(
  phrasesOf('days|day|days a week|days per week|day a week|x a week|days office', true),
)

/** How many tokens of "hybrid 3 days a week" the days take. */
function countDays(tokens: readonly Token[], at: number): number {
  const number = readNumber(tokens, at)
  const days = number && number.amount < 6 ? DAYS.find(tokens, at + number.count) : null
  return number && days ? number.count + days.count : 0
}

/** "2 days a week in the office", "max 3 days onsite": how many is not compared. */
function readOfficeDays(tokens: readonly Token[], at: number) {
  const number = readNumber(tokens, at)
  const days = number && WORKPLACE_WORDS.find(tokens, at + number.count)
  const isOfDays = number && /^days?$/.test(tokens[at + number.count]?.key ?? '')
  return number && days && isOfDays ? { value: days.value, count: number.count + days.count } : null
}
