import { REGIONS, type Region } from '../vocabulary.ts'
import type { Place } from './place-name.ts'
import { readPlaceTable, splitNames } from './read-place-table.ts'

/** A region or group of countries with every way postings name it. */
export interface Area extends Place {
  readonly kind: 'region' | 'group'
  readonly otherNames: readonly string[]
  /** Words for its people and things, such as "European". */
  readonly adjectives: readonly string[]
}

const isRegion = (word: string): word is Region => REGIONS.some(region => region === word)
const splitWords = (cell: string): readonly string[] => cell.split(' ').filter(word => word !== '')
const SMALLER = { state: null, subdivision: null, population: 0 } as const

function loadRegions(): readonly Area[] {
  return readPlaceTable('regions.tsv').flatMap(([code = '', members = '', names, adjectives]): Area[] => {
    const otherNames = splitNames(names)
    const name = otherNames[0] ?? code
    if (!isRegion(code)) return []
    return [
      {
        kind: 'region',
        code,
        name,
        countries: splitWords(members),
        regions: [code],
        ...SMALLER,
        otherNames,
        adjectives: splitNames(adjectives),
      },
    ]
  })
}

function loadParts(): readonly Area[] {
  return readPlaceTable('region-parts.tsv').map(
    ([name = '', region = '', members = '', names, adjectives]): Area => {
      const regions = isRegion(region) ? [region] : []
      const countries = splitWords(members)
      return {
        kind: 'region',
        code: region,
        name,
        countries,
        regions,
        ...SMALLER,
        otherNames: splitNames(names),
        adjectives: splitNames(adjectives),
      }
    },
  )
}

function loadGroups(regions: readonly Area[]): readonly Area[] {
  return readPlaceTable('groups.tsv').map(([name = '', members = '', names, adjectives]): Area => {
    const words = splitWords(members)
    const own = words.filter(isRegion)
    const inRegions = regions.filter(area => own.some(word => word === area.code))
    const countries = [
      ...new Set([...words.filter(word => !isRegion(word)), ...inRegions.flatMap(area => area.countries)]),
    ]
    return {
      kind: 'group',
      code: name,
      name,
      countries,
      regions: own,
      ...SMALLER,
      otherNames: splitNames(names),
      adjectives: splitNames(adjectives),
    }
  })
}

const WHOLE = loadRegions()

/** Every region, part of a region and group. */
export const AREAS: readonly Area[] = [...WHOLE, ...loadParts(), ...loadGroups(WHOLE)]

const MEMBERS = new Map(WHOLE.map(area => [area.code, new Set(area.countries)]))

/** The countries of a region; empty for `worldwide`, which has them all. */
export function regionCountries(region: Region): ReadonlySet<string> {
  return MEMBERS.get(region) ?? new Set()
}

/** Whether a region covers a country (ISO 3166 alpha-2); `worldwide` covers all. */
export function coversCountry(region: Region, country: string): boolean {
  return region === 'worldwide' || regionCountries(region).has(country)
}

/** The regions that a country (ISO 3166 alpha-2) lies in, without `worldwide`. */
export function countryRegions(country: string): readonly Region[] {
  return REGIONS.filter(region => regionCountries(region).has(country))
}

/** The English name of a region, as shown to people. */
export function regionName(region: Region): string {
  return WHOLE.find(area => area.code === region)?.name ?? region
}
