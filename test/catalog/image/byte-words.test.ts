import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeWords } from '../../../src/catalog/archive/archive-record.ts'
import { createByteWords } from '../../../src/catalog/image/byte-words.ts'
import type { PostingWords } from '../../../src/catalog/word-index.ts'

/** Numbers the words of postings, and reads them back from what was said about new ones. */
function readBack(postings: readonly PostingWords[]): readonly PostingWords[] {
  const texts: string[] = []
  const { number } = createByteWords(text => texts.push(text) - 1)
  return postings.map(posting => {
    const { words, searched } = number(Buffer.from(encodeWords(posting)))
    const known = Array.from(words, word => texts[word] ?? '?')
    return { searched: known.slice(0, searched), others: known.slice(searched) }
  })
}

const words = fc.array(
  fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('a', 'b', 'é', '字', '0') }),
)

describe('createByteWords', () => {
  it('gives one word one number, over all postings', () => {
    const texts: string[] = []
    const { number } = createByteWords(text => texts.push(text) - 1)
    expect([...number(Buffer.from('go\nrust\n\nperks\n')).words]).toEqual([0, 1, 2])
    expect([...number(Buffer.from('rust\n\ngo\n')).words]).toEqual([1, 0])
    expect(texts).toEqual(['go', 'rust', 'perks'])
  })

  it('tells words apart that differ in one byte, wherever that is', () => {
    const alike = [
      'a',
      'b',
      'ab',
      'abc',
      'abd',
      'abcd',
      'abce',
      'xbcd',
      'abcdefg',
      'abcxefg',
      'abcdexg',
      'abcdefgh',
    ]
    const posting = { searched: alike, others: [] }
    expect(readBack([posting, posting])).toEqual([posting, posting])
  })

  it('finds all words again when there are more than it began with room for', () => {
    const many = Array.from({ length: 30_000 }, (_, at) => `w${at}`)
    const postings = [
      { searched: ['first'], others: many },
      { searched: many.toReversed(), others: ['first'] },
    ]
    expect(readBack(postings)).toEqual(postings)
  })

  it('reads back any words', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ searched: words, others: words })), postings => {
        expect(readBack(postings)).toEqual(postings)
      }),
    )
  })

  it('takes what has no empty line as searched, and leaves out a last word without an end', () => {
    const { number } = createByteWords(() => 7)
    expect(number(Buffer.from('go\nrust\nbroken'))).toEqual({ words: Uint32Array.of(7, 7), searched: 2 })
    expect(number(Buffer.from(''))).toEqual({ words: new Uint32Array(0), searched: 0 })
  })
})
