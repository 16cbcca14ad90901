import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addToHash,
  createWordFilter,
  EMPTY_HASH,
  hashPlainWord,
  hashWord,
} from '../../../src/posting/dictionary/word-filter.ts'

describe('createWordFilter', () => {
  it('lets every word of its list through, whatever its case', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z0-9]{1,9}$/)), words => {
        const filter = createWordFilter(words)
        expect(words.every(word => filter.mayHold(hashWord(word.toUpperCase())))).toBe(true)
      }),
    )
  })

  it('stops nearly all other words', () => {
    const filter = createWordFilter(Array.from({ length: 3000 }, (_, i) => `name${i}`))
    const others = Array.from({ length: 1000 }, (_, i) => `other${i}`)
    expect(others.filter(word => filter.mayHold(hashWord(word))).length).toBeLessThan(150)
  })
})

describe('hashPlainWord', () => {
  it('is the hash of a word in letters and digits, and null for any other', () => {
    expect(hashPlainWord('Go2')).toBe(hashWord('go2'))
    expect(hashPlainWord('Go2')).toBe(
      [...'go2'].reduce((hash, c) => addToHash(hash, c.charCodeAt(0)), EMPTY_HASH),
    )
    expect(['C++', 'Łódź', "it's"].map(hashPlainWord)).toEqual([null, null, null])
  })
})
