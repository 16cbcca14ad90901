import { describe, expect, it } from 'vitest'
import { cleanTitle, readTitle } from '../../../src/posting/extract/title.ts'
import { readPostingText } from '../../../src/posting/read-posting-text.ts'

describe('cleanTitle', () => {
  it.each([
    ['Senior Backend Engineer - Remote US', 'Senior Backend Engineer'],
    ['Senior Backend Engineer (Remote, US)', 'Senior Backend Engineer'],
    ['Senior Backend Engineer - Mimir (Remote, Germany)', 'Senior Backend Engineer - Mimir'],
    ['Analytics Engineer - (Onsite) Bengaluru, India', 'Analytics Engineer'],
    ['Software Engineer, Directory - India', 'Software Engineer, Directory'],
    ['Solutions Engineer (CST/MST)', 'Solutions Engineer'],
    ['Director, Corporate Development (CA)', 'Director, Corporate Development'],
    ['Web Developer (Full Stack, Costa Rica)', 'Web Developer (Full Stack)'],
    ['PHP Developer (100% remote-friendly within Spain)', 'PHP Developer'],
    [
      'Engineering Manager - Kotlin (m/f/x) onsite or remote (in Germany or Austria)',
      'Engineering Manager - Kotlin',
    ],
    ['Systems Engineer - Must Reside in Louisiana or Mississippi*', 'Systems Engineer'],
    ['Software Entwickler (m/w/d) C#', 'Software Entwickler C#'],
    ['Ingénieur calculs H/F', 'Ingénieur calculs'],
    ['2024-7258_Software Engineer', 'Software Engineer'],
    ['(753) Semi Senior Fullstack Engineer', 'Semi Senior Fullstack Engineer'],
    ['[#4410] - Data Engineer', 'Data Engineer'],
    ['#221 QA Engineer', 'QA Engineer'],
    ['596 - Sr Backend Developer (GoLang and Python)', 'Sr Backend Developer (GoLang and Python)'],
    ['Senior Engineer (ID: 2233)', 'Senior Engineer'],
    ['👌 Senior Backend Engineer (f/m/d)', 'Senior Backend Engineer'],
    ['Remote - Data Analyst', 'Data Analyst'],
    ['Data Analyst (Remote Opportunity)', 'Data Analyst'],
  ])('makes "%s" into "%s"', (line, title) => {
    expect(cleanTitle(line, null)).toBe(title)
  })

  it.each([
    'Senior Software Engineer (Platform)',
    'Senior Software Engineer, Machine Learning',
    'Engineer - QA',
    '2026 - Summer Intern',
    '3D Artist',
    '24/7 Support Engineer',
    'Engineer (AI)',
    'Head, Clinical Development Operations',
    'Senior Security Engineer (SWE)',
    '.NET Engineer',
    'Solutions Engineer (German)',
    'Full-Stack Developer',
    'Cloud Security Engineer (contract)',
  ])('keeps "%s"', line => {
    expect(cleanTitle(line, null)).toBe(line)
  })

  it('believes a small city only where the place tag names it', () => {
    expect(cleanTitle('Systems Engineer LA/MS', null)).toBe('Systems Engineer')
    expect(cleanTitle('Engineer QA/BI', null)).toBe('Engineer QA/BI')
    expect(cleanTitle('Ingénieur cloud - Annecy', 'Remote,Annecy, France')).toBe('Ingénieur cloud')
    expect(cleanTitle('Ingénieur cloud - Annecy', null)).toBe('Ingénieur cloud - Annecy')
  })
})

function readFrom(text: string) {
  const posting = readPostingText(Buffer.from(text))
  if ('reason' in posting) throw new Error(posting.reason)
  return readTitle(posting).value
}

const TAIL =
  '\n\nRequirements\n\nFive years of experience with Python\nA degree in computer science\n\nBenefits\n\nParental leave, full-time, apply now'

describe('readTitle', () => {
  it('finds the title in a sentence where there is no title line', () => {
    expect(readFrom(`Acme is looking for a Staff Engineer to join us.${TAIL}`)).toEqual({
      title: 'Staff Engineer',
      isInferred: false,
    })
    expect(
      readFrom(`Zum Januar suchen wir eine Erzieherin (m/w/d) für unsere Kita. Bewerbung bitte bald.${TAIL}`),
    ).toEqual({ title: 'Erzieherin', isInferred: false })
    expect(readFrom(`We are hiring a barista in Lisbon.${TAIL}`)).toEqual({
      title: 'Barista',
      isInferred: false,
    })
  })

  it('makes a title of the work where none is stated, and says so', () => {
    const duties =
      'Build model training and inference systems for our ML platform\nOperate the feature store of the ML infrastructure team'
    expect(readFrom(`${duties}${TAIL}`)).toEqual({
      title: 'Machine Learning Infrastructure Engineer',
      isInferred: true,
    })
  })
})
