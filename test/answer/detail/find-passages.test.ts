import { describe, expect, it } from 'vitest'
import { findPassages } from '../../../src/answer/detail/find-passages.ts'
import { FIELD_ASPECTS, PASSAGE_ASPECTS } from '../../../src/query/detail/aspects.ts'
import { makePosting } from '../../catalog/make-posting.ts'

const ASPECTS = [...FIELD_ASPECTS, ...PASSAGE_ASPECTS]
const lookAtAll = (text: string) => {
  const posting = makePosting({ text })
  for (const aspect of ASPECTS) findPassages(posting, { aspect, form: 'yes-no', stems: [] })
}

/** Processor time in milliseconds, the least of several runs. */
function costOf(run: () => void): number {
  const costs = Array.from({ length: 3 }, () => {
    const start = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  })
  return Math.min(...costs)
}

const find = (text: string, aspect: (typeof ASPECTS)[number], form: 'yes-no' | 'amount' | 'open' = 'open') =>
  findPassages(makePosting({ text }), { aspect, form, stems: [] }).map(({ quote }) => quote)

describe('findPassages', () => {
  it.each([
    ['You will report to our Head of Data.', 'reports-to'],
    ['Up to 20% travel.', 'travel'],
    ['We give 25 days of vacation.', 'vacation'],
    ['A 401(k) with match.', 'retirement'],
    ['Stock options for everyone.', 'equity'],
    ['You join a team of eight.', 'team-size'],
    ['Two days a week in the office.', 'office-days'],
    ['Must be a U.S. citizen.', 'citizenship'],
    ['Ability to obtain a Secret clearance.', 'clearance'],
    ['We raised a Series B last year.', 'funding'],
  ] as const)('finds in “%s” what it says of %s', (text, aspect) => {
    expect(find(text, aspect)).toEqual([text])
  })

  it.each([
    ['Experience with on-call rotations.', 'on-call'],
    ['Diversity, equity and inclusion matter to us.', 'equity'],
    ['You love travel insurance products.', 'travel'],
    ['Bonus points: Rust.', 'bonus'],
    ['We build tools for a vacation rental company.', 'vacation'],
    ['Reporting to stakeholders is part of it.', 'reports-to'],
    ['You drive user adoption.', 'fertility'],
    ['You apply computer vision.', 'vision'],
    ['A portfolio company of ours.', 'portfolio'],
    ['You manage smart contracts.', 'employment'],
  ] as const)('finds nothing in “%s” of %s', (text, aspect) => {
    expect(find(text, aspect)).toEqual([])
  })

  it('takes only sentences with a figure for “how many”', () => {
    expect(find('Generous vacation.', 'vacation', 'amount')).toEqual([])
    expect(find('Unlimited vacation.', 'vacation', 'amount')).toEqual(['Unlimited vacation.'])
  })

  it.each(['1,', 'report to ', 'a team of 5 ', 'no ', '. A', '$1 ', 'leave parental '])(
    'takes no longer than in proportion for a wall of “%s”',
    unit => {
      const short = unit.repeat(1500 / unit.length)
      lookAtAll(short)
      expect(costOf(() => lookAtAll(short.repeat(8)))).toBeLessThanOrEqual(
        24 * costOf(() => lookAtAll(short)) + 5,
      )
    },
  )
})
