import type { Place } from './place-name.ts'
import { readPlaceTable, splitNames } from './read-place-table.ts'

/** A country with every way postings name it. */
export interface Country {
  readonly code: string
  readonly name: string
  readonly otherNames: readonly string[]
  /** Words for its people and things, such as "Canadian". */
  readonly adjectives: readonly string[]
}

function loadCountries(): ReadonlyMap<string, Country> {
  const english = new Map(readPlaceTable('country-names.tsv').map(row => [row[0] ?? '', row]))
  const countries = readPlaceTable('countries.tsv').map(([code = '', name = '', foreign]): Country => {
    const own = english.get(code)
    const otherNames = [...splitNames(foreign), ...splitNames(own?.[1])]
    return { code, name, otherNames, adjectives: splitNames(own?.[2]) }
  })
  return new Map(countries.map(country => [country.code, country]))
}

/** Every country by its ISO 3166 alpha-2 code. */
export const COUNTRIES = loadCountries()

/** The English name of a country; null for a code that is none; "anywhere in the world" for `*`. */
export function countryName(code: string): string | null {
  if (code === '*') return 'anywhere in the world'
  return COUNTRIES.get(code)?.name ?? null
}

/** A country as a place. */
export function describeCountry(country: Country): Place {
  const { code, name } = country
  return {
    kind: 'country',
    code,
    name,
    countries: [code],
    regions: [],
    state: null,
    subdivision: null,
    population: 0,
  }
}
