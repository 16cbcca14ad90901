import { describe, expect, it } from 'vitest'
import type { PostingFacts } from '../../src/posting/posting.ts'
import { labelSchema } from './score/formats.ts'
import { judge } from './score/judge.ts'
import { scoreDetails } from './score/score-details.ts'
import { scorePostings } from './score/score-postings.ts'
import { scoreQuestions } from './score/score-questions.ts'

const label = labelSchema.parse({
  path: 'a.md',
  title: 'Senior Backend Engineer',
  company: 'Acme Inc.',
  salary: { min: 100_000, max: 150_000, currency: 'USD', period: 'year' },
  workplace: 'hybrid',
  countries: ['DE'],
  regions: [],
  cities: ['Berlin'],
  seniority: 'senior',
  employment: null,
  years_min: 5,
  degree: 'bachelor',
  degree_or_equivalent: true,
  visa: null,
  skills: ['go', 'postgresql'],
  topics: ['backend'],
  posting_language: 'en',
})

const facts: PostingFacts = {
  title: 'Senior Backend Engineer',
  titleInferred: false,
  company: 'Acme',
  salary: { min: 100_000, max: 150_500, currency: 'USD', period: 'year', kind: null, zones: [] },
  workplace: 'hybrid',
  countries: ['DE'],
  regions: [],
  states: [],
  cities: ['Berlin'],
  timeZones: [],
  seniority: 'senior',
  employment: null,
  yearsMin: 5,
  degree: 'bachelor',
  degreeOrEquivalent: true,
  visaSponsorship: null,
  skills: ['golang', 'postgres'],
  topics: ['backend'],
  language: 'en',
  postedAt: null,
  closesAt: null,
  contradictions: [],
}

function fieldScore(changes: Partial<PostingFacts>, field: string) {
  const scores = scorePostings([label], new Map([['a.md', { ...facts, ...changes }]]))
  return scores.find(score => score.field === field)?.tally
}

describe('scorePostings', () => {
  it('gives everything for a posting read as labelled, other spellings and amounts within 1 % included', () => {
    const scores = scorePostings([label], new Map([['a.md', facts]]))
    expect(scores.filter(score => score.f1 < 1)).toEqual([])
  })

  it('counts a value that is not there as wrong and the labelled one as missed', () => {
    expect(fieldScore({ skills: ['go', 'kafka'] }, 'skills')).toEqual({ right: 1, wrong: 1, missed: 1 })
    expect(fieldScore({ workplace: 'onsite' }, 'workplace')).toEqual({ right: 0, wrong: 1, missed: 1 })
  })

  it('earns nothing with the commonest value, so that a constant answer scores 0', () => {
    expect(fieldScore({ workplace: 'remote' }, 'workplace')).toEqual({ right: 0, wrong: 0, missed: 1 })
    expect(fieldScore({ employment: null }, 'employment')).toEqual({ right: 0, wrong: 0, missed: 0 })
  })

  it('wants the currency and the period of a salary right', () => {
    const salary = {
      min: 100_000,
      max: 150_000,
      currency: 'EUR',
      period: 'year',
      kind: null,
      zones: [],
    } as const
    expect(fieldScore({ salary }, 'salary')).toEqual({ right: 0, wrong: 1, missed: 1 })
    expect(fieldScore({ salary: { ...salary, currency: 'USD', period: 'month' } }, 'salary')?.right).toBe(0)
  })

  it('counts a posting that was not parsed as one that says nothing', () => {
    const scores = scorePostings([label], new Map())
    expect(scores.find(score => score.field === 'skills')?.tally).toEqual({ right: 0, wrong: 0, missed: 2 })
  })
})

describe('judge', () => {
  it('compares the top of the range for “over” and its bottom for “from”', () => {
    expect(judge({ payOver: { amount: 149_000 } }, label)).toBe(true)
    expect(judge({ payOver: { amount: 150_000 } }, label)).toBe(false)
    expect(judge({ payFrom: { amount: 120_000 } }, label)).toBe(false)
  })

  it('leaves a near bound in another currency open', () => {
    expect(judge({ payOver: { amount: 139_000, currency: 'EUR' }, fx: true }, label)).toBeNull()
  })

  it('holds a posting without pay as no match of a pay question', () => {
    expect(judge({ payOver: { amount: 1 } }, { ...label, salary: null })).toBe(false)
  })

  it('leaves open what a posting does not say, unless something else rules it out', () => {
    const silent = { ...label, workplace: null }
    expect(judge({ workplace: ['hybrid'] }, silent)).toBeNull()
    expect(judge({ workplace: ['hybrid'], seniority: ['staff'] }, silent)).toBe(false)
  })

  it('takes a country inside a region, and a region around a country', () => {
    expect(judge({ region: 'europe' }, label)).toBe(true)
    expect(judge({ country: 'FR' }, { ...label, countries: [], regions: ['europe'] })).toBe(true)
    expect(judge({ country: 'FR' }, label)).toBe(false)
  })
})

describe('scoreQuestions', () => {
  const question = { id: 'q', q: 'hybrid', tags: [], where: { workplace: ['hybrid'] } }
  const other = { ...label, path: 'b.md', workplace: 'remote' }

  it('weighs wrong and missed postings', () => {
    const [right] = scoreQuestions([label, other], [question], new Map([['q', ['a.md']]]))
    const [wrong] = scoreQuestions([label, other], [question], new Map([['q', ['b.md']]]))
    expect(right?.f1).toBe(1)
    expect(wrong).toMatchObject({ f1: 0, wrong: ['b.md'], missed: ['a.md'] })
  })

  it('passes over postings that nobody labelled', () => {
    expect(scoreQuestions([label], [question], new Map([['q', ['a.md', 'x.md']]]))[0]?.f1).toBe(1)
  })
})

describe('scoreDetails', () => {
  const said = { id: 'd', q: 'degree?', all: ['bachelor'], none: [], found: true }
  const evidence = [{ path: 'a.md', quote: 'A Bachelor’s degree' }]
  const readText = () => 'You need: a bachelor’s **degree**.'

  it('wants the words and a quote that stands in the posting', () => {
    const answer = { text: 'a bachelor’s degree', found: true, evidence }
    expect(scoreDetails([said], new Map([['d', answer]]), readText)[0]?.isRight).toBe(true)
    expect(scoreDetails([said], new Map([['d', { ...answer, evidence: [] }]]), readText)[0]?.isRight).toBe(
      false,
    )
    expect(scoreDetails([said], new Map([['d', answer]]), () => 'another text')[0]?.isRight).toBe(false)
  })

  it('counts an answer as invented where the posting does not say', () => {
    const silent = { ...said, all: [], found: false }
    const answer = { text: 'yes', found: true, evidence }
    expect(scoreDetails([silent], new Map([['d', answer]]), readText)[0]).toMatchObject({
      isRight: false,
      isInvented: true,
    })
    expect(scoreDetails([silent], new Map([['d', { ...answer, found: false }]]), readText)[0]?.isRight).toBe(
      true,
    )
  })
})
