import { describe, expect, it } from 'vitest'
import { COUNTRIES, countryName } from '../../../src/posting/places/countries.ts'
import {
  AREAS,
  countryRegions,
  coversCountry,
  regionCountries,
  regionName,
} from '../../../src/posting/places/regions.ts'
import { REGIONS } from '../../../src/posting/vocabulary.ts'

describe('regionCountries', () => {
  it('knows the members of every region word but worldwide', () => {
    for (const region of REGIONS) {
      expect(regionCountries(region).size > 0, region).toBe(region !== 'worldwide')
    }
  })

  it('puts every country of the EU into Europe, and the United Kingdom only into Europe', () => {
    const outside = [...regionCountries('eu')].filter(country => !regionCountries('europe').has(country))
    expect(outside).toEqual([])
    expect(regionCountries('eu').has('GB')).toBe(false)
  })

  it('names countries that exist only', () => {
    const unknown = AREAS.flatMap(area => area.countries).filter(country => !COUNTRIES.has(country))
    expect(unknown).toEqual([])
  })
})

describe('coversCountry', () => {
  it('covers every country worldwide', () => {
    expect(coversCountry('worldwide', 'NZ')).toBe(true)
    expect(coversCountry('latam', 'NZ')).toBe(false)
  })
})

describe('countryRegions', () => {
  it('lists the regions a country lies in', () => {
    expect(countryRegions('MX')).toEqual(['latam', 'north-america'])
  })
})

describe('names for people', () => {
  it('names regions and countries', () => {
    expect(regionName('latam')).toBe('LATAM')
    expect(countryName('GB')).toBe('United Kingdom')
    expect(countryName('*')).toBe('anywhere in the world')
  })

  it('is null for codes that do not exist', () => {
    expect(countryName('XX')).toBeNull()
  })
})
