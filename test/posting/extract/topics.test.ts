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
    ['Identity Engineer', ['security']],
    ['Civil Engineer', ['other']],
  ])('reads the title %s', (title, topics) => {
    expect([...topicsOf(title)].sort()).toEqual(topics)
  })

  it.each([
    ['Software Engineer, IAM', ['backend', 'security'], ['go', 'postgresql', 'kafka']],
    ['Security Engineer', ['security'], ['go', 'postgresql', 'kafka']],
    ['React Engineer, Charts', ['frontend'], ['react', 'css', 'node.js']],
    ['Software Engineer - Training AI Data, Python', ['llm'], ['python', 'java', 'go']],
    ['Backend Engineer, Blockchain Security', ['backend', 'blockchain', 'security'], ['go']],
    ['Java Engineer (New Platform)', ['backend'], ['java', 'spring']],
    ['Platform Engineer', ['platform'], []],
    ['Full-Stack/Frontend Engineer', ['frontend', 'fullstack'], ['react', 'node.js']],
    ['Software Engineer, Data Pipelines', ['backend', 'data-engineering'], ['java', 'kafka', 'postgresql']],
    ['Front-end Developer, Ferry Cloud', ['frontend'], ['vue']],
    ['Data Engineer (Python)', ['data-engineering'], ['python', 'spark']],
    ['Data Engineer - Telecom', ['data-engineering'], ['spark']],
    ['Ingénieur Méthodes Logistiques', ['operations'], []],
  ])('reads %s with its tools', (title, topics, skills) => {
    const duties = title.startsWith('React')
      ? [
          'Build UI components for our design system, pixel perfect, with responsive design',
          'A full stack mind',
        ]
      : title.startsWith('Ingénieur')
        ? ['Logistics and supply chain']
        : []
    expect([...topicsOf(title, { duties }, skills)].sort()).toEqual(topics)
  })

  it('counts who writes software for data as backend, whose title hints at data only', () => {
    const duties = ['Build data pipelines and a data warehouse']
    expect(topicsOf('Software Engineer, Data', { duties }, ['python'])).toEqual([
      'data-engineering',
      'backend',
    ])
  })

  it('makes no software job one of the business that it writes for', () => {
    const company = ['Vendors and procurement']
    const duties = [
      'Data pipelines and a data warehouse for supply chain, procurement and vendor management',
      'Data ingestion',
    ]
    expect(topicsOf('Staff Engineer', { company, duties })).not.toContain('operations')
  })

  it('takes who runs systems for no backend engineer because of what runs on them', () => {
    const duties = ['Design, implementation and maintenance of servers, virtualization and load balancing']
    const skills = ['puppet', 'linux', 'python', 'postgresql', 'mysql']
    expect(topicsOf('Systems Engineer', { duties }, skills)).toEqual(['infrastructure'])
    expect(topicsOf('Systems Engineer', {}, skills)).toEqual([])
  })

  it('takes much talk of the frontend beside none of the backend for the frontend, whatever the tools', () => {
    const duties = [
      'Implement our design system library',
      'Move the front-end architecture of our user interfaces forward',
      'Keep the component library fast and accessible',
    ]
    expect(topicsOf('Staff Software Engineer', { duties }, ['react', 'graphql', 'rest', 'webpack'])).toEqual([
      'frontend',
    ])
  })

  it('reads the text where it says nothing of the kind of work in the title', () => {
    const duties = [
      'Improve our security posture and our security controls',
      'Lead incident response and vulnerability management',
      'Write the policies of information security',
    ]
    expect(topicsOf('DataOps Engineer', { duties })).toEqual(['data-engineering', 'security'])
  })

  it('decides by the stack where the title only says software', () => {
    expect(topicsOf('Software Engineer', {}, ['java', 'kafka', 'postgresql'])).toEqual(['backend'])
    expect(topicsOf('Software Engineer', {}, ['react', 'css', 'typescript'])).toEqual(['frontend'])
    expect(topicsOf('Developer (C#, Angular)')).toEqual(['fullstack'])
  })

  it('takes a job on the whole stack for one of the backend too where it names several of its tools', () => {
    expect(topicsOf('Software Engineer', {}, ['react', 'css', 'node.js', 'mongodb'])).toEqual([
      'fullstack',
      'backend',
    ])
    expect(topicsOf('Full-Stack Engineer', {}, ['react', 'css', 'node.js', 'mongodb'])).toEqual(['fullstack'])
  })

  it('takes who leads or designs a kind of work for one of that kind', () => {
    expect(topicsOf('Engineering Manager, Payments', {}, ['java'])).toEqual([
      'engineering-management',
      'backend',
    ])
    expect(topicsOf('Software Architect - Java', {}, ['java'])).toEqual(['software-architecture', 'backend'])
  })

  it('takes chiefs for executives of their own craft', () => {
    expect([...topicsOf('Chief Financial Officer')].sort()).toEqual(['executive', 'finance-accounting'])
    expect(topicsOf('Executive Assistant to the CEO')).toEqual(['admin'])
  })

  it('believes a hint that is all an unusual title gives', () => {
    expect(topicsOf('Tax Lead')).toEqual(['finance-accounting'])
    expect(topicsOf('Mechanical Engineer, Data Center')).toEqual(['other'])
  })

  it('names the product that any software job works on', () => {
    const duties = [
      'Operate blockchain nodes and smart contracts',
      'Build DeFi and web3 products for the blockchain',
    ]
    expect(topicsOf('Site Reliability Engineer', { duties })).toContain('blockchain')
    expect(topicsOf('Site Reliability Engineer', { duties: duties.slice(0, 0) })).not.toContain('blockchain')
  })

  it('gives an engineer without a telling title what the text speaks of most', () => {
    const duties = [
      'Close deals with a sales quota',
      'Build the sales pipeline by cold calling and prospecting',
    ]
    expect(topicsOf('Territory Engineer', { duties })).toEqual(['sales'])
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
