import { lookUpSkills } from '../posting/dictionary/skills.ts'
import { lookUpTopics } from '../posting/dictionary/topics.ts'
import type { PlaceName } from '../posting/places/place-name.ts'
import type { Token } from './tokenize.ts'

const LANGUAGE_WORDS = new Set([
  'speaking',
  'speaker',
  'speakers',
  'language',
  'fluent',
  'fluency',
  'fluently',
  'native',
])
const SPEAKING = new Set(['in', 'speak', 'speaks', 'speaking', 'written', 'fluent', 'auf'])

/** "in German", "German-speaking" are about the language. */
export function isLanguage(
  tokens: readonly Token[],
  at: number,
  count: number,
  place: PlaceName,
  isLed: boolean,
): boolean {
  if (!place.isAdjective) return false
  const after = [tokens[at + count], tokens[at + count + 1]].map(token => token?.key ?? '')
  return isLed || after.some(key => LANGUAGE_WORDS.has(key)) || SPEAKING.has(tokens[at - 1]?.key ?? '')
}

/** "EST" is a time zone before it is a part of Burkina Faso. */
const TIME_ZONES = new Set(
  'est cst pst mst cet gmt utc ist edt cdt pdt mdt cest bst aest jst wat eat msk et pt'.split(' '),
)
const SAFE_CODES = new Set(
  'ca ny tx wa fl il nj nc sc ga az ut va mn tn ky nv nm wi ct ri vt nh ks ak wv dc us uk eu la sf'.split(
    ' ',
  ),
)
const TELLING = new Set(
  'show give tell send help let for with get find offer gimme lets to of about join contact'.split(' '),
)
/** "us based only" is about the country wherever it stands. */
const US_TAILS = new Set('based only citizens residents'.split(' '))
const BIG_CITY = 500_000

/** Whether a word that may be a place's name is meant as one: its spelling, its neighbours and its size tell. */
export function isMeantAsPlace(
  tokens: readonly Token[],
  at: number,
  place: PlaceName,
  isLed: boolean,
): boolean {
  const token = tokens[at]
  if (!token) return false
  if (TIME_ZONES.has(token.key)) return false
  if (!isLed && isShoutedWord(tokens, at)) return false
  if (token.key === 'us' && place.length === 1)
    return (
      isLed ||
      isWrittenLarge(tokens, at) ||
      US_TAILS.has(tokens[at + 1]?.key ?? '') ||
      tokens.every(({ type }, i) => i === at || type === 'sign') ||
      !TELLING.has(tokens[at - 1]?.key ?? 'show')
    )
  if (isWrittenLarge(tokens, at)) return true
  if (place.isAdjective && isDescribed(tokens[at + 1]?.key ?? '')) return true
  if (!isLed) return isProminent(token, place) || isListedCode(tokens, at)
  if (token.key.length <= 2) return SAFE_CODES.has(token.key)
  return place.population >= BIG_CITY || !lookUpTopics([token.key], 0)
}

/** "skill=go OR skill=rust", "python IN Austria": between two other words a small word in capitals is no state. */
function isShoutedWord(tokens: readonly Token[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (token?.key !== 'or' && token?.key !== 'in') return false
  return before !== undefined && before.type !== 'sign' && after !== undefined && after.type !== 'sign'
}

const BARE_CODES = new Set('ny nj tx fl ca wa dc'.split(' '))

/** "ca or wa", "remote, ny": a code between signs and joints, and no other word beside it. */
function isListedCode(tokens: readonly Token[], at: number): boolean {
  const isEdge = (token: Token | undefined) =>
    token === undefined || token.type === 'sign' || ['or', 'and', 'remote', 'jobs'].includes(token.key)
  return BARE_CODES.has(tokens[at]?.key ?? '') && isEdge(tokens[at - 1]) && isEdge(tokens[at + 1])
}

/** What an adjective of a place stands before: "Canadian companies", "German backend". */
function isDescribed(word: string): boolean {
  return DESCRIBED.has(word) || lookUpTopics([word], 0) !== null
}

const DESCRIBED = new Set(
  'company companies startup startups firm firms employer employers market jobs roles positions openings devs developers engineers based only'.split(
    ' ',
  ),
)
const MIN_NAME_LENGTH = 4

/** A country, state or large city whose name is no word of the trade. */
function isProminent(token: Token, place: PlaceName): boolean {
  const isLarge = place.kind !== 'city' ? place.kind !== 'province' : place.population >= BIG_CITY
  if (place.isAdjective || !isLarge || token.key.length < MIN_NAME_LENGTH) return false
  return !lookUpTopics([token.key], 0) && !lookUpSkills([token.key], 0)
}

/** In capitals, or with one that is not that of the first word; capitals say nothing where all is written in them. */
function isWrittenLarge(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!token || isShouted(tokens)) return false
  const isShort = token.key.length <= 3
  const [first = ''] = token.text
  const isUpper = (text: string) => text === text.toUpperCase() && text !== text.toLowerCase()
  return isShort ? isUpper(token.text) : isUpper(first) && (at > 0 || isUpper(token.text))
}

const shouted = new WeakMap<readonly Token[], boolean>()

/** Whether all of several words are in capitals; found out once for a question. */
function isShouted(tokens: readonly Token[]): boolean {
  const known = shouted.get(tokens)
  if (known !== undefined) return known
  const words = tokens.filter(({ type }) => type === 'word')
  const is = words.length > 1 && words.every(({ text }) => text === text.toUpperCase())
  shouted.set(tokens, is)
  return is
}
