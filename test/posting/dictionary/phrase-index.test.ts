import { describe, expect, it } from 'vitest'
import { createPhraseIndex } from '../../../src/posting/dictionary/phrase-index.ts'
import { splitWords } from '../../../src/posting/dictionary/split-words.ts'
import { hashWord } from '../../../src/posting/dictionary/word-filter.ts'

const index = createPhraseIndex([
  ['front end', 'frontend'],
  ['front end lead', 'lead'],
  ['node.js', 'node'],
  ['c++', 'c++'],
  ['front-end', 'another frontend'],
  ['zażółć', 'polish'],
])
const joined = (text: string, at = 0) => index.lookUpJoined(text, splitWords(text), at)
const across = (text: string, at = 0) => index.lookUpAcross(text, splitWords(text), at)

describe('createPhraseIndex', () => {
  it('finds the longest phrase that starts at a word', () => {
    expect(joined('Front-End lead')).toEqual({ entry: 'lead', length: 3 })
    expect(joined('FRONT END leads')).toEqual({ entry: 'frontend', length: 2 })
    expect(joined('the front end')).toBeNull()
    expect(joined('the front end', 1)).toEqual({ entry: 'frontend', length: 2 })
  })

  it('ends at whole words', () => {
    expect(joined('front ending')).toBeNull()
    expect(joined('frontend')).toBeNull()
    expect(joined('front')).toBeNull()
  })

  it('keeps the signs and compares without accents', () => {
    expect(joined('Node.js')?.entry).toBe('node')
    expect(joined('C++,')?.entry).toBe('c++')
    expect(joined('ZAŻÓŁĆ')?.entry ?? joined('zażółć')?.entry).toBe('polish')
  })

  it('goes over a comma only where asked to', () => {
    expect(joined('front, end')).toBeNull()
    expect(across('front, end')).toEqual({ entry: 'frontend', length: 2 })
  })

  it('reads lists of words, an empty one of which ends a phrase', () => {
    expect(index.lookUp(['Front', 'End'], 0)).toEqual({ entry: 'frontend', length: 2 })
    expect(index.lookUp(['Front', '', 'End'], 0)).toBeNull()
  })

  it('tells words apart that have the same hash', () => {
    expect(hashWord('c.io')).toBe(hashWord('alio'))
    const names = createPhraseIndex([['alio', 'name']])
    const find = (text: string) => names.lookUpJoined(text, splitWords(text), 0)
    expect(find('Alio')).toEqual({ entry: 'name', length: 1 })
    expect(find('c.io')).toBeNull()
  })
})
