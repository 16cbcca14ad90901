import { describe, expect, it } from 'vitest'
import { answerQuery } from '../../src/answer/answer-query.ts'
import { createCatalog } from '../../src/catalog/catalog.ts'
import { readQuery } from '../../src/query/read-query.ts'
import { makePosting, makeSalary } from '../catalog/make-posting.ts'
import { NOW } from './ask-samples.ts'

const catalog = createCatalog([
  makePosting({ id: 'state', states: ['GA'], countries: ['US'], salary: makeSalary(150_000, 170_000) }),
  makePosting({ id: 'country', countries: ['GE'], salary: makeSalary(150_000, 170_000) }),
])
const options = { catalog, now: NOW, defaultCurrency: 'USD' }
const ask = (question: string) => answerQuery(catalog, readQuery(question, options), options)

describe('a name that a country shares with a US state', () => {
  it('is read as the country, says so and offers the state', () => {
    const { understood, suggestions } = ask('in Georgia, over 100k')
    expect(understood.map(({ label, note }) => [label, note])).toEqual([
      ['in Georgia the country', 'Georgia is read as the country, not the US state'],
      ['pay over $100,000 a year', 'no currency named: USD'],
    ])
    expect(suggestions[0]).toEqual({
      label: 'Georgia, the US state',
      query: 'in Georgia, US, pay over $100,000 a year',
      total: 1,
    })
  })

  it('gives what the suggestion promises', () => {
    const [first] = ask('in Georgia, over 100k').suggestions
    expect(ask(first?.query ?? '').matches.map(({ posting }) => posting.id)).toEqual(['state'])
  })

  it.each(['in Georgia state', 'in Georgia the country', 'in Georgia, US'])(
    'needs no note where it is said: “%s”',
    question => {
      expect(ask(question).understood.map(({ note }) => note)).toEqual([null])
    },
  )

  it('leaves the currency of other countries alone', () => {
    expect(ask('in Germany over 100k').understood[1]?.label).toBe('pay over €100,000 a year')
  })
})
