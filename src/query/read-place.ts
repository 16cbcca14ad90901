import type { Catalog } from '../catalog/catalog.ts'
import { foldText } from '../catalog/split-words.ts'
import { lookUpSkills } from '../posting/dictionary/skills.ts'
import { lookUpTopics } from '../posting/dictionary/topics.ts'
import { longestNameFrom, lookUpCode, lookUpName, lookUpPlaces } from '../posting/places/gazetteer.ts'
import type { PlaceName } from '../posting/places/place-name.ts'
import { liesIn } from '../posting/places/resolve-places.ts'
import type { Found, ReadScope } from './condition.ts'
import { lookUpWords } from './look-up-words.ts'
import { otherReading } from './other-reading.ts'
import type { PhraseHit } from './phrase-table.ts'
import { type AskedPlace, type PlaceAsk, placeAsk } from './place-ask.ts'
import { readNickname } from './place-nicknames.ts'
import { ANYWHERE, PLACE_LEADS, PLACE_TAILS, type PlaceTail } from './place-words.ts'
import type { Token } from './tokenize.ts'

/**
 * Reads a place that is asked for, with the words that lead to it; null where none starts at the token.
 * @example readPlace(tokenize('outside the US'), 0, scope) // outside United States
 */
export function readPlace(tokens: readonly Token[], at: number, scope: ReadScope): Found<PlaceAsk> | null {
  const lead = PLACE_LEADS.find(tokens, at)
  const named = readLedPlace(tokens, at, lead, scope) ?? readNamedPlace(tokens, at, false, scope)
  const anywhere = ANYWHERE.find(tokens, at)
  const abroad = lead ? null : readNotOnly(tokens, at, scope)
  if (abroad) return abroad
  if (!anywhere || (named && named.count >= anywhere.count)) return named
  return { value: placeAsk([WORLDWIDE], 'in'), count: anywhere.count }
}

/** "not US only", "but not Germany-only": workable from elsewhere too. */
function readNotOnly(tokens: readonly Token[], at: number, scope: ReadScope): Found<PlaceAsk> | null {
  const buts = tokens[at]?.key === 'but' ? 1 : 0
  if (tokens[at + buts]?.key !== 'not') return null
  const articles = tokens[at + buts + 1]?.key === 'the' ? 1 : 0
  const named = readNamedPlace(tokens, at + buts + 1 + articles, false, scope)
  if (!named) return null
  const count = buts + 1 + articles + named.count
  return tokens[at + count - 1]?.key === 'only'
    ? { ...named, value: { ...named.value, mode: 'outside' }, count }
    : null
}

/** Reads what stands after `place:`, where ordinary words are places too. */
export function readPlaceField(
  tokens: readonly Token[],
  at: number,
  scope: ReadScope,
  name: string,
): Found<PlaceAsk> | null {
  return readCode(tokens, at, name) ?? readPlace(tokens, at, scope) ?? readNamedPlace(tokens, at, true, scope)
}

/** "country:CA" is Canada, "state:CA" California: the name of the field tells what a code stands for. */
function readCode(tokens: readonly Token[], at: number, name: string): Found<PlaceAsk> | null {
  const code = tokens[at]?.text.toUpperCase() ?? ''
  const kinds = TAIL_KINDS[name === 'country' || name === 'state' ? name : 'place']
  const place = code.length === 2 ? lookUpCode(code).find(({ kind }) => kinds.includes(kind)) : undefined
  return place ? { value: placeAsk([toAsked(place)], 'in'), count: 1 } : null
}

function readLedPlace(
  tokens: readonly Token[],
  at: number,
  lead: { value: PlaceAsk['mode']; count: number } | null,
  scope: ReadScope,
): Found<PlaceAsk> | null {
  if (!lead) return null
  const named = readNamedPlace(tokens, at + lead.count, true, scope)
  if (!named) return null
  const places = readRest(tokens, at + lead.count, named, LIST_JOINTS[lead.value], scope)
  return { ...places, value: { ...places.value, mode: lead.value }, count: lead.count + places.count }
}

/** "outside the US and Canada" is outside of both; "in" reaches over "or" only, because "in Berlin, Go" goes on with a skill. */
const LIST_JOINTS: Readonly<Record<PlaceAsk['mode'], ReadonlySet<string>>> = {
  in: new Set(['or', '/']),
  outside: new Set(['and', 'or', 'nor', '&', ',', '/']),
}

function readRest(
  tokens: readonly Token[],
  at: number,
  first: Found<PlaceAsk>,
  joints: ReadonlySet<string>,
  scope: ReadScope,
): Found<PlaceAsk> {
  const joint = at + first.count
  if (!joints.has(tokens[joint]?.key ?? '')) return first
  const articles = tokens[joint + 1]?.key === 'the' ? 1 : 0
  const next = readNamedPlace(tokens, joint + 1 + articles, true, scope)
  if (!next) return first
  const value = placeAsk([...first.value.anyOf, ...next.value.anyOf], 'in')
  const note = first.note ?? next.note ?? null
  return readRest(tokens, at, { value, count: first.count + 1 + articles + next.count, note }, joints, scope)
}

function readNamedPlace(
  tokens: readonly Token[],
  at: number,
  isLed: boolean,
  scope: ReadScope,
): Found<PlaceAsk> | null {
  const nickname = readNickname(tokens, at)
  if (nickname) return nickname
  if (beginsNoPlace(tokens[at])) return isLed ? readCatalogCity(tokens, at, scope.catalog) : null
  const { words, counts } = lookUpWords(tokens, at, true)
  const all = lookUpPlaces(words, 0)
  const longest = all.filter(place => place.length === all[0]?.length)
  const first = longest[0]
  const nameCount = counts[(first?.length ?? 0) - 1]
  if (!first || nameCount === undefined || isLanguage(tokens, at, nameCount, first, isLed)) {
    return isLed ? readCatalogCity(tokens, at, scope.catalog) : null
  }
  const whole = isJoiningWord(tokens[at]) ? null : readWholePlace(tokens, at + nameCount, longest)
  if (!whole && first.isAmbiguousWord && !isMeantAsPlace(tokens, at, first, isLed)) return null
  const tail = whole ? null : readTail(tokens, at + nameCount)
  const place = whole?.place ?? choosePlace(longest, tail?.value ?? 'place', scope.catalog)
  const isNamedWhole = whole !== null || (tail !== null && TAIL_KINDS[tail.value].length > 0)
  return {
    value: placeAsk([toAsked(place)], 'in'),
    count: nameCount + (whole?.count ?? tail?.count ?? 0),
    note: isNamedWhole ? null : noteReading(place),
  }
}

/** Most words begin no place's name; "3" and "d" are looked up as one. */
function beginsNoPlace(token: Token | undefined): boolean {
  return token === undefined || (token.type !== 'number' && longestNameFrom(token.text) === 0)
}

/** Says which of a country and a US state of one name is meant. */
function noteReading(place: PlaceName): string | null {
  if (!otherReading(place)) return null
  const [chosen, other] = place.kind === 'country' ? ['country', 'US state'] : ['US state', 'country']
  return `${place.name} is read as the ${chosen}, not the ${other}`
}

/** "Europe only", "Europe-wide". */
function readTail(tokens: readonly Token[], at: number): PhraseHit<PlaceTail> | null {
  const hyphens = tokens[at]?.text === '-' && tokens[at]?.isGlued ? 1 : 0
  const tail = PLACE_TAILS.find(tokens, at + hyphens)
  return tail && { value: tail.value, count: tail.count + hyphens }
}

/** A place with what it lies in: "Portland, OR", "Austin TX", "Berlin, Germany". */
function readWholePlace(
  tokens: readonly Token[],
  at: number,
  parts: readonly PlaceName[],
): { place: PlaceName; count: number } | null {
  const commas = tokens[at]?.text === ',' ? 1 : 0
  const start = at + commas
  const token = tokens[start]
  if (token?.type !== 'word' || !isQualifier(token, tokens[start + 1], commas > 0)) return null
  const { words, counts } = lookUpWords(tokens, start, true)
  const codes = lookUpCode(token.text).map(place => ({ ...place, length: 1 }))
  for (const whole of [...lookUpPlaces(words, 0), ...codes]) {
    const place = parts.find(part => liesIn(part, whole))
    const count = counts[whole.length - 1]
    if (place && count !== undefined) return { place, count: commas + count }
  }
  return null
}

const CODE_OR_WORD = new Set([
  'or',
  'in',
  'me',
  'hi',
  'ok',
  'oh',
  'de',
  'la',
  'pa',
  'ma',
  'al',
  'id',
  'co',
  'mi',
  'us',
])

/** "Canada or USA", "in USA": a small word before a country is no state of it. */
function isJoiningWord(token: Token | undefined): boolean {
  return token !== undefined && CODE_OR_WORD.has(token.key) && token.text !== token.text.toUpperCase()
}

/** "or" after "Portland," is Oregon only in capitals or where nothing follows that it could join. */
function isQualifier(token: Token, next: Token | undefined, hasComma: boolean): boolean {
  if (!CODE_OR_WORD.has(token.key) || token.text === token.text.toUpperCase()) return true
  return hasComma && (next === undefined || next.type === 'sign')
}

/** The meaning that the word after it asks for, else the most prominent one that the postings know. */
function choosePlace(meanings: readonly PlaceName[], tail: PlaceTail, catalog: Catalog): PlaceName {
  const [first] = meanings as [PlaceName, ...PlaceName[]]
  const kinds = TAIL_KINDS[tail]
  const asked = meanings.find(({ kind }) => kinds.includes(kind))
  return asked ?? meanings.find(place => isInCatalog(place, catalog)) ?? first
}

const TAIL_KINDS: Readonly<Record<PlaceTail, readonly PlaceName['kind'][]>> = {
  place: [],
  state: ['state', 'province'],
  country: ['country'],
  city: ['city'],
}

function isInCatalog(place: PlaceName, { columns }: Catalog): boolean {
  if (place.kind === 'city') return columns.city.postings.has(foldText(place.code))
  if (place.kind === 'state') return columns.state.postings.has(place.code)
  if (place.kind === 'province') return false
  return place.kind !== 'country' || columns.country.postings.has(place.code)
}

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
function isLanguage(
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

function isMeantAsPlace(tokens: readonly Token[], at: number, place: PlaceName, isLed: boolean): boolean {
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

const MAX_CITY_WORDS = 4

/** A city that only the postings know. */
function readCatalogCity(tokens: readonly Token[], at: number, { columns }: Catalog): Found<PlaceAsk> | null {
  const { words, counts } = lookUpWords(tokens, at)
  for (let length = Math.min(MAX_CITY_WORDS, words.length); length > 0; length--) {
    const name = words.slice(0, length).join(' ')
    const count = counts[length - 1]
    if (count === undefined || name.length < 4 || !columns.city.postings.has(name)) continue
    const place = {
      kind: 'city',
      code: name,
      name,
      countries: [],
      regions: [],
      state: null,
      subdivision: null,
    } as const
    return { value: placeAsk([place], 'in'), count }
  }
  return null
}

function toAsked({ kind, code, name, countries, regions, state, subdivision }: AskedPlace): AskedPlace {
  return { kind, code, name, countries, regions, state, subdivision }
}

const WORLDWIDE = toWorldwide()

function toWorldwide(): AskedPlace {
  const place = lookUpName('worldwide').find(({ kind }) => kind === 'region')
  return place
    ? toAsked(place)
    : {
        kind: 'region',
        code: 'worldwide',
        name: 'Worldwide',
        countries: [],
        regions: ['worldwide'],
        state: null,
        subdivision: null,
      }
}
