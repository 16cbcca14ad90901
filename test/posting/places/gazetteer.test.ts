import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lookUpCode, lookUpName, lookUpPlaces } from '../../../src/posting/places/gazetteer.ts'

const first = (text: string) => lookUpPlaces(text.split(' '), 0)[0]

describe('lookUpPlaces', () => {
  it('takes the longest name that begins at the word', () => {
    expect(first('New York City jobs')).toMatchObject({ name: 'New York', length: 3 })
  })

  it('starts at the given word', () => {
    expect(lookUpPlaces(['jobs', 'in', 'Latin', 'America'], 2)[0]).toMatchObject({ code: 'latam', length: 2 })
  })

  it.each([
    ['Deutschland', 'country', 'DE'],
    ['Czech Republic', 'country', 'CZ'],
    ['Holland', 'country', 'NL'],
    ['Viet Nam', 'country', 'VN'],
    ['U.S.', 'country', 'US'],
    ['Türkiye', 'country', 'TR'],
    ['EMEA', 'region', 'emea'],
    ['Asia-Pacific', 'region', 'apac'],
    ['Southeast Asia', 'region', 'asia'],
    ['DACH', 'group', 'DACH'],
    ['Massachusetts', 'state', 'MA'],
    ['Ontario', 'province', 'Ontario'],
    ['München', 'city', 'Munich'],
    ['Bangalore', 'city', 'Bengaluru'],
    ['NYC', 'city', 'New York'],
    ['Cluj-Napoca', 'city', 'Cluj-Napoca'],
  ])('knows %s as a %s', (name, kind, code) => {
    expect(first(name)).toMatchObject({ kind, code })
  })

  it('ignores case and accents', () => {
    expect(first('sao paulo')).toMatchObject({ code: 'São Paulo', countries: ['BR'] })
  })

  it('names the larger city of a name first and keeps the others', () => {
    const countries = lookUpName('London').map(place => place.countries[0])
    expect(countries[0]).toBe('GB')
    expect(countries).toContain('CA')
  })

  it('marks names that are ordinary words too', () => {
    expect(first('Reading')?.isAmbiguousWord).toBe(true)
    expect(first('us')?.isAmbiguousWord).toBe(true)
    expect(first('Warsaw')?.isAmbiguousWord).toBe(false)
  })

  it('marks words for people and things of a place', () => {
    expect(first('Canadian')).toMatchObject({ code: 'CA', isAdjective: true })
    expect(first('Canada')?.isAdjective).toBe(false)
  })

  it('gives a group the countries it stands for', () => {
    expect(first('Benelux')?.countries).toEqual(['BE', 'NL', 'LU'])
    expect(first('Americas')?.regions).toEqual(['north-america', 'south-america', 'latam'])
  })

  it('finds nothing in words that name no place', () => {
    expect(lookUpPlaces(['kubernetes'], 0)).toEqual([])
    expect(lookUpPlaces(['Berlin'], 5)).toEqual([])
  })

  it('never throws and never runs past the words', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 8 }), fc.nat(9), (words, at) => {
        for (const place of lookUpPlaces(words, at))
          expect(place.length).toBeLessThanOrEqual(words.length - at)
      }),
    )
  })
})

describe('lookUpCode', () => {
  it('gives the state before the country of the same letters', () => {
    expect(lookUpCode('CA').map(place => place.name)).toEqual(['California', 'Canada'])
  })

  it('knows provinces by the code of addresses', () => {
    expect(lookUpCode('ON')[0]).toMatchObject({ kind: 'province', name: 'Ontario' })
  })
})
