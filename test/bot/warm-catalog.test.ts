import { describe, expect, it } from 'vitest'
import { typingTerms } from '../../src/bot/typing.ts'
import { warmCatalogInSteps } from '../../src/bot/warm-catalog.ts'
import { type Catalog, createCatalog } from '../../src/catalog/catalog.ts'
import { hidePostings } from '../../src/catalog/hide-postings.ts'
import { runSteps } from '../../src/catalog/steps.ts'
import { readQuery } from '../../src/query/read-query.ts'
import { makePosting } from '../catalog/make-posting.ts'
import { OPTIONS } from '../query/ask-samples.ts'

const POSTINGS = [
  makePosting({ id: 'a', company: 'Harbour Works', cities: ['Lisbon'], skills: ['python'] }),
  makePosting({ id: 'b', company: 'Harbour Works', cities: ['Porto'], skills: ['python'] }),
  makePosting({ id: 'c', company: 'Tidal Bakery', cities: ['Porto'], skills: ['rust'] }),
]

/** A catalog that counts how often all of its words are gone through. */
function countReadings(catalog: Catalog) {
  let count = 0
  const words = {
    *[Symbol.iterator]() {
      count++
      yield* catalog.words.words
    },
  }
  return { catalog: { ...catalog, words: { ...catalog.words, words } }, readings: () => count }
}

describe('warmCatalogInSteps', () => {
  it('leaves nothing of the words to go through for the first question', () => {
    const { catalog, readings } = countReadings(createCatalog(POSTINGS))
    runSteps(warmCatalogInSteps(catalog))
    expect(readings()).toBe(1)
    expect(readQuery('remote pyhton', { ...OPTIONS, catalog }).unread).toEqual([])
    expect(readings()).toBe(1)
  })

  it('is worth nothing less once something is hidden', () => {
    const { catalog, readings } = countReadings(createCatalog(POSTINGS))
    runSteps(warmCatalogInSteps(catalog))
    const hidden = hidePostings(catalog, [{ kind: 'posting', value: 'c' }])
    readQuery('remote pyhton', { ...OPTIONS, catalog: hidden })
    expect(readings()).toBe(1)
  })
})

describe('typingTerms', () => {
  it('counts all postings, and none that is hidden', () => {
    const catalog = createCatalog(POSTINGS)
    const totals = (of: Catalog) =>
      Object.fromEntries(typingTerms.of(of).map(({ text, total }) => [text, total]))
    expect(totals(catalog)).toMatchObject({ Porto: 2, Lisbon: 1, Python: 2, 'Tidal Bakery': 1 })
    const hidden = totals(hidePostings(catalog, [{ kind: 'posting', value: 'c' }]))
    expect(hidden).toMatchObject({ Porto: 1, Lisbon: 1, Python: 2 })
    expect(hidden).not.toHaveProperty('Tidal Bakery')
  })
})
