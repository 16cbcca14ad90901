import type { Catalog } from '../catalog/catalog.ts'
import { foldText } from '../catalog/split-words.ts'
import { longestNameFrom, lookUpCode, lookUpPlaces } from '../posting/places/gazetteer.ts'
import type { PlaceName } from '../posting/places/place-name.ts'
import { liesIn } from '../posting/places/resolve-places.ts'
import type { Found, ReadScope } from './condition.ts'
import { isLanguage, isMeantAsPlace } from './judge-place-name.ts'
import { lookUpWords } from './look-up-words.ts'
import { otherReading } from './other-reading.ts'
import type { PhraseHit } from './phrase-table.ts'
import { type AskedPlace, type PlaceAsk, placeAsk } from './place-ask.ts'
import { readNickname } from './place-nicknames.ts'
import { PLACE_TAILS, type PlaceTail } from './place-words.ts'
import type { Token } from './tokenize.ts'

/**
 * The longest place that is named from a token on, with what it lies in.
 * @param isLed true after "in" and the like, where ordinary words are places too
 */
export function readNamedPlace(
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

/** The kinds of places that the word after a name asks for. */
export const TAIL_KINDS: Readonly<Record<PlaceTail, readonly PlaceName['kind'][]>> = {
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

/** The facts of a place that a question keeps. */
export function toAsked({
  kind,
  code,
  name,
  countries,
  regions,
  state,
  subdivision,
}: AskedPlace): AskedPlace {
  return { kind, code, name, countries, regions, state, subdivision }
}
