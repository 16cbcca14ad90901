import { describe, expect, it } from 'vitest'
import { answerQuery } from '../../src/answer/answer-query.ts'
import { type Hiding, hidePostings, isHidden, listVisible } from '../../src/catalog/hide-postings.ts'
import { readQuery } from '../../src/query/read-query.ts'
import { makeBoard } from '../fakes/make-board.ts'

const catalog = makeBoard(3)
const [first] = catalog.entries
const posting = first?.posting
if (!posting) throw new Error('no posting')
const options = { now: new Date('2026-06-01T09:00:00Z'), defaultCurrency: 'USD' }
const countOf = (hidings: readonly Hiding[], question: string) => {
  const shown = hidePostings(catalog, hidings)
  return answerQuery(shown, readQuery(question, { ...options, catalog: shown }), options).total
}

describe('hidePostings', () => {
  it.each([
    ['go', { kind: 'posting', value: posting.id }, 2],
    ['all jobs', { kind: 'posting', value: posting.id }, 2],
    ['go', { kind: 'company', value: 'COMPANY 1' }, 2],
    ['go', { kind: 'domain', value: 'example.com' }, 0],
    ['go', { kind: 'domain', value: 'other.example' }, 3],
  ] as const)('leaves out of “%s” what %o names', (question, hiding, left) => {
    expect(countOf([hiding], question)).toBe(left)
  })

  it('finds no number for what is hidden, and leaves the catalog as it was', () => {
    const shown = hidePostings(catalog, [{ kind: 'posting', value: posting.id }])
    expect(shown.numberOf(posting.id)).toBeUndefined()
    expect(catalog.numberOf(posting.id)).toBe(0)
    expect(listVisible(shown)).toHaveLength(2)
    expect(listVisible(catalog)).toHaveLength(3)
  })
})

describe('isHidden', () => {
  it('knows a posting also by the ids of its doubles', () => {
    expect(isHidden({ kind: 'posting', value: 'other' }, posting, ['other'])).toBe(true)
  })

  it('takes a domain with what is below it, and nothing that only ends so', () => {
    const at = (url: string | null) => ({ ...posting, url })
    const hiding = { kind: 'domain', value: 'Jobs.example' } as const
    expect(isHidden(hiding, at('https://a.jobs.example/1'), [])).toBe(true)
    expect(isHidden(hiding, at('https://notjobs.example/1'), [])).toBe(false)
    expect(isHidden(hiding, at(null), [])).toBe(false)
  })
})
