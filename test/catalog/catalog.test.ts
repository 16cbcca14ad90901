import { describe, expect, it } from 'vitest'
import { createCatalog } from '../../src/catalog/catalog.ts'
import { makePosting, makeSalary } from './make-posting.ts'

const TEXT = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ')
const twin = (facts: Parameters<typeof makePosting>[0]) =>
  makePosting({ title: 'Backend Engineer', company: 'Tern, Inc.', countries: ['US'], text: TEXT, ...facts })

describe('createCatalog', () => {
  it('merges postings with one id and leads every id to the one that stays', () => {
    const catalog = createCatalog([
      twin({ id: 'a', path: 'new.md', postedAt: '2025-02-01' }),
      twin({ id: 'a', path: 'old.md', postedAt: '2025-01-01' }),
    ])
    expect(catalog.entries.map(({ posting, alsoPaths }) => [posting.path, alsoPaths])).toEqual([
      ['old.md', ['new.md']],
    ])
  })

  it('leads the ids of copies to the posting that stays, and finds it in every place of theirs', () => {
    const catalog = createCatalog([
      twin({ id: 'a', path: 'a.md', cities: ['Austin'] }),
      twin({ id: 'b', path: 'b.md', cities: ['Berlin'] }),
    ])
    expect(['a', 'b', 'c'].map(catalog.numberOf)).toEqual([0, 0, undefined])
    expect([...catalog.columns.city.postings]).toEqual([
      ['austin', Uint32Array.of(0)],
      ['berlin', Uint32Array.of(0)],
    ])
  })

  it('numbers postings the same whatever the order they come in', () => {
    const postings = [twin({ id: 'a', path: 'x' }), twin({ id: 'b', path: 'y', seniority: 'lead' })]
    const idsOf = (list: typeof postings) => createCatalog(list).entries.map(({ posting }) => posting.id)
    expect(idsOf(postings)).toEqual(idsOf([...postings].reverse()))
  })

  it('converts pay to dollars a year, zones apart', () => {
    const zones = [{ label: 'Zone A (NYC, SF)', min: 60, max: 80 }]
    const catalog = createCatalog([
      makePosting({ salary: makeSalary(50, null, { period: 'hour', zones }) }),
      makePosting({ salary: makeSalary(1, 2, { currency: 'XXX' }) }),
    ])
    const { low, high, zones: byPosting } = catalog.columns.pay
    expect([...low]).toEqual([104_000, Number.NaN])
    expect([...high]).toEqual([Number.NaN, Number.NaN])
    expect(byPosting.get(0)?.[0]).toMatchObject({
      low: 124_800,
      high: 166_400,
      places: expect.arrayContaining(['city:new york', 'city:san francisco']),
    })
  })

  it('knows the words of all sections and searches those about the work by their stem', () => {
    const line = (text: string) => ({ heading: null, lines: [{ text, isItem: false }] })
    const catalog = createCatalog([
      makePosting({
        sections: [
          { kind: 'duties', ...line('Mending bridges') },
          { kind: 'legal', ...line('No gnomes') },
        ],
      }),
    ])
    expect([...catalog.words.postingsOf('bridg')]).toEqual([0])
    expect([...catalog.words.postingsOf('gnome')]).toEqual([])
    expect(catalog.words.frequencyOf('gnomes')).toBe(1)
  })

  it('holds no posting at all', () => {
    const catalog = createCatalog([])
    expect(catalog.size).toBe(0)
    expect([...catalog.words.postingsOf('x')]).toEqual([])
  })
})
