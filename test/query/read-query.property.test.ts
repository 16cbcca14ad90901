import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerQuery } from '../../src/answer/answer-query.ts'
import { readQuery } from '../../src/query/read-query.ts'
import { MAX_QUESTION_LENGTH, tokenize } from '../../src/query/tokenize.ts'
import { ask, OPTIONS, read, SAMPLE_CATALOG } from './ask-samples.ts'

const words = fc.constantFrom(
  'remote',
  'over',
  '200k',
  '$',
  '-',
  'not',
  'or',
  'and',
  ',',
  '/',
  'java',
  'c++',
  '.net',
  'in',
  'berlin',
  'us',
  'between',
  '10',
  'years',
  '+',
  'senior',
  'at',
  'least',
  'posted',
  'last',
  '"',
  ':',
  'salary',
  '>',
  '<=',
  'the',
  'outside',
  'no',
  'degree',
  '🙂',
  'ﬀ',
  '\u0000',
  '２００',
  'k',
  '100-150k',
  '()',
  'or not stated',
  'top',
)
const phrase = fc.array(words, { maxLength: 25 }).map(list => list.join(' '))
const question = fc.oneof(
  phrase,
  fc.string({ maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
)

describe('readQuery on any text', () => {
  it('never throws, keeps its stretches inside the text and can be answered', () => {
    fc.assert(
      fc.property(question, text => {
        const query = read(text)
        const spans = [...query.conditions.flatMap(condition => condition.spans), ...query.unread]
        for (const { start, end } of spans) expect(0 <= start && start < end && end <= text.length).toBe(true)
        const answer = answerQuery(SAMPLE_CATALOG, query, OPTIONS)
        expect(answer.matches.length).toBe(answer.total)
      }),
      { numRuns: 400 },
    )
  })

  it('gives the same answer to the same words', () => {
    fc.assert(
      fc.property(question, text => {
        expect(read(text)).toEqual(read(text))
      }),
      { numRuns: 100 },
    )
  })

  it('reads no further than its limit and says so', () => {
    const text = `python ${'x '.repeat(MAX_QUESTION_LENGTH)}`
    const { unread } = read(text)
    expect(unread.at(-1)?.end).toBe(text.length)
    expect(unread.at(-1)?.start).toBeLessThanOrEqual(MAX_QUESTION_LENGTH)
  })

  it.each(['python ', 'zzgl ', 'remote, zzgl 7 ', `${'q'.repeat(2000)} `, '𝕏'])(
    'names little of a long question of “%s”',
    unit => {
      const { unread } = read(`go ${unit.repeat(5000 / unit.length)}`)
      expect(unread.length).toBeLessThanOrEqual(3)
      for (const { text } of unread) expect([...text].length).toBeLessThanOrEqual(60)
    },
  )

  it('cuts a long question between words, refuses it kindly, and offers what it read', () => {
    const text = 'python kubernetes '.repeat(300)
    const { unread } = read(text)
    expect(unread).toHaveLength(1)
    expect(unread[0]?.text).toMatch(/^(?:python|kubernetes) .*…$/)
    const { kind, total, text: said, suggestions } = ask(text)
    expect({ kind, total }).toEqual({ kind: 'clarify', total: 0 })
    expect(said).toMatch(/fewer words/)
    expect(suggestions).toEqual([
      {
        label: 'what I read of it',
        query: 'Python, Kubernetes',
        total: ask('python kubernetes').total,
      },
    ])
  })
})

function timeOf(run: () => void): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

const bestOf = (count: number, run: () => void) =>
  Math.min(...Array.from({ length: count }, () => timeOf(run)))

describe('the time to read', () => {
  it.each([
    'a ',
    'between ',
    '9',
    '1,',
    '$ ',
    'not ',
    'new york, ',
    '.',
    "a'",
    '- ',
    'c++',
    'remote or ',
    '"',
    '100k to ',
  ])('grows no faster than the text of “%s”', unit => {
    const short = unit.repeat(600 / unit.length)
    const long = short.repeat(16)
    const read = (text: string) => () => void readQuery(text, OPTIONS)
    read(short)()
    // Half a millisecond is added because the clock and the collector are coarser than that.
    expect(bestOf(5, read(long))).toBeLessThanOrEqual(32 * bestOf(5, read(short)) + 0.5)
  })
})

describe('tokenize', () => {
  it('keeps every token where it stands in the text', () => {
    fc.assert(
      fc.property(question, text => {
        for (const token of tokenize(text)) expect(text.slice(token.start, token.end)).toBe(token.text)
      }),
      { numRuns: 200 },
    )
  })
})
