import { describe, expect, it } from 'vitest'
import { renderAnswerJson } from '../../src/answer/answer-json.ts'
import { answerQuery } from '../../src/answer/answer-query.ts'
import { createCatalog } from '../../src/catalog/catalog.ts'
import type { Posting } from '../../src/posting/posting.ts'
import { readQuery } from '../../src/query/read-query.ts'
import { makePosting, makeSalary } from '../catalog/make-posting.ts'
import { OPTIONS } from '../query/ask-samples.ts'

/** A small corpus; each posting is named for what sets it apart. */
const CORPUS: readonly Posting[] = [
  { id: 'within', title: 'Backend Engineer', salary: makeSalary(160_000, 200_000), countries: ['DE'] },
  { id: 'crossing', title: 'Backend Engineer', salary: makeSalary(120_000, 180_000), countries: ['DE'] },
  {
    id: 'europe',
    title: 'Backend Engineer',
    salary: makeSalary(160_000, 190_000),
    regions: ['europe'] as const,
  },
  { id: 'anywhere', title: 'Backend Engineer', salary: makeSalary(170_000, 190_000), countries: ['*'] },
  { id: 'other-title', title: 'Engineer, Payments', salary: makeSalary(160_000, 180_000), countries: ['DE'] },
  { id: 'newer', title: 'Platform Person', postedAt: '2025-02-20', countries: ['FR'] },
  { id: 'older', title: 'Platform Person', postedAt: '2025-01-05', countries: ['FR'] },
  { id: 'undated', title: 'Platform Person', countries: ['FR'] },
].map(facts => makePosting({ topics: ['backend'], skills: ['go'], company: facts.id, ...facts }))

function order(question: string, postings = CORPUS) {
  const options = { ...OPTIONS, catalog: createCatalog(postings) }
  const answer = answerQuery(options.catalog, readQuery(question, options), options)
  return answer.matches.map(({ posting }) => posting.id)
}

describe('the order of matches', () => {
  it.each([
    [
      'pay wholly within the ask before pay that crosses it',
      'backend over $150k in germany',
      ['within', 'other-title', 'europe', 'anywhere', 'crossing'],
    ],
    [
      'a place that is named before one that covers it, and that before anywhere; then the title',
      'backend in germany',
      ['crossing', 'within', 'other-title', 'europe', 'anywhere'],
    ],
    [
      'the newest first, those without a date last, where nothing else tells',
      'go in france',
      ['newer', 'older', 'undated'],
    ],
    [
      'the most pay first where it is asked for, by the top and then the bottom; those that do not say last',
      'highest paying go in europe',
      ['within', 'anywhere', 'europe', 'other-title', 'crossing', 'newer', 'older', 'undated'],
    ],
  ])('puts %s', (_reason, question, ids) => {
    const found = order(question)
    expect(found.slice(0, ids.length)).toEqual(ids)
  })

  it('is the same however the postings were loaded', () => {
    expect(order('backend in germany', CORPUS.toReversed())).toEqual(order('backend in germany'))
    expect(order('go', CORPUS.toReversed())).toEqual(order('go'))
  })

  it('says why each posting is there', () => {
    const options = { ...OPTIONS, catalog: createCatalog(CORPUS) }
    const answer = answerQuery(options.catalog, readQuery('backend over $150k in germany', options), options)
    const why = new Map(renderAnswerJson(answer, null).matches.map(match => [match.id, match.why]))
    expect(why.get('within')).toEqual(['is backend work', 'pays $160,000 – $200,000 a year', 'Germany'])
    expect(why.get('crossing')).toContain('pays $120,000 – $180,000 a year (the range starts below $150,000)')
    expect(why.get('europe')).toContain('Europe (the area covers the place without naming it)')
  })
})
