import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitWords } from '../../../src/posting/dictionary/split-words.ts'

const wordsOf = (text: string) => splitWords(text).map(word => text.slice(word.start, word.end))

describe('splitWords', () => {
  it('parts words at hyphens, slashes and commas and keeps the signs inside names', () => {
    expect(wordsOf('C#/.NET, front-end, node.js and R&D.')).toEqual([
      'C#',
      '.NET',
      'front',
      'end',
      'node.js',
      'and',
      'R&D',
    ])
    expect(wordsOf("Amazon’s and Google's")).toEqual(['Amazon', 'and', 'Google'])
  })

  it('splits plain text the same way beside other letters', () => {
    const plain = fc.string({
      unit: fc.constantFrom('a', 's', 'Z', '9', '.', '+', '#', '&', "'", '’', '-', '/', ' ', ','),
      maxLength: 60,
    })
    fc.assert(
      fc.property(plain, text => {
        expect(wordsOf(`${text} ż`)).toEqual([...wordsOf(text), 'ż'])
      }),
    )
  })

  it('says where each word stands', () => {
    expect(splitWords('Go, Rust')).toMatchObject([
      { start: 0, end: 2 },
      { start: 4, end: 8 },
    ])
  })
})
