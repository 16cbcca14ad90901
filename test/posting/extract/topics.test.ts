import { describe, expect, it } from 'vitest'
import { readTopics } from '../../../src/posting/extract/topics.ts'
import { type LinesByKind, postingWith } from './posting-with.ts'

const topicsOf = (title: string, lines: LinesByKind = {}, skills: string[] = []) =>
  readTopics(postingWith(lines), title, skills).value

describe('readTopics', () => {
  it.each([
    ['Backend Engineer', ['backend']],
    ['Full-Stack Developer - Scala', ['fullstack']],
    ['iOS Engineer', ['ios', 'mobile']],
    ['ML Platform Engineer', ['ml-infra']],
    ['Machine Learning Engineer', ['ml']],
    ['QA Automation Engineer', ['qa']],
    ['DevSecOps Engineer', ['devops', 'security']],
    ['Analytics Engineer', ['data-engineering']],
    ['Product Manager', ['product-management']],
    ['Pre-Sales Engineer', ['solutions-engineering']],
    ['Engineering Manager, Backend', ['backend', 'engineering-management']],
    ['Technical Recruiter', ['recruiting-hr']],
    ['Executive Assistant', ['admin']],
    ['Civil Engineer', ['other']],
  ])('reads the title %s', (title, topics) => {
    expect([...topicsOf(title)].sort()).toEqual(topics)
  })

  it('decides by the stack where the title only says software', () => {
    expect(topicsOf('Software Engineer', {}, ['java', 'kafka', 'postgresql'])).toEqual(['backend'])
    expect(topicsOf('Software Engineer', {}, ['react', 'css', 'typescript'])).toEqual(['frontend'])
    expect(topicsOf('Software Engineer', {}, ['react', 'css', 'node.js', 'mongodb'])).toEqual(['fullstack'])
    expect(topicsOf('Developer (C#, Angular)')).toEqual(['fullstack'])
  })

  it('adds what usually goes with a kind of work where the text bears it out', () => {
    const duties = [
      'Own the cloud infrastructure and the production infrastructure',
      'Run Kubernetes clusters',
    ]
    expect(topicsOf('Site Reliability Engineer', { duties })).toContain('infrastructure')
    expect(topicsOf('Site Reliability Engineer')).toEqual(['sre'])
  })

  it('takes the product and the benefits of the company for no work', () => {
    const company = ['We are a leader in penetration testing, threat hunting and vulnerability management.']
    expect(topicsOf('Frontend Engineer', { company })).toEqual(['frontend'])
  })

  it('takes a business in the title of a software job for its customer', () => {
    expect(topicsOf('Backend Engineer (Customer Success)')).toEqual(['backend'])
    expect(topicsOf('Customer Success Manager')).toEqual(['customer-success'])
  })

  it('reads a job without a telling title from its duties', () => {
    const duties = ['Close deals and own a sales quota', 'Build the sales pipeline by cold calling']
    expect(topicsOf('Ninja', { duties })).toEqual(['sales'])
    expect(topicsOf('Ninja')).toEqual([])
  })
})
