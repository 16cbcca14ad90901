import { describe, expect, it } from 'vitest'
import { readEmployment } from '../../../src/posting/extract/employment.ts'
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
    ['Poste en CDI', 'full-time'],
  ])('reads %s', (line, employment) => {
    expect(employmentOf(line)).toBe(employment)
  })

  it('reads it from the title', () => {
    expect(employmentInTitle('Copy Editor (Part-Time)')).toBe('part-time')
    expect(employmentInTitle('Contract: Data Engineer')).toBe('contract')
    expect(employmentInTitle('Marketing Intern')).toBe('internship')
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

  it('leaves out benefits, experience and other staff', () => {
    expect(employmentOf('Benefits for full-time employees include dental care.')).toBeNull()
    expect(employmentOf('One year of full-time engineering experience.')).toBeNull()
    expect(employmentOf('You manage contractors and vendors.')).toBeNull()
    expect(employmentOf('As a federal government contractor we follow the rules.')).toBeNull()
  })
})
