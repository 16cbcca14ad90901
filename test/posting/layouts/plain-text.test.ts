import { describe, expect, it } from 'vitest'
import { readPlainText } from '../../../src/posting/layouts/plain-text.ts'

describe('readPlainText', () => {
  it('reads labelled header lines', () => {
    const text =
      'Title: Data Analyst\nCompany: Acme\nLocation: Remote, Canada\nSalary: CAD 70,000\nApply: https://example.com/a\n\nText'
    expect(readPlainText(text)).toMatchObject({
      titleLine: 'Data Analyst',
      companyLine: 'Acme',
      placeTag: 'Remote, Canada',
      payTag: 'CAD 70,000',
      url: 'https://example.com/a',
    })
  })

  it('takes a short first line that names a role for the title, and the next for company and place', () => {
    expect(readPlainText('Senior Go Developer\nAcme, Berlin or remote\n\nWe build.')).toMatchObject({
      titleLine: 'Senior Go Developer',
      companyLine: 'Acme',
      placeTag: 'Berlin or remote',
    })
  })

  it('takes a name alone between the title and another header line for the company', () => {
    const text =
      'Project Manager\nFerry Moor Council\nManchester, two days on site\n\nWe run the ferries of the north.'
    expect(readPlainText(text).companyLine).toBe('Ferry Moor Council')
    expect(readPlainText('Project Manager\nYour tasks\n- Plan\n- Report').companyLine).toBeNull()
  })

  it('takes short lines that stand over a list or a paragraph for headings', () => {
    const text =
      'Baker\n\nWhat we need done\n- Bake\n- Sell\n\nHow it works\nYou come to our bakery at four in the morning and leave at noon, every day.\n\nThis is a sentence.\n- And an item'
    const headings = readPlainText(text).blocks.filter(block => block.type === 'heading')
    expect(headings.map(block => block.text)).toEqual(['What we need done', 'How it works'])
  })

  it('parts a title from the company behind "at"', () => {
    expect(readPlainText('Staff Engineer at Globex (Paris)\n\nWe build.')).toMatchObject({
      titleLine: 'Staff Engineer',
      companyLine: 'Globex',
    })
  })

  it('takes a short line above a labelled title for the company', () => {
    expect(readPlainText('ACME CORP\nJob Title: Nurse\n\nText').companyLine).toBe('ACME CORP')
    expect(readPlainText('Job posting\nJob Title: Nurse\n\nText').companyLine).toBeNull()
  })

  it('takes no sentence for a title', () => {
    expect(readPlainText('We are looking for an engineer.\n\nText').titleLine).toBeNull()
    expect(readPlainText('Acme is hiring a developer\n\nText').titleLine).toBeNull()
  })

  it('joins lines that were wrapped at a fixed width', () => {
    const lines = [
      'The base salary for this position, which reports to the CTO, is 90,000 -',
      '110,000 euros a year, and you will get a share of the profit that the two',
      'founders decide on in spring, when the books are closed, which they always',
      'are by the first of April, or so we hope, and there is cake on that day.',
    ]
    expect(readPlainText(lines.join('\n')).blocks).toHaveLength(1)
    expect(readPlainText(lines.join('\n')).blocks[0]?.text).toContain('90,000 - 110,000 euros')
  })

  it('finds the address to apply at, not any other', () => {
    expect(
      readPlainText('See https://example.com/blog. To apply go to https://example.com/jobs/1.').url,
    ).toBe('https://example.com/jobs/1')
    expect(readPlainText('See https://example.com/blog').url).toBeNull()
  })

  it('takes the lines under a heading for list items', () => {
    const types = readPlainText('You will:\nBuild things\nRun things').blocks.map(block => block.type)
    expect(types).toEqual(['heading', 'item', 'item'])
  })
})
