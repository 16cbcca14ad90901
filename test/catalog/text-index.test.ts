import MiniSearch from 'minisearch'
import { describe, expect, it } from 'vitest'
import { splitWords, stemWord } from '../../src/catalog/split-words.ts'
import { runSteps } from '../../src/catalog/steps.ts'
import { createTextIndex, openTextIndex, packTitlesInSteps } from '../../src/catalog/text-index.ts'

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

function scoreWithMiniSearch(words: readonly string[]): ReadonlyMap<number, number> {
  const index = new MiniSearch({
    fields: ['title', 'company'],
    tokenize: splitWords,
    processTerm: stemWord,
    searchOptions: { boost: { title: 3 }, combineWith: 'OR' },
  })
  index.addAll(POSTINGS.map(({ title, company }, id) => ({ id, title, company: company ?? '' })))
  return new Map(index.search(words.join(' ')).map(({ id, score }) => [Number(id), score]))
}

describe('createTextIndex', () => {
  it.each([
    [['senior', 'backend', 'engineer']],
    [['data']],
    [['engineers', 'engineer']],
    [['nurse', 'zebra']],
  ])('scores %j as MiniSearch does in one search', words => {
    const score = createTextIndex(POSTINGS).score(words)
    const expected = scoreWithMiniSearch(words)
    expect(expected.size).toBeGreaterThan(0)
    for (const posting of POSTINGS.keys())
      expect(score?.(posting)).toBeCloseTo(expected.get(posting) ?? 0, 10)
  })

  it('has no score for words that no title holds', () => {
    expect(createTextIndex(POSTINGS).score(['zebra'])).toBeNull()
    expect(createTextIndex(POSTINGS).score([])).toBeNull()
  })

  it('scores postings that are called alike and of one company alike', () => {
    const twins = [...POSTINGS, ...POSTINGS.slice(0, 7)]
    const score = createTextIndex(twins).score(['senior', 'backend'])
    for (let at = 0; at < 7; at++) expect(score?.(POSTINGS.length + at)).toBe(score?.(at))
    expect(score?.(0)).toBeGreaterThan(0)
  })

  it('scores words of hundreds of titles beforehand as it would when asked', () => {
    const many = Array.from({ length: 300 }, (_, at) => ({ title: `baker ${at}`, company: null }))
    const score = createTextIndex(many).score(['baker', '17'])
    expect(score?.(17)).toBeGreaterThan(score?.(18) ?? 0)
    expect(score?.(18)).toBeGreaterThan(0)
  })
})

describe('openTextIndex', () => {
  it('scores what was packed to the bit as the index that MiniSearch is asked by', () => {
    const packed = openTextIndex(runSteps(packTitlesInSteps([...POSTINGS, ...POSTINGS.slice(0, 7)])))
    const asked = createTextIndex([...POSTINGS, ...POSTINGS.slice(0, 7)])
    for (const words of [['senior', 'backend', 'engineer'], ['data', 'zebra'], ['nurses']])
      for (let posting = 0; posting < POSTINGS.length + 7; posting++)
        expect(packed.score(words)?.(posting)).toBe(asked.score(words)?.(posting))
    expect(
      packed.score(['nurse'])?.(POSTINGS.findIndex(({ title }) => title.includes('nurse'))),
    ).toBeGreaterThan(0)
    expect(packed.score(['zebra'])).toBeNull()
    expect(openTextIndex(runSteps(packTitlesInSteps([]))).score(['nurse'])).toBeNull()
  })
})
