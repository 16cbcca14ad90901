import { describe, expect, it } from 'vitest'
import { answerQuery } from '../../src/answer/answer-query.ts'
import { createCatalog } from '../../src/catalog/catalog.ts'
import { readQuery } from '../../src/query/read-query.ts'
import { collectAll } from '../../src/reload/collect-postings.ts'
import { narrowQuestion } from '../../src/reply/narrow-question.ts'
import { openSampleSource } from '../../src/source/index.ts'

const { postings } = await collectAll([openSampleSource({ maxDocumentBytes: 1_048_576 })])
const catalog = createCatalog(postings)
const options = { catalog, now: new Date('2026-06-01T09:00:00Z'), defaultCurrency: 'USD' }
const ask = (question: string) => answerQuery(catalog, readQuery(question, options), options)

describe('narrowQuestion', () => {
  it.each([
    'all jobs',
    'python',
    'remote jobs over 100k',
    'senior, not java',
    'highest paying, in the US',
    'backend or data engineering',
  ])('offers for “%s” what is understood and keeps a part of the postings', question => {
    const answer = ask(question)
    const narrowings = narrowQuestion(answer)
    expect(narrowings.length).toBeGreaterThan(0)
    const before = new Set(answer.matches.map(({ posting }) => posting.id))
    for (const narrowing of narrowings) {
      const narrowed = ask(narrowing.question)
      expect(narrowed.query.unread).toEqual([])
      expect(narrowed.total).toBeGreaterThan(0)
      expect(narrowed.total).toBeLessThan(answer.total)
      expect({ question: narrowing.question, total: narrowed.total }).toEqual({
        question: narrowing.question,
        total: narrowing.total,
      })
      for (const { posting } of narrowed.matches) expect(before.has(posting.id)).toBe(true)
    }
  })

  it('offers first where remote work can be done from', () => {
    expect(narrowQuestion(ask('remote'))[0]?.label).toMatch(/^can be worked from /)
    expect(narrowQuestion(ask('python'))[0]?.label).not.toMatch(/^can be worked from /)
  })

  it('does not offer what the question says already', () => {
    const labels = narrowQuestion(ask('remote python')).map(({ label }) => label)
    expect(labels).not.toContain('remote')
    expect(labels).not.toContain('hybrid')
    expect(labels).not.toContain('Python')
  })

  it('offers nothing where one posting is left', () => {
    expect(narrowQuestion(ask('at Netflix'))).toEqual([])
  })
})
