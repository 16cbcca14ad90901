import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAsked } from '../../src/alert/match-questions.ts'
import { matchSubscriptions } from '../../src/alert/match-subscriptions.ts'
import { createQuestionReader } from '../../src/alert/read-questions.ts'
import { answerQuery } from '../../src/answer/answer-query.ts'
import { createCatalog } from '../../src/catalog/catalog.ts'
import { runSteps } from '../../src/catalog/steps.ts'
import type { Posting } from '../../src/posting/posting.ts'
import { makePosting, makeSalary } from '../catalog/make-posting.ts'
import { openAlertWorld } from '../fakes/make-alerts.ts'

const SETTING = { now: new Date('2026-06-01T09:00:00Z'), defaultCurrency: 'USD' }
const QUESTIONS = [
  'remote go over 150k',
  'senior go or rust',
  'in Germany',
  'remote in the US',
  'not java',
  'kafka pipelines',
  'at Company 3',
  'at most 3 years',
  'hybrid berlin from 90k',
  'posted in the last 7 days',
  'all jobs',
  'wizards of zzyzx',
  'go, but not remote',
]

const posting = fc
  .record({
    skills: fc.subarray(['go', 'rust', 'java', 'kafka']),
    workplace: fc.constantFrom('remote', 'hybrid', 'onsite', null),
    countries: fc.subarray(['DE', 'US', '*'], { maxLength: 2 }),
    cities: fc.subarray(['Berlin'], { maxLength: 1 }),
    seniority: fc.constantFrom('senior', 'junior', null),
    yearsMin: fc.constantFrom(null, 2, 5),
    pay: fc.constantFrom(null, [80_000, 120_000] as const, [140_000, 200_000] as const),
    company: fc.constantFrom('Company 1', 'Company 3', null),
    postedAt: fc.constantFrom(null, '2026-05-30', '2026-01-10'),
    closesAt: fc.constantFrom(null, '2026-05-01', '2026-12-01'),
    text: fc.constantFrom('You build pipelines.', 'You sell boats.', 'Kafka pipelines all day.'),
  })
  .map(({ pay, ...facts }) => ({ ...facts, salary: pay === null ? null : makeSalary(pay[0], pay[1]) }))

/** Postings that are told apart by their ids, whatever they say. */
const board = fc.array(posting, { minLength: 1, maxLength: 12 }).map(list =>
  list.map((facts, number): Posting => {
    const id = `p${number}`
    return makePosting({
      id,
      path: `${id}.md`,
      title: `Engineer ${number}`,
      url: `https://example.com/${id}`,
      ...facts,
    })
  }),
)

const asked = fc.record({ question: fc.constantFrom(...QUESTIONS), withNotStated: fc.boolean() })

describe('matchSubscriptions', () => {
  it('finds of the new postings exactly those that the search finds', async () => {
    await fc.assert(
      fc.asyncProperty(board, fc.nat(), asked, async (postings, cut, { question, withNotStated }) => {
        const catalog = createCatalog(postings)
        const numbers = [...catalog.entries.keys()].filter(number => (number + cut) % 2 === 0)
        const subscription = { id: 's', question, withNotStated }
        const found = runSteps(
          matchSubscriptions(catalog, numbers, [subscription as never], SETTING, createQuestionReader()),
        )
        const answer = answerQuery(catalog, readAsked(subscription, catalog, SETTING), SETTING)
        const searched = answer.matches.flatMap(match => catalog.numberOf(match.posting.id) ?? [])
        expect([...found.keys()].sort((a, b) => a - b)).toEqual(
          searched.filter(number => numbers.includes(number)).sort((a, b) => a - b),
        )
      }),
      { numRuns: 40 },
    )
  })
})

describe('alerts', () => {
  it('deliver a new posting exactly where the search finds it', async () => {
    await fc.assert(
      fc.asyncProperty(board, fc.array(asked, { minLength: 1, maxLength: 3 }), async (postings, wishes) => {
        const world = await openAlertWorld({ limits: { perMessage: 1 } })
        const old = makePosting({
          id: 'old',
          title: 'Old hand',
          url: 'https://example.com/old',
          text: 'Gone fishing.',
        })
        await world.load([old])
        for (const [number, { question, withNotStated }] of wishes.entries())
          await world.subscribe(
            question,
            { withNotStated, capADay: 1000 },
            { type: 'channel', platform: 'discord', serverId: 's', channelId: `c${number}` },
          )
        await world.load([old, ...postings])
        await world.flush()
        const catalog = world.catalog()
        if (!catalog) throw new Error('nothing was loaded')
        for (const [number, wish] of wishes.entries()) {
          const answer = answerQuery(catalog, readAsked(wish, catalog, SETTING), SETTING)
          const expected = answer.matches.map(match => match.posting.id).filter(id => id !== 'old')
          const cards = world.outbox.posted
            .filter(({ target }) => target.type === 'channel' && target.channelId === `c${number}`)
            .flatMap(({ reply }) =>
              reply.blocks.flatMap(block => (block.type === 'posting' ? block.postingId : [])),
            )
          expect(cards.sort()).toEqual(expected.sort())
        }
        await world.close()
      }),
      { numRuns: 25 },
    )
  }, 30_000)
})
