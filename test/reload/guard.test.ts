import { describe, expect, it } from 'vitest'
import type { CatalogSummary, SourceCount } from '../../src/reload/catalog-summary.ts'
import { doubtUndone, findDoubts } from '../../src/reload/guard.ts'

const LIMITS = { maxNew: 100 }

function source(postings: number, rejected = 0, name = 'board'): SourceCount {
  return { id: `test:${name}`, name, postings, rejected }
}

function summary(sources: readonly SourceCount[], shares: Partial<CatalogSummary> = {}): CatalogSummary {
  const size = sources.reduce((total, { postings }) => total + postings, 0)
  return { size, sources, payShare: 0.6, placeShare: 0.9, companyShare: 0.9, ...shares }
}

function typesOf(before: CatalogSummary | null, after: CatalogSummary, added = 0): string[] {
  return findDoubts({ before, after, added }, LIMITS).map(({ type }) => type)
}

describe('findDoubts', () => {
  it('lets an ordinary reload through', () => {
    expect(typesOf(summary([source(100)]), summary([source(110, 2)]), 15)).toEqual([])
  })

  it('doubts nothing where nothing was loaded before', () => {
    expect(typesOf(null, summary([source(5000)]), 5000)).toEqual([])
    expect(typesOf(summary([]), summary([source(5000)]), 5000)).toEqual([])
  })

  it('doubts a source that shrinks by more than half, and says by how much', () => {
    const doubts = findDoubts(
      { before: summary([source(100)]), after: summary([source(49)]), added: 0 },
      LIMITS,
    )
    expect(doubts).toEqual([{ type: 'source-shrank', name: 'board', before: 100, after: 49 }])
  })

  it('lets a source shrink by half exactly', () => {
    expect(typesOf(summary([source(100)]), summary([source(50)]))).toEqual([])
  })

  it('lets the last two postings of a small source close', () => {
    expect(typesOf(summary([source(2), source(9, 0, 'b')]), summary([source(0), source(9, 0, 'b')]))).toEqual(
      [],
    )
    expect(typesOf(summary([source(3), source(9, 0, 'b')]), summary([source(0), source(9, 0, 'b')]))).toEqual(
      ['source-shrank'],
    )
  })

  it('takes a source that was removed or paused for meant', () => {
    expect(typesOf(summary([source(50), source(50, 0, 'b')]), summary([source(50)]))).toEqual([])
  })

  it('doubts more new postings than the limit', () => {
    expect(typesOf(summary([source(100)]), summary([source(200)]), 100)).toEqual([])
    expect(typesOf(summary([source(100)]), summary([source(201)]), 101)).toEqual(['many-new'])
  })

  it('doubts a collapse of the share that states pay or a company', () => {
    expect(typesOf(summary([source(100)]), summary([source(100)], { payShare: 0.31 }))).toEqual([])
    expect(typesOf(summary([source(100)]), summary([source(100)], { payShare: 0.29 }))).toEqual([
      'share-fell',
    ])
    expect(typesOf(summary([source(100)]), summary([source(100)], { companyShare: 0.4 }))).toEqual([
      'share-fell',
    ])
  })

  it('makes nothing of shares among a handful of postings', () => {
    expect(typesOf(summary([source(9)]), summary([source(9)], { payShare: 0 }))).toEqual([])
  })

  it('doubts a source of which many documents are rejected that were not before', () => {
    expect(typesOf(summary([source(100)]), summary([source(60, 40)]))).toEqual(['many-rejected'])
    expect(typesOf(summary([source(60, 40)]), summary([source(60, 40)]))).toEqual([])
    expect(typesOf(summary([source(100)]), summary([source(80, 20)]))).toEqual([])
  })
})

describe('doubtUndone', () => {
  const undone = new Set(['a', 'b', 'c'])

  it('doubts what brings most of the undone back', () => {
    expect(doubtUndone(undone, ['a', 'b', 'z'])).toEqual([{ type: 'undone-before', postings: 2 }])
  })

  it('lets through what brings little of it back', () => {
    expect(doubtUndone(undone, ['a', 'y', 'z'])).toEqual([])
    expect(doubtUndone(new Set(), ['a'])).toEqual([])
  })
})
