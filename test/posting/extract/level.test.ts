import { describe, expect, it } from 'vitest'
import { readLevel } from '../../../src/posting/extract/level.ts'
import { type LinesByKind, postingWith } from './posting-with.ts'

const levelOf = (title: string, lines: LinesByKind = {}) =>
  readLevel(postingWith(lines, { titleLine: title }), title).value

describe('readLevel', () => {
  it.each([
    ['Sr. Backend Engineer', 'senior'],
    ['Software Engineer III', 'senior'],
    ['Software Engineer II, Payments', 'mid'],
    ['Intermediate Site Reliability Engineer', 'mid'],
    ['Associate Product Designer', 'junior'],
    ['Field Engineer I', 'junior'],
    ['Senior Staff Engineer', 'staff'],
    ['Principal Data Scientist', 'principal'],
    ['Tech Lead, Search', 'lead'],
    ['Engineer (Staff/Senior Staff)', 'staff'],
    ['Confirmed iOS Engineer', 'mid'],
    ['Développeur Symfony confirmé', 'mid'],
    ['Développeuse confirmée PHP', 'mid'],
    ['Semi Senior Fullstack Engineer', 'mid'],
    ['Semi-Senior Java Developer', 'mid'],
    ['Developer SemiSenior / Senior', 'mid'],
    ['SSr. QA Engineer', 'mid'],
    ['Working Student Data', 'intern'],
    ['Senior Engineering Manager', 'manager'],
    ['Manager, Data Science', 'manager'],
    ['Senior Director of Engineering', 'director'],
    ['Head of Design', 'head'],
    ['VP, Corporate Development', 'vp'],
    ['Chief Technology Officer', 'c-level'],
  ])('reads %s as %s', (title, level) => {
    expect(levelOf(title)).toBe(level)
  })

  it('takes managers of things by the adjective before them', () => {
    expect(levelOf('Senior Product Manager')).toBe('senior')
    expect(levelOf('Account Manager')).toBeNull()
    expect(levelOf('Partner Development Manager')).toBeNull()
  })

  it('takes a manager of something for one of people where the text says so', () => {
    const duties = ['You manage a team of six writers']
    expect(levelOf('Content Manager', { duties })).toBe('manager')
    expect(levelOf('Content Manager')).toBeNull()
  })

  it('sees no level in words that only look like one', () => {
    expect(levelOf('Chief of Staff')).toBeNull()
    expect(levelOf('Member of Technical Staff')).toBeNull()
    expect(levelOf('Engineer, Directory Services')).toBeNull()
  })

  it('takes the lower of two levels', () => {
    expect(levelOf('Frontend Developer (Mid/Senior)')).toBe('mid')
    expect(levelOf('Engineer, Senior or Staff')).toBe('senior')
  })

  it('takes a level from the person that the text looks for', () => {
    expect(levelOf('Developer', { role: ['We are looking for a senior Python developer.'] })).toBe('senior')
    expect(levelOf('Developer', { role: ['You work with senior engineers.'] })).toBeNull()
  })

  it('takes no level from what the candidate was before', () => {
    expect(levelOf('Engineer III', { requirements: ['4 years of experience as a Lead Engineer'] })).toBe(
      'senior',
    )
    expect(levelOf('Developer', { requirements: ['You have worked as a senior developer'] })).toBeNull()
    expect(levelOf('Developer', { role: ['As a senior developer you own the API.'] })).toBe('senior')
  })

  it('takes a semi-senior wanted in the text for mid', () => {
    expect(levelOf('Developer', { role: ['We are looking for a semi-senior Python developer.'] })).toBe('mid')
  })

  it('lets the text overrule a number in the title', () => {
    expect(levelOf('Engineer III', { role: ['We are hiring a mid-level software engineer.'] })).toBe('mid')
  })

  it('quotes the passage it was read from', () => {
    const text = postingWith({ role: ['Join us. We seek a junior data analyst for Lyon.'] })
    expect(readLevel({ ...text }, 'Analyst').value).toBeNull()
    const wanted = postingWith({ role: ['Join us. We are seeking a junior data analyst for Lyon.'] })
    expect(readLevel(wanted, 'Analyst')).toEqual({
      value: 'junior',
      quotes: ['We are seeking a junior data analyst for Lyon.'],
    })
  })
})
