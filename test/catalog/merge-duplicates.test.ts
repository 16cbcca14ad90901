import { describe, expect, it } from 'vitest'
import { mergeDuplicates } from '../../src/catalog/merge-duplicates.ts'
import type { Posting } from '../../src/posting/posting.ts'
import { makePosting, makeSalary } from './make-posting.ts'

const WORDS = Array.from({ length: 60 }, (_, at) => `word${at}`)
const TEXT = WORDS.join(' ')
const OTHER_TEXT = 'Something else entirely: gardens, bridges, and the people who mend both of them.'

const copy = (facts: Parameters<typeof makePosting>[0] = {}) =>
  makePosting({ title: 'Backend Engineer', company: 'Tern, Inc.', countries: ['US'], text: TEXT, ...facts })
const count = (...postings: Posting[]) => mergeDuplicates(postings).length
const mergeOne = (...postings: Posting[]) => {
  const [merged, ...others] = mergeDuplicates(postings)
  if (merged === undefined || others.length > 0) throw new Error('they are not one posting')
  return merged
}

describe('mergeDuplicates', () => {
  it('merges a role that is repeated for other places, and keeps the places of all', () => {
    const austin = copy({
      path: 'a',
      cities: ['Austin'],
      states: ['TX'],
      evidence: { cities: ['Austin, TX'] },
    })
    const berlin = copy({
      path: 'b',
      cities: ['Berlin'],
      countries: ['DE'],
      evidence: { cities: ['Berlin'] },
    })
    expect(mergeOne(austin, berlin).posting).toMatchObject({
      cities: ['Austin', 'Berlin'],
      countries: ['US', 'DE'],
      states: ['TX'],
      evidence: { cities: ['Austin, TX', 'Berlin'] },
    })
  })

  it('keeps the country of a copy that names only a US state', () => {
    const { posting } = mergeOne(copy({ countries: ['CA'] }), copy({ countries: [], states: ['OH'] }))
    expect([...posting.countries].sort()).toEqual(['CA', 'US'])
  })

  it('keeps the oldest, and the ids, paths and addresses of the others', () => {
    const [first, second, third] = ['1', '2', '3'].map(n =>
      copy({ id: n, path: `${n}.md`, url: `https://example.com/${n}`, postedAt: `2025-0${n}-01` }),
    ) as [Posting, Posting, Posting]
    expect(mergeOne(third, first, second)).toMatchObject({
      posting: { id: '1' },
      alsoIds: ['2', '3'],
      copies: [{ id: '1' }, { id: '2' }, { id: '3' }],
      alsoPaths: ['2.md', '3.md'],
      alsoUrls: ['https://example.com/2', 'https://example.com/3'],
      renewedAt: '2025-03-01',
    })
  })

  it.each([
    ['another number in the text', { text: `${TEXT} Reference 4711.` }],
    ['the title in other words’ order', { title: 'Engineer, Back-End' }],
    ['its country in the title', { title: 'Backend Engineer (Germany)', countries: ['DE'] }],
    ['a legal form less', { company: 'Tern' }],
    ['no company', { company: null }],
    ['the company and its board', { company: 'Tern Referrals' }],
    ['a part more', { text: `${TEXT} ${WORDS.slice(0, 14).reverse().join(' ')}` }],
  ])('merges a copy with %s', (_what, facts) => {
    expect(count(copy(), copy(facts))).toBe(1)
  })

  it('merges a mirror under the name of a board where the text names the company', () => {
    const text = `${TEXT} Write to Tern today.`
    expect(count(copy({ text }), copy({ text, company: 'Jobs for Gulls' }))).toBe(1)
    expect(count(copy(), copy({ company: 'Jobs for Gulls' }))).toBe(2)
  })

  it.each([
    ['level', { seniority: 'senior' }],
    ['workplace', { workplace: 'hybrid' }],
    ['employment', { employment: 'contract' }],
    ['years', { yearsMin: 7 }],
    ['degree', { degree: 'master' }],
    ['visa', { visaSponsorship: false }],
    ['language', { language: 'de' }],
    ['title', { title: 'Frontend Engineer' }],
    ['company', { company: 'Gull' }],
    ['text', { text: OTHER_TEXT }],
  ] as const)('keeps postings apart that differ in %s', (_what, facts) => {
    expect(count(copy(), copy(facts))).toBe(2)
  })

  it('keeps pay that differs apart', () => {
    const paid = (max: number, currency = 'USD') => copy({ salary: makeSalary(1, max, { currency }) })
    expect(count(paid(2), paid(3))).toBe(2)
    expect(count(paid(2), paid(2, 'CAD'))).toBe(2)
    expect(count(paid(2), paid(2))).toBe(1)
  })

  it('takes the pay of a copy that states it for the same place, and for no other', () => {
    const paid = copy({ path: 'b', salary: makeSalary(1, 2), evidence: { salary: ['1 to 2'] } })
    const { posting } = mergeOne(copy({ path: 'a' }), paid)
    expect(posting).toMatchObject({ path: 'a', salary: { max: 2 }, evidence: { salary: ['1 to 2'] } })
    expect(count(copy({ countries: ['DE'] }), paid)).toBe(2)
    expect(count(copy(), paid, copy({ salary: makeSalary(5, 6) }))).toBe(2)
  })

  it('merges what was posted again with a paragraph on pay, for the same place only', () => {
    const again = `${TEXT}\n${Array.from({ length: 6 }, (_, at) => `pay${at}`).join(' ')}`
    const paid = { path: 'b', salary: makeSalary(100_000, 120_000), text: again }
    expect(mergeOne(copy({ path: 'a' }), copy(paid)).posting.salary).toMatchObject({ min: 100_000 })
    expect(count(copy({ path: 'a', cities: ['Austin'] }), copy({ ...paid, cities: ['Boston'] }))).toBe(2)
  })

  it('is open as long as one copy is', () => {
    const closing = (closesAt: string | null) => copy({ closesAt })
    expect(mergeOne(closing('2025-01-01'), closing('2025-02-01')).posting.closesAt).toBe('2025-02-01')
    expect(mergeOne(closing('2025-01-01'), closing(null)).posting.closesAt).toBeNull()
  })

  it('wants more than a line of text before two places are one role, and some text at all', () => {
    const short = (place: string) => copy({ text: 'Come and join us.', cities: [place] })
    expect(count(short('Rome'), short('Oslo'))).toBe(2)
    expect(count(short('Rome'), short('Rome'))).toBe(1)
    expect(
      count(makePosting({ title: 'Cook', company: 'Inn' }), makePosting({ title: 'Cook', company: 'Inn' })),
    ).toBe(2)
  })

  it('merges what leads to one address, and nothing else that goes by one id', () => {
    const url = 'https://example.com/apply/1'
    expect(count(copy({ id: 'x', url }), copy({ id: 'x', url, text: OTHER_TEXT }))).toBe(1)
    expect(count(copy({ id: 'x' }), copy({ id: 'x', text: OTHER_TEXT }))).toBe(2)
  })

  it('gives the same whatever the order of the postings', () => {
    const postings = ['c', 'a', 'b', 'd'].map(path => copy({ path, id: path, cities: [path] }))
    expect(mergeDuplicates(postings)).toEqual(mergeDuplicates([...postings].reverse()))
  })

  it('takes time in proportion to the number of postings of one title and company', () => {
    const distinct = (size: number) =>
      Array.from({ length: size }, (_, at) =>
        copy({ text: `${TEXT} ${WORDS.map(word => `${word}x${at}`).join(' ')}` }),
      )
    const measure = (size: number) => {
      const postings = distinct(size)
      const startMs = performance.now()
      expect(mergeDuplicates(postings)).toHaveLength(size)
      return performance.now() - startMs
    }
    measure(500)
    // Pair by pair the fourfold would take sixteen times as long.
    expect(measure(4000)).toBeLessThan(10 * measure(1000) + 100)
  })
})
