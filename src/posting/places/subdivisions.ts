import type { Place } from './place-name.ts'
import { readPlaceTable, splitNames } from './read-place-table.ts'

/** A state, province or Land with every way postings name it. */
export interface Subdivision extends Place {
  readonly kind: 'state' | 'province'
  readonly country: string
  /** The code of the cities table. */
  readonly geoNamesCode: string
  /** The code as written in addresses, such as "ON"; null where addresses have none. */
  readonly addressCode: string | null
  readonly otherNames: readonly string[]
}

function loadSubdivisions(): readonly Subdivision[] {
  const own = new Map(readPlaceTable('state-codes.tsv').map(row => [`${row[0]} ${row[1]}`, row]))
  return readPlaceTable('subdivisions.tsv').map(
    ([country = '', geoNamesCode = '', name = '']): Subdivision => {
      const row = own.get(`${country} ${geoNamesCode}`)
      const isState = country === 'US'
      return {
        kind: isState ? 'state' : 'province',
        code: isState ? geoNamesCode : name,
        name,
        countries: [country],
        regions: [],
        state: isState ? geoNamesCode : null,
        subdivision: geoNamesCode,
        country,
        geoNamesCode,
        population: 0,
        addressCode: row?.[2] ?? null,
        otherNames: splitNames(row?.[3]),
      }
    },
  )
}

/** Every first-level subdivision of every country. */
export const SUBDIVISIONS = loadSubdivisions()
