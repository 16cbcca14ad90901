import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { renderReply } from '../../../adapters/terminal/render.ts'
import type { PostingCard } from '../../../src/reply.ts'
import { styled, textBlock } from '../../../src/reply.ts'

const PLAIN = { columns: 80, pageSize: 3, hasColour: false, hasLinks: false, canPress: false }
const RICH = { ...PLAIN, hasColour: true, hasLinks: true }

const card: PostingCard = {
  type: 'posting',
  number: 1,
  postingId: 'p1',
  title: 'Platform Engineer',
  url: 'https://example.com/apply/1',
  company: 'Acme',
  pay: '$150,000 – $180,000 a year',
  place: 'Remote · Canada',
  age: 'posted 3 days ago',
  sourceName: 'board',
  isSample: false,
  reasons: ['remote'],
  caveats: ['the range starts below 160k'],
}

describe('renderReply for a terminal', () => {
  it('shows title, company, pay, place, age, source, caveat and address', () => {
    const text = renderReply({ blocks: [card] }, PLAIN)
    for (const part of [
      'Platform Engineer',
      'Acme',
      '$150,000',
      'Remote · Canada',
      '3 days ago',
      'via board',
    ]) {
      expect(text).toContain(part)
    }
    expect(text).toContain('! the range starts below 160k')
    expect(text).toContain('https://example.com/apply/1')
  })

  it('writes no escape where there is no colour', () => {
    expect(
      renderReply({ blocks: [card, textBlock('receipt', styled('strong', 'remote'))] }, PLAIN),
    ).not.toContain('\u001b')
  })

  it('makes the title a link and leaves the address out where the terminal knows links', () => {
    const text = renderReply({ blocks: [card] }, RICH)
    expect(text).toContain('\u001b]8;;https://example.com/apply/1\u0007')
    expect(stripVTControlCharacters(text)).not.toContain('https://')
  })

  it('shows menus like buttons, with letters that count on, and a link in one piece', () => {
    const button = (label: string) => ({ label, words: label.toLowerCase(), key: label })
    const url = `https://example.com/${'x'.repeat(100)}`
    const text = renderReply(
      {
        blocks: [
          { type: 'buttons', buttons: [button('More')] },
          { type: 'menu', title: 'Try instead', options: [button('Without Go')] },
          { type: 'link', label: 'Apply', url },
        ],
      },
      { ...PLAIN, canPress: true },
    )
    expect(text).toContain(' a  More')
    expect(text).toContain(' b  Without Go')
    expect(text).toContain(url)
  })

  it('passes over what a terminal cannot open', () => {
    const form = { type: 'form', key: 'k', title: 'Change', submit: 'Search', fields: [] } as const
    expect(renderReply({ blocks: [form, { type: 'choices', choices: ['go'] }] }, PLAIN)).toBe('\n')
  })

  it('says that pay and place are not stated', () => {
    const text = renderReply({ blocks: [{ ...card, pay: null, place: null }] }, PLAIN)
    expect(text).toContain('pay not stated')
    expect(text).toContain('place not stated')
  })

  it('marks a sample in words', () => {
    expect(renderReply({ blocks: [{ ...card, isSample: true }] }, PLAIN)).toContain('[sample]')
  })

  it('never breaks an address', () => {
    const url = `https://example.com/${'long-'.repeat(40)}`
    expect(renderReply({ blocks: [{ ...card, url }] }, PLAIN)).toContain(url)
  })

  it('shows the words that do what a button does, and its letter where it can be pressed', () => {
    const buttons = { type: 'buttons', buttons: [{ label: 'More (3)', words: 'more', key: 'k' }] } as const
    expect(renderReply({ blocks: [buttons] }, PLAIN)).toContain('› More (3):\n    more')
    expect(renderReply({ blocks: [buttons] }, { ...PLAIN, canPress: true })).toContain(' a  More (3)')
  })

  it('aligns the values of facts', () => {
    const facts = {
      type: 'facts',
      facts: [
        { label: 'Pay', value: '1' },
        { label: 'Skills', value: '2' },
      ],
    } as const
    expect(renderReply({ blocks: [facts] }, PLAIN)).toBe('Pay     1\nSkills  2\n')
  })

  it('lets no text of a posting steer the terminal, whatever it holds', () => {
    const hostile = fc.string({ unit: 'binary', maxLength: 300 })
    fc.assert(
      fc.property(hostile, hostile, (title, company) => {
        const text = renderReply({ blocks: [{ ...card, title, company, caveats: [title] }] }, PLAIN)
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
      }),
    )
  })

  it('keeps to the width of the terminal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 110 }), fc.lorem({ maxCount: 40 }), (columns, title) => {
        const text = renderReply(
          { blocks: [{ ...card, title, company: title, url: null }] },
          { ...PLAIN, columns },
        )
        for (const line of text.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(columns)
      }),
    )
  })
})
