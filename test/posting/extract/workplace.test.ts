import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPlace } from '../../../src/posting/extract/place.ts'
import { readWorkplace } from '../../../src/posting/extract/workplace.ts'
import type { PostingText } from '../../../src/posting/posting-text.ts'
import { makePostingText, makeSection } from './make-posting-text.ts'

const read = (text: PostingText) => readWorkplace(text, readPlace(text))
const readLine = (placeTag: string | null, ...lines: readonly string[]) =>
  read(makePostingText({ placeTag, sections: [makeSection('role', ...lines)] })).value

describe('readWorkplace from words about premises', () => {
  it.each([
    ['On-site in our studio, with a kitchen.', 'onsite'],
    ['The workshop in Brunswick, on site.', 'onsite'],
    ['We work on site, in an old cannery.', 'onsite'],
    ['Help customers on-site at the customer.', null],
    ['We work in a hybrid way, Tuesday and Wednesday in Bermondsey.', 'hybrid'],
    ['In the office by the canal on four days; Fridays may be worked elsewhere.', 'hybrid'],
  ])('reads %s', (line, expected) => {
    expect(readLine(null, line)).toBe(expected)
  })

  it('lets the tag go before a mere mention', () => {
    expect(readLine('Remote', 'The yearly meeting is on-site in our studio.')).toBe('remote')
  })
})

describe('readWorkplace from a list of preferred places', () => {
  const under = (heading: string) => {
    const lines = [{ text: 'Hybrid - Rotterdam', isItem: true }]
    return read(makePostingText({ placeTag: 'Remote', sections: [{ kind: 'place', heading, lines }] })).value
  }

  it('takes what is liked for no demand', () => {
    expect(under('Preferred locations')).toBe('remote')
    expect(under('Locations')).toBe('hybrid')
  })

  it('reads a heading that lists where the work may be done', () => {
    const sections = [{ kind: 'role' as const, heading: 'Available locations: Remote - Norway', lines: [] }]
    expect(read(makePostingText({ sections })).value).toBe('remote')
  })
})

describe('readWorkplace from the header', () => {
  it.each([
    ['Remote - Spain', 'remote'],
    ['Hybrid or Remote', 'remote'],
    ['San Francisco-Hybrid', 'hybrid'],
    ['Anywhere (EMEA)', 'remote'],
    ['Chennai OR Remote', 'remote'],
    ['Warsaw, Poland', null],
    [null, null],
  ])('reads %s as %s', (placeTag, expected) => {
    expect(readLine(placeTag)).toBe(expected)
  })

  it('reads the title where the tag is silent', () => {
    expect(read(makePostingText({ titleLine: 'Engineer - Onsite (Lille)' })).value).toBe('onsite')
  })

  it('reads telecommuting of structured data', () => {
    expect(read(makePostingText({ jobPosting: { jobLocationType: 'TELECOMMUTE' } })).value).toBe('remote')
  })
})

describe('readWorkplace where the text overrules the tag', () => {
  it.each([
    ['You are expected in our office three days a week.', 'hybrid'],
    ['This is a hybrid role with 2-3 days per week in the office.', 'hybrid'],
    ['Work in the nearest office four days/week', 'hybrid'],
    ['Expect to spend at least 50% of your time in the office.', 'hybrid'],
    ['Hybrid, working onsite at our Toronto headquarters 3 days per week.', 'hybrid'],
    ['This position offers hybrid working in the APAC region.', 'hybrid'],
    ['The group works from our Bergen office from Tuesday to Thursday.', 'hybrid'],
    ['Vous êtes au bureau le lundi et le jeudi.', 'hybrid'],
    ['Vienes a la oficina los martes y jueves.', 'hybrid'],
    ['This is a full-time on-site role in Beirut.', 'onsite'],
    ['You work five days a week in our lab.', 'onsite'],
    ['For reasons of security there is no option to work from home.', 'onsite'],
    ['Du bist 2 Tage pro Woche im Homeoffice.', 'hybrid'],
    ['Vous avez 2 jours de télétravail par semaine.', 'hybrid'],
  ])('reads "%s" under a remote tag as %s', (line, expected) => {
    expect(readLine('Remote', line)).toBe(expected)
  })

  it('keeps both sides as a contradiction, the winner first', () => {
    const line = 'This is a hybrid position.'
    const text = makePostingText({ placeTag: 'Remote, UK', sections: [makeSection('role', line)] })
    expect(read(text).contradictions).toEqual([
      { field: 'workplace', values: ['hybrid', 'remote'], quotes: [line, 'Remote, UK'] },
    ])
  })

  it('has no contradiction where both agree', () => {
    expect(read(makePostingText({ placeTag: 'Remote' })).contradictions).toEqual([])
  })
})

describe('readWorkplace where the tag stands', () => {
  it.each([
    'Coming to the office is optional.',
    'For those near our office in Ottawa, we ask for one day a week in the office.',
    'If you live within 50 miles of an office you work there two days a week.',
    'You can choose to work remotely, in one of our offices, or hybrid.',
    'The team meets in person four times a year.',
    'You will build hybrid cloud platforms and hybrid apps.',
    'Free lunch on Tuesdays and Thursdays in the office.',
    'Our plants send events into a data warehouse with daily queries.',
    'You travel up to 30% on site at customers.',
    'Enjoy our on-site gym and on-site chef.',
    '#LI-Hybrid',
    'About 20% of our employees work in a hybrid model.',
    'We embrace a hybrid work model in these regions.',
  ])('stays remote with "%s"', line => {
    expect(readLine('Remote', line)).toBe('remote')
  })
})

describe('readWorkplace where the tag is silent', () => {
  it.each([
    ['This role is fully remote.', 'remote'],
    ['#LI-Remote', 'remote'],
    ['#LI-Hybrid', 'hybrid'],
    ['We are open to both remote and in-person candidates.', 'remote'],
    ['This position can be hybrid in Denver or fully remote.', 'remote'],
    ['We are a remote-friendly company.', 'remote'],
    ['This position is on-site in Tampere.', 'onsite'],
    ['Praca w pełni zdalna', 'remote'],
    ['Modelo híbrido', 'hybrid'],
    ['You get a home office stipend.', null],
    ['You debug remote servers and visit customers.', null],
  ])('reads "%s" as %s', (line, expected) => {
    expect(readLine('Denver, CO', line)).toBe(expected)
  })

  it('prefers the days that are asked for to what the company says of itself', () => {
    const lines = ['We are a remote-first company.', 'You are in the office for a few days per week.']
    expect(readLine('Pune, India', ...lines)).toBe('hybrid')
  })
})

describe('readWorkplace on hostile input', () => {
  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (placeTag, line) => {
        expect(['remote', 'hybrid', 'onsite', null]).toContain(readLine(placeTag, line))
      }),
    )
  })
})
