import { createWordFilter, hashPlainWord } from '../dictionary/word-filter.ts'
import { memoizeByText } from '../memoize-by-text.ts'
import { CITIES, CITY_OTHER_NAMES, type City } from './cities.ts'
import { COUNTRIES, describeCountry } from './countries.ts'
import { normalisePlaceName } from './normalise-place-name.ts'
import type { Place, PlaceName } from './place-name.ts'
import { readPlaceTable } from './read-place-table.ts'
import { AREAS } from './regions.ts'
import { SUBDIVISIONS, type Subdivision } from './subdivisions.ts'

interface Entry {
  readonly place: Place
  readonly isAdjective: boolean
}

const index = new Map<string, Entry[]>()
const otherNames = new Map(CITY_OTHER_NAMES.map(([name, country, others]) => [`${country} ${name}`, others]))
/** First word of the names → the number of words of the longest that starts with it. */
const longestFrom = new Map<string, number>()

function add(name: string, place: Place, isAdjective = false): void {
  const key = normalisePlaceName(name)
  if (key === '') return
  const entry = { place, isAdjective }
  const entries = index.get(key)
  if (entries !== undefined) {
    if (!entries.some(other => other.place === place)) entries.push(entry)
    return
  }
  index.set(key, [entry])
  const [first = ''] = key.split(' ', 1)
  const length = key.split(' ').length
  if (length > (longestFrom.get(first) ?? 0)) longestFrom.set(first, length)
}

/** Inhabitants from which on a city is meant rather than the state or province of its name. */
const METROPOLIS = 600_000

function addCities(isMeant: (city: City) => boolean): void {
  for (const city of CITIES) {
    if (!isMeant(city)) continue
    add(city.name, city)
    const others = otherNames.get(`${city.countries[0]} ${city.name}`)
    if (others === undefined) continue
    for (const other of others) add(other, city)
    // Only the likeliest city of a name has its short forms.
    otherNames.delete(`${city.countries[0]} ${city.name}`)
  }
}

/** Provinces named by a direction are never meant ("Eastern Time"). */
const DIRECTION = /^(?:north|south|east|west|northern|southern|eastern|western|central|centre)$/i

function addSubdivisions(isMeant: (each: Subdivision) => boolean): void {
  for (const each of SUBDIVISIONS) {
    if (isMeant(each) && !DIRECTION.test(each.name))
      for (const name of [each.name, ...each.otherNames]) add(name, each)
  }
}

// Order decides between meanings of one name: Singapore is the country first, New York the city, Ontario the province.
for (const country of COUNTRIES.values()) {
  const place = describeCountry(country)
  for (const name of [country.name, ...country.otherNames]) add(name, place)
  for (const name of country.adjectives) add(name, place, true)
}
for (const area of AREAS) {
  for (const name of [area.name, ...area.otherNames]) add(name, area)
  for (const name of area.adjectives) add(name, area, true)
}
addCities(city => city.population >= METROPOLIS)
addSubdivisions(each => each.addressCode !== null)
addCities(city => city.population < METROPOLIS)
addSubdivisions(each => each.addressCode === null)
for (const each of SUBDIVISIONS) if (each.kind === 'state') add(each.code, each)

const ORDINARY = new Set(readPlaceTable('ordinary-words.txt').map(row => row[0] ?? ''))
/** Short names that are no other word. */
const CLEAR_SHORT = new Set([
  'uk',
  'usa',
  'uae',
  'eu',
  'nyc',
  'sf',
  'dc',
  'slc',
  'dfw',
  'gcc',
  'cee',
  'anz',
  'apj',
  'eea',
  'ksa',
])

/** Whether a name (normalised) is an ordinary word too; other short ones always are. */
function isOrdinary(key: string): boolean {
  return ORDINARY.has(key) || (key.length <= 3 && !CLEAR_SHORT.has(key))
}

const firstWords = createWordFilter(longestFrom.keys())

/** The number of words of the longest name that starts with a word as written; 0 where none does. */
export function longestNameFrom(word: string): number {
  const hash = hashPlainWord(word)
  return hash !== null && !firstWords.mayHold(hash) ? 0 : findLongest(word)
}

const findLongest: (word: string) => number = memoizeByText(word => {
  const [first = ''] = normalisePlaceName(word).split(' ', 1)
  return longestFrom.get(first) ?? (first === '' ? 1 : 0)
})

/**
 * Finds every meaning of the places that are named from a word on: longest names first, then by prominence.
 * Words are compared without case, accents and signs, so both "U.S." and "us" are found: see `isAmbiguousWord`.
 * @param words the words of a text in order, each as written
 * @param at the index of the first word of the name
 * @example lookUpPlaces(['jobs', 'in', 'New', 'York'], 2)[0]?.name // 'New York'
 */
export function lookUpPlaces(words: readonly string[], at: number): readonly PlaceName[] {
  const longest = Math.min(longestNameFrom(words[at] ?? ''), words.length - at)
  const found: PlaceName[] = []
  for (let length = longest; length > 0; length--) {
    found.push(...lookUpName(words.slice(at, at + length).join(' '), length))
  }
  return found
}

/** Finds every meaning of one whole name, by prominence. */
export function lookUpName(name: string, length = name.split(' ').length): readonly PlaceName[] {
  const key = normalisePlaceName(name)
  const entries = index.get(key)
  if (entries === undefined) return []
  const isAmbiguousWord = isOrdinary(key)
  return entries.map(({ place, isAdjective }) => ({ ...place, length, isAmbiguousWord, isAdjective }))
}

const byCode = new Map<string, Place[]>()
const stateFirst = [...SUBDIVISIONS].sort((a, b) => Number(b.kind === 'state') - Number(a.kind === 'state'))
for (const each of stateFirst) {
  if (each.addressCode !== null) byCode.set(each.addressCode, [...(byCode.get(each.addressCode) ?? []), each])
}
for (const country of COUNTRIES.values()) {
  byCode.set(country.code, [...(byCode.get(country.code) ?? []), describeCountry(country)])
}

/** Everything that a two- or three-letter code in capitals may mean: states and provinces first, then the country. */
export function lookUpCode(code: string): readonly Place[] {
  return byCode.get(code) ?? []
}
