import fc from 'fast-check'
import MiniSearch from 'minisearch'
import { describe, expect, it } from 'vitest'
import { rankTitles } from '../../src/catalog/rank-titles.ts'
import { splitWords, stemWord } from '../../src/catalog/split-words.ts'
import type { RankedText } from '../../src/catalog/text-index.ts'

const NOUNS = ['engineer', 'engineers', 'designer', 'nurse', 'analyst']
const KINDS = ['backend', 'frontend', 'data', 'night']
const LEVELS = ['senior', 'junior', 'senior senior', '']
/** Every title is another one, so that MiniSearch itself would index each by itself. */
const POSTINGS = NOUNS.flatMap(noun =>
  KINDS.flatMap(kind =>
    LEVELS.map((level, at) => ({
      title: `${level} ${kind} ${noun}`,
      company: at % 2 === 0 ? `Data ${noun} Works` : null,
    })),
  ),
)

function scoreWithMiniSearch(
  words: readonly string[],
  postings: readonly RankedText[] = POSTINGS,
): ReadonlyMap<number, number> {
  const index = new MiniSearch({
    fields: ['title', 'company'],
    tokenize: splitWords,
    processTerm: stemWord,
    searchOptions: { boost: { title: 3 }, combineWith: 'OR' },
  })
  index.addAll(postings.map(({ title, company }, id) => ({ id, title, company: company ?? '' })))
  return new Map(index.search(words.join(' ')).map(({ id, score }) => [Number(id), score]))
}

describe('rankTitles', () => {
  it.each([
    [['senior', 'backend', 'engineer']],
    [['data']],
    [['engineers', 'engineer']],
    [['nurse', 'zebra']],
  ])('scores %j as MiniSearch does in one search', words => {
    const score = rankTitles(POSTINGS).score(words)
    const expected = scoreWithMiniSearch(words)
    expect(expected.size).toBeGreaterThan(0)
    for (const posting of POSTINGS.keys())
      expect(score?.(posting)).toBeCloseTo(expected.get(posting) ?? 0, 10)
  })

  it('has no score for words that no title holds', () => {
    expect(rankTitles(POSTINGS).score(['zebra'])).toBeNull()
    expect(rankTitles(POSTINGS).score([])).toBeNull()
  })

  it('keeps the scores of one question while others are asked', () => {
    const ranks = rankTitles(POSTINGS)
    const [first, second] = [ranks.score(['senior', 'backend']), ranks.score(['nurse'])]
    const expected = scoreWithMiniSearch(['senior', 'backend'])
    const others = scoreWithMiniSearch(['nurse'])
    for (const posting of POSTINGS.keys()) {
      expect(first?.(posting)).toBeCloseTo(expected.get(posting) ?? 0, 10)
      expect(second?.(posting)).toBeCloseTo(others.get(posting) ?? 0, 10)
    }
  })

  it('scores postings that are called alike and of one company alike', () => {
    const twins = [...POSTINGS, ...POSTINGS.slice(0, 7)]
    const score = rankTitles(twins).score(['senior', 'backend'])
    for (let at = 0; at < 7; at++) expect(score?.(POSTINGS.length + at)).toBe(score?.(at))
    expect(score?.(0)).toBeGreaterThan(0)
  })

  it('scores any titles and companies as MiniSearch does', () => {
    const texts = fc.array(fc.constantFrom(...NOUNS, ...KINDS, 'Zürich', 'C++', '17'), { maxLength: 6 })
    const postings = fc.array(
      fc.record({
        title: texts.map(words => words.join(' ')),
        company: fc.option(texts.map(words => words.join(' '))),
      }),
      { minLength: 1, maxLength: 40 },
    )
    fc.assert(
      fc.property(postings, texts, (given, words) => {
        // MiniSearch counts twins as two, which makes their words less rare.
        const names = new Map(given.map(posting => [`${posting.title}\n${posting.company ?? ''}`, posting]))
        const distinct = [...names.values()]
        const score = rankTitles(distinct).score(words)
        const expected = scoreWithMiniSearch(words, distinct)
        expect(score === null).toBe(expected.size === 0)
        // However many postings it is asked of.
        const single = rankTitles(distinct).score(words, 0)
        for (const posting of distinct.keys()) {
          expect(score?.(posting) ?? 0).toBeCloseTo(expected.get(posting) ?? 0, 10)
          expect(single?.(posting)).toBe(score?.(posting))
        }
      }),
      { numRuns: 100 },
    )
  })
})
