import { describe, expect, it } from 'vitest'
import { readClosesAt, readPostedAt } from '../../../src/posting/extract/dates.ts'
import type { PostingText } from '../../../src/posting/posting-text.ts'

function makeText(line: string, jobPosting: Record<string, unknown> | null = null): PostingText {
  const sections = [{ kind: 'role' as const, heading: null, lines: [{ text: line, isItem: false }] }]
  return {
    layout: 'html',
    titleLine: null,
    companyLine: null,
    payTag: null,
    placeTag: null,
    url: null,
    jobPosting,
    sections,
  }
}

describe('readPostedAt', () => {
  it.each([
    ['Posted: 12 May 2026', '2026-05-12'],
    ['Date posted 2026-05-12', '2026-05-12'],
    ['Veröffentlicht am 12.05.2026', '2026-05-12'],
    ['Publié le 3 août 2026', '2026-08-03'],
    ['Open roles are posted for 70 days.', null],
  ])('reads "%s"', (line, date) => {
    expect(readPostedAt(makeText(line)).value).toBe(date)
  })
})

describe('readClosesAt', () => {
  it.each([
    ['Application Deadline: 10/17/2024', '2024-10-17'],
    ['This role will close on Friday, October 11th, 2024.', '2024-10-11'],
    ['Deadline: applications must reach us by 5 June 2026.', '2026-06-05'],
    ['Bewerbungsfrist: 30.06.2026', '2026-06-30'],
    ['Apply by 05/06/2026', null],
    ['Apply by 31 February 2026', null],
    ['There is no deadline. Founded 12 May 2016.', null],
    ['Position End Date: June 30, 2025', null],
  ])('reads "%s"', (line, date) => {
    expect(readClosesAt(makeText(line)).value).toBe(date)
  })

  it('believes structured data first', () => {
    const text = makeText('Apply by 5 June 2026', { validThrough: '2026-07-01T00:00:00Z' })
    expect(readClosesAt(text)).toEqual({ value: '2026-07-01', quotes: ['2026-07-01T00:00:00Z'] })
  })
})
