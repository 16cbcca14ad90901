import { describe, expect, it } from 'vitest'
import { readTerse } from '../../../src/posting/layouts/read-terse.ts'
import { parsePosting } from '../../../src/posting/parse-posting.ts'

/** Title, yearly or hourly pay, places and workplace of a posting, so that a table of cases stays readable. */
function parse(text: string) {
  const posting = parsePosting(
    { path: 'a.txt', content: Buffer.from(text) },
    { sourceName: 'folder', isSample: false },
  )
  if ('reason' in posting) return posting.reason
  const { title, salary, countries, cities, workplace } = posting
  const pay = salary && `${salary.min}-${salary.max} ${salary.currency} ${salary.period}`
  return { title, pay, places: [...countries, ...cities], workplace }
}

describe('readTerse', () => {
  it('takes a line into role, pay and place', () => {
    expect(readTerse('Rust developer wanted, remote EU, 75k EUR. Apply: a@example.com')).toEqual({
      title: 'Rust developer',
      pay: '75k EUR',
      place: 'remote EU',
    })
  })

  it('finds no role in a sentence about who hires, and nothing in longer texts', () => {
    expect(readTerse('We are hiring a cook, Porto')?.title).toBeNull()
    expect(readTerse('Dear engineer, see you in Porto')?.title).toBeNull()
    expect(readTerse('Senior Engineer')?.title).toBeNull()
    expect(readTerse('Engineer, Porto\nOne\nTwo')).toBeNull()
    expect(readTerse(`Engineer, ${'x'.repeat(500)}`)).toBeNull()
  })
})

describe('parsePosting', () => {
  it.each([
    [
      'Senior Rust developer wanted, remote EU, 75k EUR. Apply: a@example.com',
      { title: 'Senior Rust developer', pay: '75000-75000 EUR year', places: [], workplace: 'remote' },
    ],
    [
      'We’re hiring a barista in Bristol. £13 an hour',
      { title: 'Barista', pay: '13-13 GBP hour', places: ['GB', 'Bristol'], workplace: null },
    ],
    [
      'Hiring: React developer, Berlin, 70-80k EUR\nApply at https://example.com/jobs',
      { title: 'React developer', pay: '70000-80000 EUR year', places: ['DE', 'Berlin'], workplace: null },
    ],
  ])('reads the posting of a line or two %j', (text, expected) => {
    expect(parse(text)).toEqual(expected)
  })
})
