import { describe, expect, it } from 'vitest'
import {
  describeAge,
  describeAmount,
  describePlace,
  describeSalary,
  describeZones,
} from '../../src/posting/describe-posting.ts'
import type { PostingFacts } from '../../src/posting/posting.ts'

const salary = {
  min: 240_000,
  max: 1_200_000,
  currency: 'USD',
  period: 'year',
  kind: 'total',
  zones: [],
} as const
const now = new Date('2026-03-10T12:00:00Z')

describe('describeSalary', () => {
  it('names range, period and what the figure counts', () => {
    expect(describeSalary(salary)).toBe('$240,000 – $1,200,000 a year, total compensation')
  })

  it('says which end is open', () => {
    expect(describeSalary({ ...salary, min: null, kind: null })).toBe('up to $1,200,000 a year')
    expect(describeSalary({ ...salary, max: null, kind: null })).toBe('from $240,000 a year')
  })

  it('writes one figure once, and cents only where there are some', () => {
    expect(
      describeSalary({ ...salary, min: 26.5, max: 26.5, currency: 'CAD', period: 'hour', kind: null }),
    ).toBe('CA$26.50 an hour')
    expect(describeAmount(9_000_000, 'JPY')).toBe('¥9,000,000')
  })

  it('writes a currency it does not know by its code', () => {
    expect(describeAmount(10, 'XYZ')).toContain('XYZ')
  })
})

describe('describeZones', () => {
  const zone = (label: string, min: number) => ({ label, min, max: min + 1_000 })

  it('names each range with its place', () => {
    const zones = [zone('Washington', 151_000), zone('California', 165_000)]
    expect(describeZones({ ...salary, kind: 'base', zones })).toBe(
      '$151,000 – $152,000 (Washington), $165,000 – $166,000 (California) a year, base',
    )
  })

  it('counts the zones that would not fit', () => {
    const zones = [1, 2, 3, 4, 5, 6].map(level => zone(`Level ${level}`, level * 10_000))
    expect(describeZones({ ...salary, zones })).toContain('(Level 4) and 2 more a year')
  })

  it('gives the one range where there are no zones', () => {
    expect(describeZones(salary)).toBe(describeSalary(salary))
  })
})

describe('describePlace', () => {
  const nowhere = { workplace: null, countries: [], regions: [], states: [], cities: [] }
  const place = (facts: Partial<PostingFacts>) =>
    describePlace({ ...nowhere, ...facts } as unknown as PostingFacts)

  it('puts the workplace first, then the narrowest place', () => {
    expect(place({ workplace: 'hybrid', cities: ['Berlin'], countries: ['DE'] })).toBe(
      'Hybrid · Berlin, Germany',
    )
    expect(place({ workplace: 'remote', countries: ['*'] })).toBe('Remote · Worldwide')
    expect(place({ workplace: 'onsite', states: ['CA'], countries: ['US'] })).toBe(
      'On-site · CA, United States',
    )
  })

  it('counts the places that would not fit', () => {
    expect(place({ cities: ['Oslo', 'Bergen', 'Turku', 'Espoo', 'Malmö', 'Lund'] })).toBe(
      'Oslo, Bergen, Turku, Espoo and 2 more',
    )
  })

  it('is null where nothing is stated', () => {
    expect(place({})).toBeNull()
  })
})

describe('describeAge', () => {
  it.each([
    ['2026-03-10', 'posted today'],
    ['2026-03-09', 'posted yesterday'],
    ['2026-02-28', 'posted 10 days ago'],
    ['2025-09-10', 'posted 6 months ago'],
    ['2024-03-10', 'posted 2 years ago'],
    ['someday', 'no date stated'],
  ])('says of %s “%s”', (postedAt, words) => {
    expect(describeAge(postedAt, now)).toBe(words)
  })

  it('says that no date is stated', () => {
    expect(describeAge(null, now)).toBe('no date stated')
  })
})
