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
    ['Data de publicação: 12 de maio de 2026', '2026-05-12'],
    ['Geplaatst op 12 mei 2026', '2026-05-12'],
    ['Data publikacji: 12.05.2026', '2026-05-12'],
    ['Publicerad: 2026-05-12', '2026-05-12'],
    ['Open roles are posted for 70 days.', null],
    ['Posted 3 days ago', null],
    ['Posted yesterday', null],
    ['Reposted 12 times', null],
  ])('reads "%s"', (line, date) => {
    expect(readPostedAt(makeText(line)).value).toBe(date)
  })
})

describe('readPostedAt of a document whose path names a date', () => {
  it.each([
    ['2024-06', '2024-06-01'],
    ['2024-06-15', '2024-06-15'],
    ['2024-06-31', null],
  ])('takes %s where the text names none', (pathDate, date) => {
    expect(readPostedAt(makeText('Posted 2 weeks ago'), pathDate).value).toBe(date)
  })

  it('believes the text first', () => {
    expect(readPostedAt(makeText('Posted: 12 May 2024'), '2024-06')).toEqual({
      value: '2024-05-12',
      quotes: ['Posted: 12 May 2024'],
    })
  })
})

describe('readClosesAt', () => {
  it.each([
    ['Application Deadline: 10/17/2024', '2024-10-17'],
    ['This role will close on Friday, October 11th, 2024.', '2024-10-11'],
    ['Deadline: applications must reach us by 5 June 2026.', '2026-06-05'],
    ['Bewerbungsfrist: 30.06.2026', '2026-06-30'],
    ['Bewirb dich bis zum 30. Juni 2026!', '2026-06-30'],
    ['Candidatures jusqu’au 30 juin 2026', '2026-06-30'],
    ['Fecha de cierre: 30 de junio de 2026', '2026-06-30'],
    ['Candidaturas até 30 de junho de 2026', '2026-06-30'],
    ['Solliciteer uiterlijk 30 juni 2026', '2026-06-30'],
    ['Aplikacje przyjmujemy do 30.06.2026', '2026-06-30'],
    ['Sista ansökningsdag: 30 juni 2026', '2026-06-30'],
    ['Apply within two weeks.', null],
    ['The contract is valid until further notice; we open in 2 offices.', null],
    ['Apply by 05/06/2026', null],
    ['Apply by 31 February 2026', null],
    ['There is no deadline. Founded 12 May 2016.', null],
    ['Position End Date: June 30, 2025', null],
  ])('reads "%s"', (line, date) => {
    expect(readClosesAt(makeText(line)).value).toBe(date)
  })

  it('reads the date below a heading that announces it', () => {
    const lines = [{ text: '30 June 2026, noon', isItem: false }]
    const text = { ...makeText(''), sections: [{ kind: 'process' as const, heading: 'Closing date', lines }] }
    expect(readClosesAt(text)).toEqual({ value: '2026-06-30', quotes: ['30 June 2026, noon'] })
  })

  it('believes structured data first', () => {
    const text = makeText('Apply by 5 June 2026', { validThrough: '2026-07-01T00:00:00Z' })
    expect(readClosesAt(text)).toEqual({ value: '2026-07-01', quotes: ['2026-07-01T00:00:00Z'] })
  })
})
