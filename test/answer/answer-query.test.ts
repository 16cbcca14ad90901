import { describe, expect, it } from 'vitest'
import { renderAnswerJson } from '../../src/answer/answer-json.ts'
import { answerQuery } from '../../src/answer/answer-query.ts'
import { createCatalog } from '../../src/catalog/catalog.ts'
import { readQuery } from '../../src/query/read-query.ts'
import { makePosting } from '../catalog/make-posting.ts'
import { ask, find, OPTIONS } from '../query/ask-samples.ts'

describe('the order of an answer', () => {
  it('puts ranges wholly above the ask before those that cross it, and counts what only lacks facts', () => {
    const answer = ask('remote ML infra roles over 200k')
    // 300k is reached from 230k on; the other range starts below 200k. Open ends and silence are no matches.
    expect(answer.matches.map(match => match.posting.id)).toEqual(['ml-remote-above', 'ml-remote-crossing'])
    expect(answer.matches.map(match => match.reasons.find(reason => reason.id === 'pay')?.caveat)).toEqual([
      null,
      'the range starts below $200,000',
    ])
    // No workplace: Egret and Ibis; no pay: Ibis, and Kite whose range is open above.
    expect(answer.notStated).toEqual([
      { id: 'workplace', total: 2 },
      { id: 'pay', total: 2 },
    ])
    expect(answer.notStatedTotal).toBe(3)
  })

  it('puts a named country before a region that covers it, and that before anywhere', () => {
    expect(find('backend in germany')).toEqual([
      'backend-go-berlin', // names it, and “backend” is in its title
      'backend-java-germany', // names it
      'backend-java-europe', // Europe covers it
      'backend-anywhere',
    ])
  })

  it('takes a city with “remote” as where the asker sits', () => {
    expect(find('remote sre in seattle')).toEqual(['sre-us']) // Mesa Grid and Redwood list other states
    expect(find('sre in seattle')).toEqual(['sre-seattle'])
  })

  it('follows the title, then the date, among equals', () => {
    expect(find('machine learning infrastructure at tern or egret')).toEqual([
      'ml-remote-crossing',
      'ml-no-workplace',
    ])
  })

  it('sorts by pay or by date where the question asks for it, unstated ones last', () => {
    expect(find('highest paying data-engineering or security or sales')).toEqual([
      'principal-security',
      'sales',
      'staff-data',
    ])
    expect(find('newest backend').slice(0, 1)).toEqual(['backend-go-berlin'])
  })

  it('is the same whatever the order of loading', () => {
    expect(find('remote')).toEqual(find('remote'))
    expect(new Set(find('remote')).size).toBe(find('remote').length)
  })
})

describe('the newest of postings without dates', () => {
  const answerOf = (days: readonly (string | null)[]) => {
    const catalog = createCatalog(days.map(postedAt => makePosting({ skills: ['go'], postedAt })))
    const options = { ...OPTIONS, catalog }
    return answerQuery(catalog, readQuery('newest go jobs', options), options)
  }
  const note = 'no match states a date: the order is not by date'

  it('says that the order is not by date', () => {
    const { understood, text } = answerOf([null, null])
    expect(understood.at(-1)).toMatchObject({ id: 'posted', label: 'newest first', note })
    expect(text).toBe(`2 of 2 postings match (Go). Note: ${note}.`)
  })

  it('says nothing where a match states its date, or none matches', () => {
    for (const days of [[null, '2025-02-20'], []]) {
      const { understood, text } = answerOf(days)
      expect([text.includes('date'), understood.length]).toEqual([false, 1])
    }
  })
})

describe('what an answer leaves out', () => {
  it('leaves out what closed and what is older than its source allows, and says so', () => {
    expect(find('customer support')).toEqual([])
    expect(ask('customer support').leftOut).toEqual({ closed: 1, old: 0, dismissed: 0 })
    expect(find('customer support, include closed')).toEqual(['closed'])
    expect(ask('technical writer').leftOut).toEqual({ closed: 0, old: 1, dismissed: 0 })
    expect(find('technical writer include old')).toEqual(['old-feed'])
  })

  it('finds free words in title, company and duties, not in the blurb', () => {
    expect(find('payment')).toEqual(['backend-go-berlin']) // by its stem
    expect(find('aquariums')).toEqual([])
  })

  it('never answers with everything what it did not understand', () => {
    for (const question of ['quidditch seeker', 'jobs', 'hello', '', '???', 'python quidditch'])
      expect(ask(question).total).toBe(0)
    expect(ask('all jobs').total).toBe(25)
  })

  it('offers the question without its unknown words first', () => {
    expect(ask('python quidditch').suggestions[0]).toEqual({
      label: 'without “quidditch”',
      query: 'Python',
      total: 4,
    })
  })
})

describe('pay', () => {
  it.each([
    ['security over 300k', ['principal-security']],
    ['security base over 300k', []], // total compensation is no base pay
    ['sales at least 240k', ['sales']],
    ['sales over 240k', []],
    ['ml infra from 210k', ['ml-remote-above', 'ml-no-workplace']],
    ['ml infra up to 150k', ['ml-remote-below', 'ml-open-above']], // an open end counts as the number that is stated
    ['sre between 100k and 120k', []],
    ['sre between 230k and 300k', ['sre-california-zone']],
    ['sre in california over 230k', ['sre-california-zone']],
    ['sre in texas over 180k', []], // the zone of Texas decides
    ['over 85k in berlin', ['backend-go-berlin']], // euros, because of Germany
    ['over 95k in berlin', []],
    ['hybrid, 20000 PLN a month or more', ['manager', 'visa-poland', 'backend-go-berlin']],
    ['$100 an hour or more, contract', ['contract-design']],
    ['frontend with a stated salary', ['frontend-react-london']],
    ['frontend without salary', ['frontend-junior']],
  ])('answers “%s”', (question, ids) => {
    expect([...find(question)].sort()).toEqual([...ids].sort())
  })
})

describe('other conditions', () => {
  it.each([
    ['java but not kotlin', ['backend-java-germany']],
    ['go or node.js, backend', ['backend-go-berlin', 'backend-anywhere']],
    ['sre outside the US', []],
    ['staff+', ['staff-data', 'ml-no-workplace', 'principal-security']],
    ['not remote, frontend', ['frontend-react-london']],
    ['frontend, not at pebble', ['frontend-react-london']],
    ['i have 2 years of experience', ['frontend-junior', 'backend-java-europe']],
    ['8+ years', ['principal-security', 'staff-data']],
    ['over 8 years', ['principal-security']],
    ['no degree required', ['frontend-junior']],
    ['phd', ['no-visa-phd']],
    ['sponsors visas', ['visa-poland']],
    ['written in polish', ['visa-poland']],
    ['posted this week', ['ml-remote-crossing', 'backend-go-berlin']],
    ['anywhere in the world', ['backend-anywhere']],
    ['internships', ['intern']],
    ['junior', ['frontend-junior']],
    ['senior or not stated, backend in germany', ['backend-go-berlin', 'backend-java-germany']],
    ['latam', ['contract-design', 'backend-anywhere']],
    ['at heron labs', ['ml-remote-above', 'no-visa-phd']],
  ])('answers “%s”', (question, ids) => {
    expect([...find(question)].sort()).toEqual([...ids].sort())
  })

  it('offers internships to who asks for junior work', () => {
    expect(ask('junior').suggestions).toContainEqual({ label: 'internships', query: 'intern', total: 1 })
  })

  it('offers the maker to who names a product, where it hires', () => {
    const suggestionsOf = (question: string) => {
      const using = makePosting({ id: 'using', company: 'Tern', skills: ['stripe', 'docker'] })
      const made = makePosting({ id: 'made', company: 'Stripe' })
      const options = { ...OPTIONS, catalog: createCatalog([using, made]) }
      return answerQuery(options.catalog, readQuery(question, options), options).suggestions
    }
    expect(suggestionsOf('stripe')).toContainEqual({
      label: 'at Stripe, the company',
      query: 'at Stripe',
      total: 1,
    })
    expect(suggestionsOf('docker').map(({ label }) => label)).not.toContain('at Docker, the company')
  })
})

describe('figures', () => {
  it('makes the median of the middles of the ranges in the currency asked for', () => {
    expect(ask('median salary for ml infra in the US').statistic).toMatchObject({
      measure: 'median',
      field: 'salary',
      value: 220_000,
      currency: 'USD',
      period: 'year',
      n: 3,
    })
  })

  it('counts the values of a field', () => {
    expect(ask('which companies hire frontend?').facets).toEqual([
      { field: 'company', value: 'Pebble', total: 1 },
      { field: 'company', value: 'Thistle & Co', total: 1 },
    ])
  })

  it('counts postings', () => {
    expect(ask('how many frontend jobs?')).toMatchObject({ kind: 'count', total: 2 })
  })
})

describe('renderAnswerJson', () => {
  it('has the fields that scripts rely on', () => {
    const json = renderAnswerJson(ask('remote ML infra roles over 200k and blorpy'), 'q1')
    expect(json).toMatchObject({
      id: 'q1',
      kind: 'listings',
      unread: ['blorpy'],
      total: 0,
      matches: [],
      notStatedTotal: 0,
    })
    expect(Object.keys(json.understood)).toEqual(['workplace', 'topic', 'salary'])
    const found = renderAnswerJson(ask('remote ML infra roles over 200k'), null)
    expect(found.matches[0]).toEqual({
      path: expect.any(String),
      id: 'ml-remote-above',
      title: 'ML Platform Engineer',
      company: 'Heron Labs',
      why: ['remote', 'is ML infrastructure work', 'pays $230,000 – $300,000 a year'],
    })
    expect(found.notStated).toEqual({ workplace: 2, salary: 2 })
    expect(JSON.parse(JSON.stringify(found))).toMatchObject({
      query: 'remote ML infra roles over 200k',
      found: true,
      evidence: [],
    })
  })
})
