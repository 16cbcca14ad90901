import { listPattern } from './list-pattern.ts'
import { lookUpPlaces } from './places/gazetteer.ts'
import type { PlaceName } from './places/place-name.ts'

/** Words that make a piece of a title a note on where or when one works. */
const CORE = listPattern({
  before: '^',
  words: [
    'remote|remotely|remoto|remota|remotowo|zdalnie|télétravail|teletravail|homeoffice',
    'hybrid|híbrido|hybride|onsite|on-site|wfh|anywhere|worldwide|nationwide|est|pst|cst',
    'mst|edt|pdt|cet|cest|gmt|utc|bst|ist|aest|amer|reside|citizenship|relocation',
  ],
  after: '$',
  flags: '',
})

/** Words that may stand beside those and beside places, and say nothing alone. */
const FILLER = listPattern({
  before: '^',
  words: [
    'a|the|this|is|be|must|can|to|of|for|in|at|on|by|or|and|oder|und|et|ou|y|e|with|from',
    'within|across|inside|outside|only|based|friendly|first|fully|full|100%?|100|possible',
    'möglich|preferred|required|needed|role|position|opportunity|job|work|working|home|time|timezone',
    'timezones|zone|zones|hours|area|region|metro|greater|select|selected|locations?',
    'multiple|various|several|any|all|option|optional|available|ok|allowed|eligible|hub',
    'hubs|office|offices|experience|live|located|candidates?|residents?|state|states',
    'country|countries|u|s|near|city|contract',
  ],
  after: '$',
})

/** Inhabitants from which on a city's name alone is believed. */
const KNOWN_CITY = 500_000

/**
 * Whether a piece at the end of a title says where one works and nothing about the job ("Remote, US", "Lyon").
 * @param placeTag the posting's place tag, which confirms small cities
 * @example isPlaceDecoration('USA & UK Remote', null) // true
 */
export function isPlaceDecoration(piece: string, placeTag: string | null): boolean {
  const words = piece
    .split(/[\s,/|&()–—:;*+"]+|-(?=\p{L})|(?<=\p{L})-/u)
    .filter(word => word !== '' && word !== '-')
  if (words.length === 0 || words.length > 14) return false
  let isTold = false
  for (let i = 0; i < words.length; ) {
    const word = (words[i] ?? '').toLowerCase().replace(/[.!]{1,3}$/, '')
    const place = findPlace(words, i, placeTag)
    if (CORE.test(word)) isTold = true
    else if (place) isTold = true
    else if (!FILLER.test(word)) return false
    i += place && !CORE.test(word) ? place.length : 1
  }
  return isTold || /^\(?experience (?:needed|required)\)?$/i.test(piece.trim())
}

function findPlace(words: readonly string[], at: number, placeTag: string | null): PlaceName | null {
  const written = words[at] ?? ''
  const places = lookUpPlaces(words, at)
  if (places.some(place => place.isAdjective)) return null
  return places.find(place => isBelieved(place, written, placeTag)) ?? null
}

/** Short words in capitals are mostly crafts ("AI", "QA", "SWE"); only those of US states are places. */
function isBelieved(place: PlaceName, written: string, placeTag: string | null): boolean {
  if (place.isAmbiguousWord)
    return (place.kind === 'state' || place.code === 'US') && /^(?:[A-Z]{2}|U\.S\.?A?\.?)$/.test(written)
  if (place.kind !== 'city') return true
  return place.population >= KNOWN_CITY || (placeTag ?? '').includes(written)
}
