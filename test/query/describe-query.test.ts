import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SKILLS } from '../../src/posting/dictionary/skills.ts'
import { COUNTRIES } from '../../src/posting/places/countries.ts'
import { lookUpName } from '../../src/posting/places/gazetteer.ts'
import { DEGREES, EMPLOYMENTS, SENIORITIES, TOPICS, WORKPLACES } from '../../src/posting/vocabulary.ts'
import { anyOf } from '../../src/query/any-of.ts'
import { toCondition } from '../../src/query/condition.ts'
import type { YearsAsk } from '../../src/query/conditions/experience.ts'
import type { PostedAsk } from '../../src/query/conditions/posted.ts'
import { describeCondition, describeQuery, quoteCondition } from '../../src/query/describe-query.ts'
import type { PayAsk } from '../../src/query/pay-ask.ts'
import { placeAsk } from '../../src/query/place-ask.ts'
import type { Condition } from '../../src/query/query.ts'
import { ask, read } from './ask-samples.ts'

const values = <T extends string>(names: readonly T[]) =>
  fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }).map(anyOf)

const amount = fc.integer({ min: 10_000, max: 900_000 })
const pay: fc.Arbitrary<PayAsk> = fc
  .record({
    bound: fc.constantFrom('over', 'reaches', 'from', 'at-most', 'between', 'stated'),
    amount,
    more: fc.integer({ min: 0, max: 90_000 }),
    currency: fc.constantFrom('USD', 'EUR', 'GBP', 'CAD', 'PLN', 'CHF', 'SEK', 'INR'),
    period: fc.constantFrom('year', 'month', 'week', 'day', 'hour'),
    isBase: fc.boolean(),
  })
  .map(({ more, ...ask }) => {
    if (ask.bound === 'stated')
      return { bound: 'stated', amount: 0, to: null, currency: null, period: 'year', isBase: false }
    return {
      ...ask,
      bound: ask.bound as PayAsk['bound'],
      period: ask.period as PayAsk['period'],
      to: ask.bound === 'between' ? ask.amount + more : null,
    }
  })
const years: fc.Arbitrary<YearsAsk> = fc
  .record({
    bound: fc.constantFrom('at-most', 'below', 'at-least', 'over', 'between'),
    years: fc.integer({ min: 1, max: 20 }),
  })
  .map(ask => ({
    bound: ask.bound as YearsAsk['bound'],
    years: ask.years,
    to: ask.bound === 'between' ? ask.years + 2 : null,
  }))
const nothing = { withinDays: null, olderThanDays: null, since: null, before: null }
const posted: fc.Arbitrary<PostedAsk> = fc.oneof(
  fc.integer({ min: 0, max: 400 }).map(withinDays => ({ ...nothing, withinDays })),
  fc.integer({ min: 1, max: 400 }).map(olderThanDays => ({ ...nothing, olderThanDays })),
  fc.constantFrom('2024-10-01', '2025-01-31').map(since => ({ ...nothing, since })),
  fc.constantFrom('2024-10-01', '2025-01-31').map(before => ({ ...nothing, before })),
  fc.constant({ ...nothing, since: '2024-10-01', before: '2024-11-01' }),
)
/** Names with a sign that starts or ends a word list, such as "Antigua & Barbuda", are written differently in questions. */
const plainCountries = [...COUNTRIES.values()]
  .filter(({ name }) => /^[A-Z][a-z]+$/.test(name))
  .map(({ name }) => name)
const places = [
  'Europe',
  'EMEA',
  'APAC',
  'DACH',
  'Western Europe',
  'Berlin',
  'Austin',
  'Bavaria',
  'Texas',
  'Singapore',
  'worldwide',
  ...plainCountries,
]
const place = fc
  .uniqueArray(fc.constantFrom(...places), { minLength: 1, maxLength: 2 })
  .filter(names => names.length === 1 || !names.includes('worldwide'))
  .map(names =>
    placeAsk(
      names.flatMap(name =>
        lookUpName(name)
          .slice(0, 1)
          .map(({ kind, code, name, countries, regions, state, subdivision }) => ({
            kind,
            code,
            name,
            countries,
            regions,
            state,
            subdivision,
          })),
      ),
      'in',
    ),
  )

const conditions: readonly [Condition['id'], fc.Arbitrary<unknown>][] = [
  ['pay', pay],
  ['workplace', values(WORKPLACES)],
  ['level', values(SENIORITIES)],
  ['topic', values(TOPICS)],
  ['skill', values(SKILLS.map(({ name }) => name))],
  ['employment', values(EMPLOYMENTS)],
  ['degree', values(DEGREES)],
  ['experience', years],
  ['visa', fc.constant(anyOf(['yes']))],
  ['language', values(['en', 'de', 'fr', 'pl', 'es'])],
  ['posted', posted],
  ['place', place],
  ['company', values(['tern', 'heron labs', 'pebble'])],
  ['word', values(['fintech', 'aquarium', 'marketplace'])],
]

describe('describeCondition', () => {
  it.each(conditions)('writes %s so that it reads back to the same value', (id, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, value => {
        const text = describeCondition(toCondition(id, value))
        const [first, ...others] = read(text).conditions
        expect({ text, id: first?.id, value: first?.value, more: others.length }).toEqual({
          text,
          id,
          value,
          more: 0,
        })
      }),
      { numRuns: 150 },
    )
  })

  it('writes every skill of the dictionary so that it reads back', () => {
    const misread = SKILLS.filter(({ name }) => {
      const text = describeCondition(toCondition('skill', anyOf([name])))
      const conditions = read(text).conditions
      return conditions.length !== 1 || JSON.stringify(conditions[0]?.value) !== JSON.stringify(anyOf([name]))
    })
    expect(misread.map(({ name }) => name)).toEqual([])
  })

  it('marks what is left out and what may stay unsaid', () => {
    expect(describeCondition(toCondition('skill', anyOf(['java']), { isExcluded: true }))).toBe('not Java')
    expect(describeCondition(toCondition('level', anyOf(['senior']), { orNotStated: true }))).toBe(
      'senior or not stated',
    )
  })
})

describe('describeQuery', () => {
  it.each([
    'remote ML infra roles over 200k',
    'senior+ backend in germany, not java or spring, base at least 80k',
    'how many go jobs posted this week',
    'average salary for sre in the US',
    'which companies hire python devs outside the us',
    'top 5 newest frontend jobs, no degree required, or not stated, include closed',
    'fintech or banking, not at pebble, 3 to 5 years',
    'jobs without salary, no php, remote or not stated',
  ])('writes “%s” so that it reads back to the same query', question => {
    const { text: _, unread: __, conditions, ...rest } = read(question)
    const again = read(describeQuery(read(question)))
    const strip = (list: readonly Condition[]) =>
      list
        .map(({ id, value, isExcluded, orNotStated }) => ({ id, value, isExcluded, orNotStated }))
        .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    expect(strip(again.conditions)).toEqual(strip(conditions))
    expect({
      kind: again.kind,
      subject: again.subject,
      sort: again.sort,
      limit: again.limit,
      closed: again.includeClosed,
    }).toEqual({
      kind: rest.kind,
      subject: rest.subject,
      sort: rest.sort,
      limit: rest.limit,
      closed: rest.includeClosed,
    })
  })
})

describe('suggestions', () => {
  it.each([
    'remote ML infra roles over 400k',
    'junior rust in berlin',
    'staff frontend in london over 200k',
    'hybrid sre posted today',
    'python quidditch',
    'remote ML infra roles over 200k',
    'intern in switzerland, no degree required',
  ])('of “%s” give what they promise when they are asked', question => {
    const { suggestions } = ask(question)
    expect(suggestions.length).toBeGreaterThan(0)
    for (const { query, total } of suggestions)
      expect({ query, total: ask(query).total }).toEqual({ query, total })
  })
})

describe('quoteCondition', () => {
  it('quotes the words of a condition once', () => {
    expect(['senior', '“table” in the text'].map(quoteCondition)).toEqual(['“senior”', '“table” in the text'])
  })
})
