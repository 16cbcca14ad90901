import { serialize } from 'node:v8'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copyText, narrowText } from '../../src/posting/narrow-text.ts'

/** How the engine writes a text that it keeps with one byte a character. */
const ONE_BYTE = 0x22
const isNarrow = (text: string): boolean => serialize(text)[2] === ONE_BYTE

describe('narrowText', () => {
  it('gives the same text, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 5000 }), text => {
        expect(narrowText(text)).toBe(text)
      }),
    )
  })

  it('keeps a part of a wide text with one byte a character where its own characters allow it', () => {
    const part = '“Go” and the rest of a café’s sentence'.slice(5, 27)
    expect(isNarrow(part)).toBe(false)
    expect(isNarrow(narrowText(part))).toBe(true)
  })

  it('leaves a text alone that holds a wide character, or that is longer than any line', () => {
    expect(isNarrow(narrowText('don’t'))).toBe(false)
    expect(narrowText('x'.repeat(10_000))).toHaveLength(10_000)
  })
})

describe('copyText', () => {
  it('gives the same text, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 5000 }), text => {
        expect(copyText(text)).toBe(text)
      }),
    )
  })

  it('keeps a part of a wide text with one byte a character where its own characters allow it', () => {
    expect(isNarrow(copyText('“Go” and the rest'.slice(5)))).toBe(true)
  })
})
