import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { describeCondition } from '../../src/query/describe-query.ts'
import { read, SAMPLE_CATALOG } from './ask-samples.ts'

const rowSchema = z.object({
  question: z.string(),
  /** The conditions in words; null for questions about one posting, where they do not count. */
  understood: z.array(z.string()).nullable(),
  /** What the sentence tests. */
  rule: z.string(),
  kind: z.string().default('listings'),
  sort: z.string().default('relevance'),
  limit: z.number().nullable().default(null),
  unread: z.array(z.string()).default([]),
})
const path = new URL('../fixtures/questions.json', import.meta.url)
const rows = z.array(rowSchema).parse(JSON.parse(readFileSync(path, 'utf8')))

const rules = new Map<string, typeof rows>()
for (const row of rows) rules.set(row.rule, [...(rules.get(row.rule) ?? []), row])

describe.each([...rules])('%s', (_rule, sentences) => {
  it.each(sentences.map(row => [row.question, row] as const))('“%s”', (question, row) => {
    const { conditions, kind, sort, limit, unread } = read(question)
    expect(kind).toBe(row.kind)
    if (row.understood === null) return
    expect(conditions.map(condition => describeCondition(condition, SAMPLE_CATALOG))).toEqual(row.understood)
    expect({ sort, limit, unread: unread.map(({ text }) => text) }).toEqual({
      sort: row.sort,
      limit: row.limit,
      unread: row.unread,
    })
  })
})

describe('the table of questions', () => {
  it('has at least 300 sentences, and each reads the same twice', () => {
    expect(rows.length).toBeGreaterThanOrEqual(300)
    for (const { question } of rows) expect(read(question)).toEqual(read(question))
  })
})
