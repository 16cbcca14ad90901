import { describe, expect, it } from 'vitest'
import { type Catalog, createCatalog } from '../../src/catalog/catalog.ts'
import { hidePostings } from '../../src/catalog/hide-postings.ts'
import { selectEntriesInSteps } from '../../src/catalog/select-entries.ts'
import { stemWord } from '../../src/catalog/split-words.ts'
import { runSteps } from '../../src/catalog/steps.ts'
import { makePosting } from './make-posting.ts'

const CATALOG = createCatalog(
  ['Kafka pipelines.', 'Kites.', 'Kafka and kites.'].map((text, at) =>
    makePosting({
      id: `p${at}`,
      path: `${at}.md`,
      title: `Job ${at}`,
      url: `https://example.com/${at}`,
      skills: [`skill ${at}`],
      postedAt: `2026-05-1${at}`,
      text,
    }),
  ),
  { maxAgeDays: new Map([[makePosting({}).sourceName, 30]]) },
)

function select(catalog: Catalog, ids: readonly string[]) {
  return runSteps(
    selectEntriesInSteps(
      catalog,
      ids.flatMap(id => catalog.numberOf(id) ?? []),
    ),
  )
}

describe('selectEntriesInSteps', () => {
  it('holds the postings that are asked for, once each, in the order of the whole', () => {
    const { part, numbers } = select(CATALOG, ['p0', 'p2', 'p0'])
    expect(part.entries.map(({ posting }) => posting.id)).toEqual(['p2', 'p0'])
    expect(numbers.map(number => CATALOG.entries[number]?.posting.id)).toEqual(['p2', 'p0'])
    expect(part.size).toBe(2)
    expect([part.numberOf('p0'), part.numberOf('p1')]).toEqual([1, undefined])
  })

  it('finds their words, values and ages at their places in the part', () => {
    const { part, numbers } = select(CATALOG, ['p0', 'p2'])
    expect([...part.words.postingsOf(stemWord('kafka'))]).toEqual([0, 1])
    expect([...part.words.postingsOf(stemWord('kites'))]).toEqual([0])
    expect([...part.words.postingsOf(stemWord('nowhere'))]).toEqual([])
    expect([...(part.columns.skill.postings.get('skill 0') ?? [])]).toEqual([1])
    expect([...part.expiresDay]).toEqual(numbers.map(number => CATALOG.expiresDay[number]))
    expect(part.titles.score(['0'])?.(1)).toBeGreaterThan(0)
  })

  it('leaves out what is hidden and what is not there', () => {
    const hidden = hidePostings(CATALOG, [{ kind: 'posting', value: 'p1' }])
    const { part } = runSteps(selectEntriesInSteps(hidden, [0, 1, 2, 99]))
    expect(part.entries.map(({ posting }) => posting.id)).toEqual(['p2', 'p0'])
  })
})
