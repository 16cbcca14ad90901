import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completeQuestion, type Term } from '../../src/reply/complete-question.ts'

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
