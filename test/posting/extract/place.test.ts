import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPlace } from '../../../src/posting/extract/place.ts'
import { makePostingText, makeSection } from './make-posting-text.ts'

const readTag = (placeTag: string) => readPlace(makePostingText({ placeTag })).value
const readText = (line: string, placeTag = 'Remote') =>
  readPlace(makePostingText({ placeTag, sections: [makeSection('role', line)] })).value

describe('readPlace from where the work is on site', () => {
  it('takes the city of the premises', () => {
    expect(readText('We work on site, in an old cannery in Oslo.', '').cities).toEqual(['Oslo'])
  })
})

describe('readPlace from what the text says of the role', () => {
  it('takes a heading that states the location', () => {
    const sections = [{ kind: 'role' as const, heading: 'Available locations: Remote - Norway', lines: [] }]
    expect(readPlace(makePostingText({ sections })).value.countries).toEqual(['NO'])
  })

  it('takes the list of places where one must reside', () => {
    const line = 'Staff must have their primary residence in: Ontario (Canada), Oregon, or Mexico.'
    expect([...readText(line, '').countries].sort()).toEqual(['CA', 'MX', 'US'])
  })

  it('takes the cities that a working model names', () => {
    const line = 'Flexible working model: hybrid working from Hanoi or Da Nang, or remotely in Vietnam'
    expect(readText(line, 'Hanoi, Vietnam').cities).toEqual(['Hanoi', 'Da Nang'])
  })

  it('takes a role that is done globally for one of the whole world', () => {
    expect(readText('This role is remote, so it can be done globally.', 'Oslo').regions).toEqual([
      'worldwide',
    ])
    expect(readText('We sell globally, and this role is remote.', 'Oslo').regions).toEqual([])
  })
})

describe('readPlace from a sentence that opens with where one is', () => {
  it('takes it for a demand', () => {
    expect(readText('Currently based in Norway and free to travel.', '').countries).toEqual(['NO'])
    expect(readText('Currently based in Norway, our company grows.', '').countries).toEqual([])
  })
})

describe('readPlace from a sentence that opens with "remote"', () => {
  it('takes the list behind it', () => {
    expect(readText('Remote from Singapore, Australia or India.', '').countries).toEqual(['SG', 'AU', 'IN'])
  })
})

describe('readPlace from what a sentence pays', () => {
  const citiesOf = (...lines: readonly string[]) =>
    readPlace(makePostingText({ sections: [makeSection('pay', ...lines)] })).value.cities

  it('takes the one city that the pay of the job is given for', () => {
    expect(citiesOf('The base salary range for this role in Oslo is 700,000 - 800,000.')).toEqual(['Oslo'])
    expect(citiesOf('This is a full-time position, and in Oslo its salary is 700,000.')).toEqual(['Oslo'])
  })

  it('takes pay by city for zones', () => {
    expect(citiesOf('The salary for this role in Oslo or Bergen is 700,000.')).toEqual([])
    expect(
      citiesOf(
        'For this role in Oslo the salary is 700,000.',
        'For this role in Bergen the salary is 600,000.',
      ),
    ).toEqual([])
  })
})

describe('readPlace from a tag', () => {
  it.each([
    ['Remote,US,Los Gatos, CA', { countries: ['US'], states: ['CA'], cities: ['Los Gatos'] }],
    ['WA - Seattle ; WA - Remote', { countries: ['US'], states: ['WA'], cities: ['Seattle'] }],
    [
      'Framingham, Massachusetts, United States',
      { countries: ['US'], states: ['MA'], cities: ['Framingham'] },
    ],
    ['Da Nang City, Viet Nam', { countries: ['VN'], states: [], cities: ['Da Nang'] }],
    ['London, Ontario or Remote', { countries: ['CA'], states: [], cities: ['London'] }],
    ['Remote - Poland/Ukraine', { countries: ['PL', 'UA'], states: [], cities: [] }],
    ['remote,Zurich, CH', { countries: ['CH'], states: [], cities: ['Zurich'] }],
    ['Hyderabad, IN', { countries: ['IN'], states: [], cities: ['Hyderabad'] }],
    ['Paris, TX', { countries: ['US'], states: ['TX'], cities: ['Paris'] }],
    ['remote,Remote, AU', { countries: ['AU'], states: [], cities: [] }],
    ['Washington, D.C. Metro - hybrid', { countries: ['US'], states: ['DC'], cities: ['Washington'] }],
    ['Remote - San Francisco Bay Area', { countries: ['US'], states: [], cities: ['San Francisco'] }],
    ['US-MD-Lanham//US-Remote', { countries: ['US'], states: ['MD'], cities: ['Lanham'] }],
  ])('reads %s', (tag, expected) => {
    expect(readTag(tag)).toMatchObject({ ...expected, regions: [] })
  })

  it('takes the names of states in a list of states as states', () => {
    const { states, cities } = readTag('New York, USA, Remote; New Jersey, USA, Remote; Georgia, USA, Remote')
    expect(states).toEqual(['NY', 'NJ', 'GA'])
    expect(cities).toEqual([])
  })

  it('keeps a town that no table knows where a state or country follows it', () => {
    expect(readTag('Remote,Dulles, VA')).toMatchObject({ cities: ['Dulles'], states: ['VA'] })
    expect(readTag('Remote,Employees can work remotely, Romania').cities).toEqual([])
  })

  it.each([
    ['Anywhere (EMEA)', ['emea']],
    ['Remote-Eastern Europe', ['europe']],
    ['Remote, Americas or EMEA', ['north-america', 'south-america', 'latam', 'emea']],
  ])('reads the regions of %s', (tag, regions) => {
    expect(readTag(tag)).toMatchObject({ countries: [], regions })
  })

  it('reads anywhere without a place as worldwide', () => {
    expect(readTag('Remote (anywhere on the globe)')).toMatchObject({
      countries: ['*'],
      regions: ['worldwide'],
    })
    expect(readTag('remote,Global')).toMatchObject({ countries: ['*'], regions: ['worldwide'] })
  })

  it('turns a group without a region word into its countries', () => {
    expect(readTag('remote,DACH')).toMatchObject({ countries: ['DE', 'AT', 'CH'], regions: [] })
  })

  it('finds no place in time zones and words of work', () => {
    for (const tag of ['remote,USA timezones', 'Remote - EST', 'Hybrid or Remote', 'Remote,., .']) {
      expect(readTag(tag), tag).toMatchObject({ countries: [], regions: [], cities: [] })
    }
  })
})

describe('readPlace from the title', () => {
  it.each([
    ['Backend Engineer (Remote, US)', ['US']],
    ['Data Engineer - Vietnam remotely', ['VN']],
    ['Kotlin Developer, remote in Germany or Austria', ['DE', 'AT']],
  ])('reads %s', (titleLine, countries) => {
    expect(readPlace(makePostingText({ titleLine })).value.countries).toEqual(countries)
  })

  it('takes Latin Americas for one region', () => {
    const text = makePostingText({ titleLine: 'Solution Engineer, Latin Americas' })
    expect(readPlace(text).value.regions).toEqual(['latam'])
  })

  it('takes words of work for no place', () => {
    for (const titleLine of [
      'Software Engineer, Mobile',
      'Account Executive, Enterprise (QA)',
      'Engineer - ML',
    ]) {
      expect(readPlace(makePostingText({ titleLine })).value.countries, titleLine).toEqual([])
    }
  })
})

describe('readPlace from structured data', () => {
  it('reads addresses and the countries that applicants may live in', () => {
    const jobPosting = {
      jobLocation: [{ address: { addressLocality: 'Lyon', addressCountry: { name: 'France' } } }],
      applicantLocationRequirements: { '@type': 'Country', name: 'Spain' },
    }
    expect(readPlace(makePostingText({ jobPosting })).value).toMatchObject({
      countries: ['FR', 'ES'],
      cities: ['Lyon'],
    })
  })
})

describe('readPlace from the text', () => {
  it.each([
    ['We are looking for candidates based in India or the Philippines.', ['IN', 'PH']],
    ['You must reside in the U.S. to be considered.', ['US']],
    ['Applicants must be legally authorized to work in the United States.', ['US']],
    ['Location: Remote - Brazil, Chile', ['BR', 'CL']],
    ['You can work fully remotely from anywhere in Japan.', ['JP']],
    ['US Citizenship required due to government contracts', ['US']],
    ['At this time we can hire in the following countries: Ghana, Kenya and Peru.', ['GH', 'KE', 'PE']],
    ['Poste basé à Lyon.', ['FR']],
  ])('reads "%s"', (line, countries) => {
    expect(readText(line).countries).toEqual(countries)
  })

  it('adds what is said of the role to the tag', () => {
    const value = readText('We are looking for candidates in Sweden, Germany or Spain.', 'Germany (Remote)')
    expect(value.countries).toEqual(['DE', 'SE', 'ES'])
  })

  it('leaves out what the company says of itself where the tag names a place', () => {
    expect(readText('We currently hire in Canada and the Philippines.', 'Remote, Spain').countries).toEqual([
      'ES',
    ])
  })

  it.each([
    'Our company is based in Berlin and has offices in Madrid.',
    'You will work with a team that is based in Norway.',
    'This role is open to candidates outside of Colorado and New York.',
    'The salary range for candidates based in Colorado is $100,000 to $120,000.',
    'You support customers located in Japan.',
    'If you live in London, come to our office for lunch.',
    'Your working hours overlap with European time zones.',
  ])('takes no place from "%s"', line => {
    expect(readText(line)).toMatchObject({ countries: [], regions: [], cities: [] })
  })

  it('reads the states of a list', () => {
    const line = 'This role must be located in one of the following states: Ohio, Utah, and New York.'
    expect(readText(line)).toMatchObject({ countries: ['US'], states: ['OH', 'UT', 'NY'], cities: [] })
  })

  it('reads the offices one may choose', () => {
    const value = readText('Work from our office in Munich or Vienna, or remotely.')
    expect(value.cities).toEqual(['Munich', 'Vienna'])
  })

  it.each([
    ['Fjord Foods seeks a baker for its new shop in Bergen, Norway.', 'NO', 'Bergen'],
    ['Vélo Bleu cherche un mécanicien pour son équipe de Lyon.', 'FR', 'Lyon'],
  ])('reads the place of an opening sentence: %s', (line, country, city) => {
    const reading = readPlace(makePostingText({ sections: [makeSection('role', line)] }))
    expect(reading.value).toMatchObject({ countries: [country], cities: [city] })
  })

  it('reads the city of the office that binds', () => {
    const value = readText('You come to our Bergen office on Mondays and Fridays.', 'Hybrid')
    expect(value).toMatchObject({ countries: ['NO'], cities: ['Bergen'] })
  })

  it('reads the lines after one that announces a list', () => {
    const section = makeSection(
      'requirements',
      'We can hire in the following countries:',
      'Estonia',
      'Latvia',
      'You know SQL',
    )
    expect(readPlace(makePostingText({ sections: [section] })).value.countries).toEqual(['EE', 'LV'])
  })

  it('falls back to the countries that pay is given for', () => {
    const section = makeSection('pay', 'United Kingdom: £60,000 to £80,000', 'Germany: €65,000 to €85,000')
    expect(readPlace(makePostingText({ sections: [section] })).value.countries).toEqual(['GB', 'DE'])
  })

  it('keeps the hours and overlap that are asked for', () => {
    expect(readText('You share at least four hours with CET.').timeZones).toEqual(['CET'])
    expect(readText('Located within UTC-8 to UTC+3 time zones').timeZones).toEqual(['UTC-8 to UTC+3'])
  })

  it('takes no hours and no choice of offices from what is said of the company, wherever else it is said', () => {
    const lines = [
      'You share at least four hours with CET.',
      'Work from our office in Munich or Vienna, or remotely.',
    ]
    const readUnder = (kind: 'role' | 'company') => {
      const { timeZones, cities } = readPlace(
        makePostingText({ placeTag: 'Remote', sections: [makeSection(kind, ...lines)] }),
      ).value
      return [timeZones, cities]
    }
    expect(readUnder('role')).toEqual([['CET'], ['Munich', 'Vienna']])
    expect(readUnder('company')).toEqual([[], []])
  })

  it('reads the time zones of tag and title', () => {
    expect(readTag('Remote - EST').timeZones).toEqual(['EST'])
    expect(readPlace(makePostingText({ titleLine: 'Engineer (CST/MST)' })).value.timeZones).toEqual([
      'CST',
      'MST',
    ])
  })

  it('quotes the passages word for word', () => {
    const line = 'Candidates must be based in Portugal.'
    const reading = readPlace(makePostingText({ sections: [makeSection('role', line)] }))
    expect(reading.evidence.countries).toEqual([line])
  })
})

describe('readPlace on hostile input', () => {
  it('never throws and gives each value once', () => {
    const words = fc.constantFrom(
      'Remote',
      ',',
      '(',
      'CA',
      'US',
      'Paris',
      'or',
      '-',
      'based in',
      ':',
      '🌍',
      '\u0000',
    )
    const text = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 30 }).map(parts => parts.join(' ')),
    )
    fc.assert(
      fc.property(text, text, text, (placeTag, titleLine, line) => {
        const sections = [makeSection('role', line)]
        const { countries } = readPlace(makePostingText({ placeTag, titleLine, sections })).value
        expect(new Set(countries).size).toBe(countries.length)
      }),
    )
  })
})
