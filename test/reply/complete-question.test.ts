import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listVisible } from '../../src/catalog/hide-postings.ts'
import {
  completeQuestion,
  completeWithCounts,
  listTerms,
  type Term,
} from '../../src/reply/complete-question.ts'
import { makeBoard } from '../fakes/make-board.ts'

const term = (text: string, lead = ''): Term => ({ text, lead, folded: text.toLowerCase() })
const TERMS = [
  term('TypeScript'),
  term('Terraform'),
  term('Berlin', 'in'),
  term('New York', 'in'),
  term('Netflix', 'at'),
]
const complete = (typed: string) => completeQuestion(typed, TERMS, ['remote go jobs'])

describe('completeQuestion', () => {
  it('gives examples before anything is typed', () => {
    expect(complete('')).toEqual(['remote go jobs'])
    expect(complete('   ')).toEqual(['remote go jobs'])
  })

  it('offers what was typed first, then its endings', () => {
    expect(complete('senior te').slice(0, 2)).toEqual(['senior te', 'senior Terraform'])
  })

  it('puts the word before a place or company that belongs there, once', () => {
    expect(complete('go ber')).toContain('go in Berlin')
    expect(complete('go in ber')).toContain('go in Berlin')
    expect(complete('go net')).toContain('go at Netflix')
  })

  it('finishes names of several words', () => {
    expect(complete('go in new y')).toContain('go in New York')
  })

  it('finishes half a word before it offers ways to go on', () => {
    const [posting] = listVisible(makeBoard(1))
    if (!posting) throw new Error('no posting')
    const terms = listTerms([{ ...posting, seniority: 'senior', workplace: 'hybrid', employment: null }])
    expect(completeQuestion('sen', terms, [])).toEqual(['sen', 'senior'])
    expect(completeQuestion('go hy', terms, [])).toEqual(['go hy', 'go hybrid'])
  })

  it('offers ways to go on that are not said yet', () => {
    expect(complete('remote go')).toContain('remote go over 150k')
    expect(complete('remote go')).not.toContain('remote go remote')
  })

  it('gives at most 25 different choices of at most 100 characters, whatever is typed', () => {
    const many = Array.from({ length: 500 }, (_, index) => term(`a${index} ${'x'.repeat(index % 120)}`))
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 300 }), fc.constant('a')), typed => {
        const choices = completeQuestion(typed, many, [])
        expect(choices.length).toBeLessThanOrEqual(25)
        expect(new Set(choices).size).toBe(choices.length)
        for (const choice of choices) expect(choice.length).toBeLessThanOrEqual(100)
      }),
    )
  })
})

describe('completeWithCounts', () => {
  it('says how many postings have what it adds', () => {
    const terms = [{ ...term('TypeScript'), total: 12 }]
    expect(completeWithCounts('senior ty', terms, [])[1]).toEqual({ text: 'senior TypeScript', total: 12 })
  })

  it('puts saved questions that begin like that first', () => {
    expect(completeWithCounts('rem', TERMS, [], ['remote go', 'berlin'])[0]).toEqual({
      text: 'remote go',
      total: null,
    })
    expect(completeQuestion('', TERMS, ['remote go jobs'], ['my search'])).toEqual([
      'my search',
      'remote go jobs',
    ])
  })

  it('puts the most frequent first among those that begin alike', () => {
    const terms = [term('Stripe', 'at'), term('Snowflake'), term('Spark')]
    expect(completeQuestion('s', terms, []).slice(1, 4)).toEqual(['at Stripe', 'Snowflake', 'Spark'])
  })

  it('takes less than ten milliseconds a key press over the names of 100,000 postings', () => {
    const many = Array.from({ length: 120_000 }, (_, at) =>
      term(`s${(at * 7919).toString(36)} company`, 'at'),
    )
    completeQuestion('s', many, [])
    const started = process.cpuUsage()
    for (let press = 0; press < 20; press++) completeQuestion(`senior at s${press % 10}`, many, [])
    const { user, system } = process.cpuUsage(started)
    expect((user + system) / 1000 / 20).toBeLessThan(10)
  })
})
