import { describe, expect, it } from 'vitest'
import { listPassages, splitSentences } from '../../../src/posting/extract/passages.ts'
import { postingWith } from './posting-with.ts'

describe('splitSentences', () => {
  it('splits where a sentence ends and another begins', () => {
    expect(splitSentences('We build. You ship! Ready? Yes')).toEqual([
      'We build.',
      'You ship!',
      'Ready?',
      'Yes',
    ])
  })

  it('goes on after abbreviations and inside names', () => {
    expect(splitSentences('Databases, e.g. Redis, in the U.S. Midwest')).toHaveLength(1)
    expect(splitSentences('Node.js 20 and .NET 8.0 it is')).toHaveLength(1)
  })

  it('cuts a sentence without end at a space and loses no word', () => {
    const words = Array.from({ length: 900 }, (_, i) => `word${i}`)
    const pieces = splitSentences(words.join(' '))
    expect(pieces.length).toBeGreaterThan(1)
    expect(pieces.flatMap(piece => piece.split(' '))).toEqual(words)
  })

  it('cuts text without spaces too', () => {
    const pieces = splitSentences('x'.repeat(5000))
    expect(pieces.map(piece => piece.length)).toEqual([2000, 2000, 1000])
  })
})

describe('listPassages', () => {
  it('lists the sentences of the sections asked for, in reading order', () => {
    const text = postingWith({ duties: ['Write. Test.'], benefits: ['Gym'], requirements: ['SQL'] })
    const passages = listPassages(text, new Set(['duties', 'requirements']))
    expect(passages.map(passage => passage.text)).toEqual(['Write.', 'Test.', 'SQL'])
  })
})
