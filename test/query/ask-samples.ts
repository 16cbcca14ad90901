import type { Answer } from '../../src/answer/answer.ts'
import { answerQuery } from '../../src/answer/answer-query.ts'
import { createCatalog } from '../../src/catalog/catalog.ts'
import { describeCondition } from '../../src/query/describe-query.ts'
import type { Query } from '../../src/query/query.ts'
import { readQuery } from '../../src/query/read-query.ts'
import { SAMPLE_POSTINGS } from '../catalog/sample-postings.ts'

/** 1 March 2025, a Saturday. */
export const NOW = new Date('2025-03-01T12:00:00Z')
export const SAMPLE_CATALOG = createCatalog(SAMPLE_POSTINGS, { maxAgeDays: new Map([['feed', 60]]) })
export const OPTIONS = { catalog: SAMPLE_CATALOG, now: NOW, defaultCurrency: 'USD' }

/** Reads a question over the sample postings. */
export function read(question: string): Query {
  return readQuery(question, OPTIONS)
}

/** The conditions of a question in words, in the order of the question. */
export function understand(question: string): readonly string[] {
  return read(question).conditions.map(condition => describeCondition(condition))
}

/** Answers a question over the sample postings. */
export function ask(question: string): Answer {
  return answerQuery(SAMPLE_CATALOG, read(question), OPTIONS)
}

/** The ids of the matches, in order. */
export function find(question: string): readonly string[] {
  return ask(question).matches.map(match => match.posting.id)
}
