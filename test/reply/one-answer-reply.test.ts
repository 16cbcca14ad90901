import { describe, expect, it } from 'vitest'
import { answerQuery } from '../../src/answer/answer-query.ts'
import { readQuery } from '../../src/query/read-query.ts'
import { makeOneAnswerReply } from '../../src/reply/one-answer-reply.ts'
import { DETAIL_CATALOG } from '../answer/detail/detail-postings.ts'
import { OPTIONS } from '../query/ask-samples.ts'

function linesOf(question: string): string[] {
  const options = { ...OPTIONS, catalog: DETAIL_CATALOG }
  const answer = answerQuery(DETAIL_CATALOG, readQuery(question, options), options)
  if (!answer.detail) throw new Error('not read as a question about one posting')
  const blocks = makeOneAnswerReply(answer, answer.detail, { catalog: DETAIL_CATALOG, asker: null })
  return blocks.flatMap(block =>
    block.type === 'text' ? [block.spans.map(({ text }) => text).join('')] : [],
  )
}

describe('makeOneAnswerReply', () => {
  it('names the posting once, above what it says', () => {
    expect(linesOf('how many vacation days at Kestrel for the backend engineer?')).toEqual([
      'Senior Backend Engineer · Kestrel Freight',
      'In its own words:',
      '“30 days of vacation and 14 weeks of parental leave.”',
    ])
  })

  it('says what the posting is silent about', () => {
    expect(linesOf('does Heron Labs sponsor visas?')).toEqual([
      'Site Reliability Engineer · Heron Labs',
      'The posting does not say anything about visas.',
    ])
  })

  it('says so where it is mentioned without a number', () => {
    expect(linesOf('how many weeks of parental leave does Linnet give?')[1]).toBe(
      'The posting mentions parental leave, but gives no number.',
    )
  })
})
