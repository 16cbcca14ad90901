import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listMatches } from '../../src/posting/list-matches.ts'

const PATTERNS = [/a+/g, /(?:)/gu, /x*/g, /(?<=a)|😀/gu, /\p{L}(\d?)/gu]
const text = fc.string({ unit: fc.constantFrom('a', 'x', '1', ' ', '😀', '\ud83d'), maxLength: 12 })

describe('listMatches', () => {
  it('finds what matchAll finds, empty matches and halves of characters too', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...PATTERNS), (written, pattern) => {
        expect(listMatches(pattern, written)).toEqual([...written.matchAll(pattern)])
      }),
    )
  })

  it('begins at the start of each text', () => {
    const letters = /[a-z]/g
    letters.lastIndex = 5
    expect(listMatches(letters, 'a b')).toHaveLength(2)
    expect(letters.lastIndex).toBe(0)
  })
})
