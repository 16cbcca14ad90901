import { describe, expect, it } from 'vitest'
import { answerQuery } from '../../src/answer/answer-query.ts'
import { createCatalog } from '../../src/catalog/catalog.ts'
import type { Salary } from '../../src/posting/posting.ts'
import { readQuery } from '../../src/query/read-query.ts'
import { makePosting } from '../catalog/make-posting.ts'
import { OPTIONS } from '../query/ask-samples.ts'

const pay = (amount: number, kind: Salary['kind'] = null): Salary => ({
  min: amount,
  max: amount,
  currency: 'USD',
  period: 'year',
  kind,
  zones: [],
})

function measure(question: string, salaries: readonly (Salary | null)[]) {
  const catalog = createCatalog(salaries.map(salary => makePosting({ skills: ['go'], salary })))
  const options = { ...OPTIONS, catalog }
  const { statistic, text } = answerQuery(catalog, readQuery(question, options), options)
  return { statistic, text }
}

const FIVE = [100_000, 110_000, 120_000, 130_000, 140_000].map(amount => pay(amount))

describe('a statistic', () => {
  it('sums up five and more by median and quartiles, and says how many do not state it', () => {
    const { statistic, text } = measure('median pay for go', [...FIVE, null, null])
    expect(statistic).toMatchObject({
      value: 120_000,
      n: 5,
      notStated: 2,
      quartiles: [110_000, 120_000, 130_000],
      lowest: 100_000,
      highest: 140_000,
      listed: [],
    })
    expect(text).toBe(
      'The median pay of 5 postings that state it is $120,000 a year (Go). Half lie between $110,000 and $130,000, all between $100,000 and $140,000. 2 matches do not state it.',
    )
  })

  it('lists fewer than five instead of summing them up', () => {
    const { statistic, text } = measure('median pay for go', FIVE.slice(0, 3))
    expect(statistic).toMatchObject({ n: 3, quartiles: null })
    expect(statistic?.listed.map(({ value }) => value)).toEqual([100_000, 110_000, 120_000])
    expect(text).toContain('Too few to sum up')
  })

  it('keeps total compensation apart from base pay', () => {
    const { statistic } = measure('median pay for go', [...FIVE, pay(500_000, 'total')])
    expect(statistic).toMatchObject({ kind: 'base', value: 120_000, n: 5, notStated: 0 })
    expect(statistic?.others).toEqual([{ kind: 'total', value: 500_000, n: 1 }])
  })

  it.each(['pay range for go', 'salary range of go engineers', 'what are the pay bands for go'])(
    'reads “%s” as a range',
    question => {
      expect(measure(question, FIVE).statistic).toMatchObject({
        measure: 'range',
        lowest: 100_000,
        highest: 140_000,
      })
    },
  )
})
