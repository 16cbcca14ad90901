import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutQuote } from '../../../src/answer/detail/cut-quote.ts'
import { hideContacts } from '../../../src/answer/detail/hide-contacts.ts'
import { readPolarity } from '../../../src/answer/detail/polarity.ts'
import { splitSentences } from '../../../src/answer/detail/split-sentences.ts'

describe('splitSentences', () => {
  it('splits at the ends of sentences and not at abbreviations', () => {
    expect(splitSentences('We pay well. You report to the CTO. Tools, e.g. Git, are yours.')).toEqual([
      'We pay well.',
      'You report to the CTO.',
      'Tools, e.g. Git, are yours.',
    ])
  })

  it('gives stretches of the line', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), line => {
        for (const sentence of splitSentences(line)) expect(line).toContain(sentence)
      }),
    )
  })
})

describe('cutQuote', () => {
  it('keeps a short passage and cuts a long one between words, around what matters', () => {
    expect(cutQuote('short')).toBe('short')
    const long = `${'many words before '.repeat(40)}the answer stands here ${'and after '.repeat(40)}`
    const quote = cutQuote(long, long.indexOf('the answer'))
    expect(quote).toContain('the answer stands here')
    expect(quote.length).toBeLessThanOrEqual(330)
    expect(long).toContain(quote)
  })
})

describe('hideContacts', () => {
  it('keeps the longer stretch beside an address or a number', () => {
    expect(hideContacts('Write to jobs@example.com and tell us why you want to come')).toBe(
      'and tell us why you want to come',
    )
    expect(hideContacts('Questions about this role? Call +49 40 1234 5678')).toBe(
      'Questions about this role? Call',
    )
  })

  it('leaves pay and years alone', () => {
    for (const quote of ['$120,000 - $150,000 a year', 'Founded in 2014, 5+ years', '401(k)'])
      expect(hideContacts(quote)).toBe(quote)
  })
})

describe('readPolarity', () => {
  it.each([
    ['We offer relocation.', 'yes'],
    ['Relocation is not available.', 'no'],
    ['We do not offer relocation.', 'no'],
    ['Relocation may be possible.', 'depends'],
  ])('reads “%s” as %s', (sentence, polarity) => {
    const from = sentence.toLowerCase().indexOf('relocation')
    expect(readPolarity(sentence, from, from + 10)).toBe(polarity)
  })
})
