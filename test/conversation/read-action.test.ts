import { describe, expect, it } from 'vitest'
import { readAction } from '../../src/conversation/read-action.ts'

const conversation = { question: 'go jobs', nextOffset: 4, listedIds: ['a', 'b', 'c', 'd'] }

describe('readAction', () => {
  it('takes any other words as a question', () => {
    expect(readAction('remote go jobs', null)).toEqual({
      type: 'search',
      question: 'remote go jobs',
      offset: 0,
    })
  })

  it('keeps the words of a question that merely begins like a command', () => {
    expect(readAction('more than 100k', conversation)).toMatchObject({
      type: 'search',
      question: 'more than 100k',
    })
    expect(readAction('show me 5 go jobs', conversation)).toMatchObject({ question: 'show me 5 go jobs' })
  })

  it('goes on where the last page ended', () => {
    expect(readAction('More', conversation)).toEqual({ type: 'search', question: 'go jobs', offset: 4 })
  })

  it('goes on only in the postings in which the page was counted', () => {
    const counted = { ...conversation, revision: 'r1' }
    expect(readAction('more', counted)).toMatchObject({ type: 'search', offset: 4, revision: 'r1' })
  })

  it('reads the wish for figures about all postings', () => {
    expect(readAction('/jobs stats', null)).toEqual({ type: 'stats' })
    expect(readAction('Saved', null)).toEqual({ type: 'saved', offset: 0 })
    expect(readAction('statistics jobs', null)).toMatchObject({ type: 'search' })
  })

  it.each(['show 2', '2', '#2', 'details 2', 'Show #2'])(
    'reads “%s” as the second posting of the list',
    text => {
      expect(readAction(text, conversation)).toEqual({ type: 'show', postingId: 'b', question: 'go jobs' })
    },
  )

  it('says what is missing instead of searching for it', () => {
    expect(readAction('show 9', conversation)).toEqual({ type: 'unmet', reason: 'no-such-number' })
    expect(readAction('show 1', null)).toEqual({ type: 'unmet', reason: 'nothing-listed' })
    expect(readAction('more', null)).toEqual({ type: 'unmet', reason: 'nothing-listed' })
    expect(readAction('   ', null)).toEqual({ type: 'unmet', reason: 'no-question' })
  })

  it('reads a slash before a command as the command', () => {
    expect(readAction('/help', null)).toEqual({ type: 'help' })
    expect(readAction('/jobs more', conversation)).toMatchObject({ type: 'search', offset: 4 })
  })
})
