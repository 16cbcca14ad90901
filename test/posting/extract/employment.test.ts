import { describe, expect, it } from 'vitest'
import { readEmployment } from '../../../src/posting/extract/employment.ts'
import { makePostingText } from './make-posting-text.ts'
import { postingWith } from './posting-with.ts'

const employmentOf = (line: string) => readEmployment(postingWith({ role: [line] })).value
const employmentInTitle = (titleLine: string) => readEmployment(postingWith({}, { titleLine })).value

describe('readEmployment', () => {
  it.each([
    ['This is a full-time remote position.', 'full-time'],
    ['Job type: Full-time', 'full-time'],
    ['Employment type: Part-time', 'part-time'],
    ['This is a 6-month contract with a chance to extend.', 'contract'],
    ['We offer a B2B contract.', 'contract'],
    ['This is a temporary role until May.', 'temporary'],
    ['Unbefristete Anstellung in Vollzeit', 'full-time'],
    ['Dreißig Tage Urlaub und ein unbefristeter Arbeitsvertrag', 'full-time'],
    ['Mit unbefristeter deutscher Arbeitserlaubnis', null],
    ['Permanent flexible work locations', null],
    ['For full-time positions we offer medical and dental care', null],
    ['For B2B contract: 14.500 - 19.500 PLN, or the same on Contract of Employment', 'contract'],
    ['Ein befristeter Vertrag für das Messejahr', 'temporary'],
    ['Contrato de trabalho CLT, 40h por semana', 'full-time'],
    ['A quiet position that is a full-time member of the night shift', 'full-time'],
    ['Poste en CDI', 'full-time'],
    ['Full-time and remote, with a visit once a month', 'full-time'],
    ['Full-time at $20 an hour', 'full-time'],
    ['Remote · Oslo · Full-time', 'full-time'],
    ['Remote • Ontario • Part-time, 20 hours a week', 'part-time'],
    ['$98K-$118K a year, full-time', 'full-time'],
    ['A permanent full-time post with a pension', 'full-time'],
    ['Jornada completa', 'full-time'],
    ['Dienstverband: Voltijd, 40 uur', 'full-time'],
    ['Nossa contratação é CLT', 'full-time'],
    ['O trabalho é a tempo parcial', 'part-time'],
    ['You work as a contractor from any country.', 'contract'],
    ['umowa B2B, 100 zł za godzinę', 'contract'],
    ['Contrat : CDD de douze mois', 'temporary'],
    ['A fixed-term post of three years', 'temporary'],
    ['We are looking for a Staff Baker (Full-Time Contractor) in Peru.', 'contract'],
    ['Type of work: Full-time (contractor or employee)', 'full-time'],
    ['Mandatory: Full time, 8 hours', 'full-time'],
    ['We seek to hire a full-time employee in Chile.', 'full-time'],
    ['Able to work full-time from May on', 'full-time'],
    ['Position type: Grant funded, limited-term opportunity', 'temporary'],
    ['11,000 - 14,000 PLN a month (+ VAT / B2B)', 'contract'],
    ['B2B contract: 12,000 PLN, or the same cost on a contract of employment', 'contract'],
    ['Type of employment: contract of employment', null],
    ['Five years of experience as a full-time baker', null],
  ])('reads %s', (line, employment) => {
    expect(employmentOf(line)).toBe(employment)
  })

  it('reads it from the title', () => {
    expect(employmentInTitle('Copy Editor (Part-Time)')).toBe('part-time')
    expect(employmentInTitle('Contract: Data Engineer')).toBe('contract')
    expect(employmentInTitle('Marketing Intern')).toBe('internship')
    expect(employmentInTitle('Recruiter (12-month cover)')).toBe('temporary')
    expect(employmentInTitle('Smart Contract Engineer')).toBeNull()
    expect(employmentInTitle('Developer, B2B Admin')).toBeNull()
  })

  it('reads it from markup first', () => {
    const text = postingWith(
      { role: ['This is a full-time role.'] },
      { jobPosting: { employmentType: ['CONTRACTOR'] } },
    )
    expect(readEmployment(text).value).toBe('contract')
  })

  it('reads a heading that speaks of the contract', () => {
    const sections = [{ kind: 'role' as const, heading: 'Contract Length', lines: [] }]
    expect(readEmployment(makePostingText({ sections })).value).toBe('contract')
  })

  it('leaves out benefits, experience and other staff', () => {
    expect(employmentOf('Benefits for full-time employees include dental care.')).toBeNull()
    expect(employmentOf('One year of full-time engineering experience.')).toBeNull()
    expect(
      employmentOf('6+ years of full-time, hands-on, professional software development experience'),
    ).toBeNull()
    expect(employmentOf('Full-time employees get a laptop.')).toBeNull()
    expect(employmentOf('Full-time, U.S. benefits include:')).toBeNull()
    expect(employmentOf('Perks (Full Time Roles)')).toBeNull()
    expect(employmentOf('You manage contractors and vendors.')).toBeNull()
    expect(employmentOf('As a federal government contractor we follow the rules.')).toBeNull()
  })

  it('believes a label more than what a sentence before it says, and of sentences the first', () => {
    const said = 'This is a full-time position.'
    const stated = ['We offer a B2B contract.', said]
    expect(readEmployment(postingWith({ role: [said, 'Job type: Part-time'] })).value).toBe('part-time')
    expect(readEmployment(postingWith({ role: stated })).value).toBe('contract')
  })
})
