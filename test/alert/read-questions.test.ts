import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readAsked } from '../../src/alert/match-questions.ts'
import { createQuestionReader, type QuestionReader } from '../../src/alert/read-questions.ts'
import { type Catalog, createCatalog } from '../../src/catalog/catalog.ts'
import { runSteps } from '../../src/catalog/steps.ts'
import type { Posting } from '../../src/posting/posting.ts'
import type { Condition, Query } from '../../src/query/query.ts'
import { makePosting } from '../catalog/make-posting.ts'
import { SAMPLE_POSTINGS } from '../catalog/sample-postings.ts'

const FIXTURE = new URL('../fixtures/questions.json', import.meta.url)
const SENTENCES = z
  .array(z.object({ question: z.string() }))
  .parse(JSON.parse(readFileSync(FIXTURE, 'utf8')))
  .map(({ question }) => question)

const SETTING = { now: new Date('2026-06-01T09:00:00Z'), defaultCurrency: 'USD' }

const QUESTIONS = [
  'remote go over 150k',
  'Remote jobs',
  'senior go at Scale',
  'open ai engineer',
  'ci/cd in Georgia',
  'jobs in Vienna',
  'in Springfield',
  'kafka pipelines',
  'kafak pipelines',
  'at 10up or 2U',
  'node.js or vue',
  'front-end Berlin',
  'posted since Monday',
  'either go or posted this week',
  'the trade desk',
  'golang, but not at Ramp',
  'circle senior',
  'does Scale pay over 100k',
  "Ramp's jobs",
]

/** Names that may be taken for words of the questions, and words for names. */
const NAMES = [
  'Remote',
  'Go',
  'Go Labs',
  'Scale',
  'Scale AI',
  'OpenAI',
  'Open AI',
  'The Trade Desk',
  'Ramp',
  'Ramp Inc',
  '10up',
  '2U',
  'Circle',
  'Senior Living',
  'Front',
  'Vienna Works',
]
const SKILLS = ['go', 'ci/cd', 'kafka', 'node.js', 'pipelines', 'front end', 'vue', 'open source']
const CITIES = ['Berlin', 'Vienna', 'Springfield', 'Georgia', 'Pipeline City', 'Scale']
const TEXTS = [
  'You build pipelines with kafka.',
  'Circle back, trade a desk.',
  'Engineer of seniors.',
  'Plain.',
]

const posting = fc.record({
  company: fc.constantFrom(...NAMES, null),
  skills: fc.subarray(SKILLS, { maxLength: 2 }),
  cities: fc.subarray(CITIES, { maxLength: 1 }),
  countries: fc.constantFrom([], ['US'], ['GE'], ['AT']),
  states: fc.constantFrom([], ['GA']),
  text: fc.constantFrom(...TEXTS),
})

const board = fc.array(posting, { maxLength: 8 })

function makeCatalog(list: readonly Partial<Posting>[]): Catalog {
  return createCatalog(
    list.map((facts, number) =>
      makePosting({ id: `p${number}`, path: `${number}.md`, title: `Engineer ${number}`, ...facts }),
    ),
  )
}

/** What of a query decides what it finds. */
function essence({ conditions, unread, kind, asksForAll, includeClosed, includeOld, detail }: Query) {
  const bare = ({ id, value, isExcluded, orNotStated }: Condition) => ({ id, value, isExcluded, orNotStated })
  const words = unread.map(({ text }) => text)
  return { conditions: conditions.map(bare), words, kind, asksForAll, includeClosed, includeOld, detail }
}

/** What is read over a catalog is what a reader reads that knows nothing. */
function expectFresh(
  reader: QuestionReader,
  catalog: Catalog,
  questions: readonly string[],
  withNotStated: boolean,
): void {
  runSteps(reader.turnTo(catalog))
  for (const question of questions) {
    const asked = { question, withNotStated }
    expect(essence(reader.read(asked, SETTING))).toEqual(essence(readAsked(asked, catalog, SETTING)))
  }
}

describe('createQuestionReader', () => {
  it('reads over each catalog what a reader reads that knows no other', () => {
    fc.assert(
      fc.property(fc.array(board, { minLength: 2, maxLength: 4 }), fc.boolean(), (boards, withNotStated) => {
        const reader = createQuestionReader()
        for (const catalog of boards.map(makeCatalog)) {
          expectFresh(reader, catalog, QUESTIONS, withNotStated)
        }
      }),
      { numRuns: 15 },
    )
  }, 30_000)

  it('reads with what an earlier process read as without', () => {
    fc.assert(
      fc.property(fc.array(board, { minLength: 2, maxLength: 4 }), fc.boolean(), (boards, withNotStated) => {
        let reader = createQuestionReader()
        for (const catalog of boards.map(makeCatalog)) {
          const next = createQuestionReader()
          next.restore(reader.takeMade())
          reader = next
          expectFresh(reader, catalog, QUESTIONS, withNotStated)
        }
      }),
      { numRuns: 15 },
    )
  }, 30_000)

  it('keeps what it read as it was', () => {
    const catalog = createCatalog(SAMPLE_POSTINGS)
    const [first, second] = [createQuestionReader(), createQuestionReader()]
    for (const reader of [first, second]) runSteps(reader.turnTo(catalog))
    const questions = SENTENCES.map(question => ({ question, withNotStated: false }))
    for (const asked of questions) first.read(asked, SETTING)
    const kept = first.takeMade()
    expect(kept.length).toBeGreaterThan(questions.length / 2)
    second.restore(kept)
    for (const asked of questions)
      expect(essence(second.read(asked, SETTING))).toStrictEqual(essence(readAsked(asked, catalog, SETTING)))
    expect(second.takeMade()).toEqual([])
  })

  it('reads again what cannot be understood of what was kept', () => {
    const reader = createQuestionReader()
    reader.restore(['{', '{}', 'null'].map((body, at) => ({ key: `-go ${at}`, facts: '', body })))
    const questions = [0, 1, 2].map(at => `go ${at}`)
    expectFresh(reader, makeCatalog([{ skills: ['go'] }]), questions, false)
  })

  it('forgets what nobody asks any more, and nothing where nothing was asked', () => {
    const reader = createQuestionReader()
    runSteps(reader.turnTo(makeCatalog([{ skills: ['go', 'vue'] }])))
    for (const question of ['go', 'vue']) reader.read({ question, withNotStated: false }, SETTING)
    expect(reader.forgetUnasked()).toEqual([])
    reader.read({ question: 'go', withNotStated: false }, SETTING)
    expect(reader.forgetUnasked()).toEqual(['-vue'])
    expect(reader.forgetUnasked()).toEqual([])
  })

  it('does not read a question again whose words mean the same', () => {
    const [one, two] = ['Company 1', 'Company 2'].map(company =>
      createCatalog([makePosting({ company, skills: ['go'], text: 'Kafka pipelines.' })]),
    )
    if (!one || !two) throw new Error('there are two')
    const reader = createQuestionReader()
    const asked = { question: 'kafka pipelines', withNotStated: false }
    runSteps(reader.turnTo(one))
    const before = reader.read(asked, SETTING)
    runSteps(reader.turnTo(two))
    expect(reader.read(asked, SETTING)).toBe(before)
  })
})
