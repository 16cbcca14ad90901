import { describe, expect, it } from 'vitest'
import { readCompany } from '../../../src/posting/extract/company.ts'
import type { PostingText } from '../../../src/posting/posting-text.ts'

function makeText(companyLine: string | null, ...lines: readonly string[]): PostingText {
  const sections = [
    { kind: 'role' as const, heading: null, lines: lines.map(text => ({ text, isItem: false })) },
  ]
  return {
    layout: 'plain-text',
    titleLine: null,
    companyLine,
    payTag: null,
    placeTag: null,
    url: null,
    jobPosting: null,
    sections,
  }
}

const read = (companyLine: string | null, ...lines: readonly string[]): string | null =>
  readCompany(makeText(companyLine, ...lines)).value

describe('readCompany', () => {
  it('takes the header line', () => {
    expect(read('Acme GmbH', 'At Globex, we build.')).toBe('Acme GmbH')
  })

  it('drops the site that a board adds to the name', () => {
    expect(read('Acme Company Website')).toBe('Acme')
    expect(read('Acme Careers')).toBe('Acme')
    expect(read('Careers')).toBe('Careers')
  })

  it.each(['None', '', 'N/A', 'Confidential', null])('asks the text where the header says %j', header => {
    expect(read(header, 'At Globex, we build bridges.')).toBe('Globex')
  })

  it.each([
    ['Globex is looking for a Staff Engineer.', 'Globex'],
    ['Globex Systems wants a Solutions Engineer for the Middle East.', 'Globex Systems'],
    ['Since 2007, Globex has been a leader in tracking.', 'Globex'],
    ['Join the Globex team.', 'Globex'],
    ['At q-Globex, we build chips.', 'q-Globex'],
    ['gGlobex is hiring.', 'gGlobex'],
    ['Options that let you share in Globex’s long-term success', 'Globex'],
    ['Globex sucht eine Entwicklerin.', 'Globex'],
  ])('finds the name in "%s"', (line, name) => {
    expect(read(null, line)).toBe(name)
  })

  it.each([
    'We are looking for an engineer.',
    'Our team is looking for a lead.',
    'The Role is a key member of the team.',
    'Pay is a fixed salary with a bonus.',
    'This Position is the first of its kind.',
  ])('names nobody after "%s"', line => {
    expect(read(null, line)).toBeNull()
  })
})
