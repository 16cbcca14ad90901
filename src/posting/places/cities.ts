import type { Place } from './place-name.ts'
import { readPlaceTable, splitNames } from './read-place-table.ts'

/** A city; `code` and `name` are its English name. */
export interface City extends Place {
  readonly kind: 'city'
}

function describeCity([name = '', country = '', subdivision = '', population = '']: readonly string[]): City {
  const state = country === 'US' ? subdivision : null
  const countries = [country]
  const rest = { countries, regions: [], state, subdivision, population: Number(population) }
  return { kind: 'city', code: name, name, ...rest }
}

/** Every city of the table, the likeliest of a name first. */
export const CITIES: readonly City[] = readPlaceTable('cities.tsv').map(describeCity)

/** Other names of cities: `[English name, country, other names]`. */
export const CITY_OTHER_NAMES: readonly (readonly [string, string, readonly string[]])[] = readPlaceTable(
  'city-names.tsv',
).map(([name = '', country = '', others]) => [name, country, splitNames(others)])
