import { describe, expect, it } from 'vitest'
import { classifyHeading } from '../../src/posting/classify-heading.ts'
import type { Block } from '../../src/posting/posting-text.ts'
import { readSections } from '../../src/posting/read-sections.ts'

const heading = (text: string): Block => ({ type: 'heading', text })
const paragraph = (text: string): Block => ({ type: 'paragraph', text })
const item = (text: string): Block => ({ type: 'item', text })
const kinds = (...blocks: readonly Block[]): string[] => readSections(blocks).map(section => section.kind)

describe('classifyHeading', () => {
  it.each([
    [
      'requirements',
      [
        'The job is a good fit if you enjoy:',
        'Requirements',
        'What you’ll bring',
        'Who You Are',
        'Minimum Qualifications',
        'What we’re looking for:',
        '🧠 Your skills',
        'Dein Profil',
        'What we ask',
        'What it takes',
        'The person',
        'You',
        'Das bringen Sie mit',
        'Lo que pedimos',
        'Czego szukamy',
        'Ce que nous attendons',
        'Anforderungen',
        'Votre profil',
        'Requisitos',
        'Wymagania',
        'Functie-eisen',
      ],
    ],
    [
      'nice-to-have',
      [
        'Nice to haves:',
        'Bonus points',
        'Preferred Qualifications',
        'Great to Have',
        'Ideally you’d have',
        'It’s a plus',
        'Mile widziane',
        'Diferenciais',
        'Von Vorteil',
      ],
    ],
    [
      'duties',
      [
        'Responsibilities',
        'What you’ll do',
        'You will:',
        'In this role, you will',
        'Key responsibilities',
        'Your mission',
        'At Acme, you will:',
        'The first 90 days',
        'Deine Aufgaben',
        'Vos missions',
        'Responsabilidades',
        'Obowiązki',
      ],
    ],
    [
      'benefits',
      [
        'Benefits',
        'Perks & Benefits',
        'What we offer',
        'Why join us?',
        'Was wir bieten',
        'Avantages',
        'Oferujemy',
        'Beneficios',
      ],
    ],
    ['pay', ['Salary', 'Compensation & benefits', 'Pay range', 'Gehalt', 'Rémunération']],
    [
      'company',
      [
        'About us',
        'Company Description',
        'Who we are',
        'Our mission',
        'About Acme',
        'Über uns',
        'Sobre nosotros',
        'O nas',
      ],
    ],
    [
      'role',
      [
        'About the role',
        'Job Description',
        'The opportunity',
        'Summary',
        'Additional Information',
        'Le poste',
        'Die Stelle',
      ],
    ],
    ['legal', ['Equal Opportunity Employer', 'Diversity, Equity & Inclusion', 'Privacy notice']],
    ['process', ['How to apply', 'Interview process', 'Bewerbung']],
    ['stack', ['Tech Stack', 'Our stack', 'Technologies we use']],
    ['place', ['Location', 'Working hours', 'Standort']],
  ])('knows %s', (kind, headings) => {
    expect(headings.map(text => [text, classifyHeading(text)])).toEqual(headings.map(text => [text, kind]))
  })

  it('says nothing of a heading that tells nothing', () => {
    expect(classifyHeading('A 30-mile story')).toBeNull()
    expect(classifyHeading('***')).toBeNull()
  })
})

describe('readSections', () => {
  it('takes text before the first heading for the role', () => {
    expect(readSections([paragraph('You join a team of five.')])).toEqual([
      { kind: 'role', heading: null, lines: [{ text: 'You join a team of five.', isItem: false }] },
    ])
  })

  it('gives legal, pay, benefits and company paragraphs a section of their own', () => {
    const blocks = [
      heading('The role'),
      paragraph('You build things.'),
      paragraph('The base salary range is $1 - $2.'),
      paragraph('We are an equal opportunity employer.'),
      paragraph('Founded in 2012, Acme makes anvils.'),
    ]
    expect(kinds(...blocks)).toEqual(['role', 'pay', 'legal', 'company'])
  })

  it('keeps list items under their heading whatever they speak of', () => {
    expect(kinds(heading('Requirements'), item('You know dental insurance'), item('Go'))).toEqual([
      'requirements',
    ])
  })

  it('ends a list of requirements at the paragraph after it', () => {
    const closing =
      'Our team of twelve meets every spring in a house by the sea, and you are welcome to come along with us.'
    expect(kinds(heading('Preferred qualifications'), item('Go'), paragraph(closing))).toEqual([
      'nice-to-have',
      'role',
    ])
  })

  it('keeps unknown headings inside a list of duties or requirements', () => {
    expect(kinds(heading('Requirements'), item('Go'), heading('Backend'), item('SQL'))).toEqual([
      'requirements',
      'requirements',
    ])
    expect(kinds(heading('Requirements'), item('Go'), heading('A story'), paragraph('Long ago.'))).toEqual([
      'requirements',
      'role',
    ])
  })
})
