import { describe, expect, it } from 'vitest'
import {
  cleanPlaces,
  countryOf,
  readDay,
  readEmploymentWords,
  readPayUnit,
  readWorkplaceWord,
  urlOf,
} from '../../src/source/read-fields.ts'

describe('readDay', () => {
  it.each([
    ['Sat, 22 Aug 2026 06:25:52 GMT', '2026-08-22'],
    ['22 August 2026', '2026-08-22'],
    ['2026-08-21T23:30:00-04:00', '2026-08-21'],
    ['2026-08-18 07:34:38 UTC', '2026-08-18'],
    ['20260818', '2026-08-18'],
    [1_786_000_000_000, '2026-08-06'],
    [1_786_000_000, '2026-08-06'],
    ['1786000000000', '2026-08-06'],
    ['2026-02-31', null],
    ['1970-01-01', null],
    ['08/09/2026', null],
    ['soon', null],
    [Number.NaN, null],
    [{}, null],
  ])('reads %j as %j', (value, day) => {
    expect(readDay(value)).toBe(day)
  })
})

describe('readEmploymentWords', () => {
  it.each([
    ['FullTime', 'FULL_TIME'],
    ['Full-time', 'FULL_TIME'],
    ['fulltime_permanent', 'FULL_TIME'],
    ['fulltime_fixed_term', 'TEMPORARY'],
    ['Permanent contract', 'FULL_TIME'],
    ['Independent Contractor (FT)', 'CONTRACTOR'],
    ['Part Time', 'PART_TIME'],
    ['Intern', 'INTERN'],
    [['FULL_TIME', 'PART_TIME'], 'FULL_TIME'],
    ['Internal', null],
    ['Engineering', null],
    [null, null],
  ])('reads %j as %j', (value, employment) => {
    expect(readEmploymentWords(value)).toBe(employment)
  })
})

describe('readWorkplaceWord', () => {
  it.each([
    ['OnSite', 'onsite'],
    ['on-site', 'onsite'],
    ['In Office', 'onsite'],
    ['Remote', 'remote'],
    ['TELECOMMUTE', 'remote'],
    ['Hybrid', 'hybrid'],
    ['unspecified', null],
    ['No remote', null],
  ])('reads %j as %j', (value, workplace) => {
    expect(readWorkplaceWord(value)).toBe(workplace)
  })
})

describe('readPayUnit', () => {
  it.each([
    ['per-year-salary', 'YEAR'],
    ['1 YEAR', 'YEAR'],
    ['per-hour-wage', 'HOUR'],
    ['Monthly', 'MONTH'],
    ['bi-month-salary', null],
    ['NONE', null],
    ['2 WEEKS', null],
  ])('reads %j as %j', (value, unit) => {
    expect(readPayUnit(value)).toBe(unit)
  })
})

describe('cleanPlaces', () => {
  it('drops what stands for no place, and repetitions', () => {
    const given = ['Berlin', 'N/A', 'LOCATION', '3 Locations', null, 'Berlin', 'Remote - US']
    expect(cleanPlaces(given)).toEqual(['Berlin', 'Remote - US'])
  })
})

describe('countryOf', () => {
  it.each([
    ['IN', 'India'],
    ['USA', 'USA'],
    ['Kenya', 'Kenya'],
    ['ZZ', null],
    ['QX', 'QX'],
    [null, null],
  ])('names %j as %j', (value, country) => {
    expect(countryOf(value)).toBe(country)
  })
})

describe('urlOf', () => {
  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '/jobs/1',
    'https://',
    `https://x.example/${'a'.repeat(3000)}`,
    7,
  ])('takes no address from %j', value => {
    expect(urlOf(value)).toBeNull()
  })
})
