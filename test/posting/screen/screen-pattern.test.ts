import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findRequiredLiterals } from '../../../src/posting/screen/required-literals.ts'
import { screenPattern } from '../../../src/posting/screen/screen-pattern.ts'

describe('findRequiredLiterals', () => {
  it.each([
    [/\b(?:remote|on-?site) work/i, ['remote work', 'onsite work', 'on-site work']],
    [/(?<!no )visas?|h-?1b\b/i, ['visa', 'visas', 'h1b', 'h-1b']],
    [/^\s{0,3}Pay:/, ['pay:']],
    [/(?:x{2,5}|y)+\w/, ['x', 'y']],
    [/(?=not this)that (?<name>one)/, ['that one']],
    [/[$€] \d{4,}/u, ['$ ', '€ ']],
  ])('finds what stands in every match of %s', (pattern, literals) => {
    expect(findRequiredLiterals(pattern)?.toSorted()).toEqual(literals.toSorted())
  })

  it.each([/\w+/, /[a-z]+ ?/, /(?:visa)?/, /a*|visa/, /^$/, /\p{Lu}/u])('knows none for %s', pattern => {
    expect(findRequiredLiterals(pattern)).toBeNull()
  })
})

const PATTERNS = [
  /\b(?:remote|hybrid)\b(?! team)/i,
  /(?:^|, )télétravail|ÖFFNUNG\S{0,3}/iu,
  /\b\d{2,3} ?(?:k|%)|pay (?:range|band)s?/i,
  /work(?:ing)?\s+(?:\w+\s+){0,2}?from/i,
  /[^a]bc\.|x[.\]]y/,
  /Straße|ſ/iu,
]
const PIECES = [
  ...[
    'remote',
    'HYBRID',
    ' team',
    'Télétravail',
    'öffnung',
    'ÖFFNUNGEN',
    '90k',
    ' 12 %',
    'pay ',
    'Range',
    'BANDS',
  ],
  ...[
    'working',
    ' ',
    '\n',
    '\u00a0',
    'the ',
    'from',
    'abc.',
    'bbc.',
    'x.y',
    'x]y',
    ', ',
    'STRASSE',
    'straße',
    'S',
  ],
]
const text = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3 })), { maxLength: 12 })

describe('screenPattern', () => {
  it('matches what the pattern itself matches', () => {
    const screened = PATTERNS.map(pattern => screenPattern(pattern))
    fc.assert(
      fc.property(text, pieces => {
        const written = pieces.join('')
        expect(screened.map(({ test }) => test(written))).toEqual(PATTERNS.map(p => p.test(written)))
        expect(screened.map(({ exec }) => exec(written)?.index)).toEqual(
          PATTERNS.map(p => p.exec(written)?.index),
        )
      }),
      { numRuns: 500 },
    )
  })

  it('finds every match of a pattern with the flag g', () => {
    const { findAll } = screenPattern(/\bpay\b/gi)
    expect(Array.from(findAll('Pay, payment, pay.'), match => match.index)).toEqual([0, 14])
    expect([...findAll('Salary')]).toEqual([])
  })

  it('knows patterns that come after the first text', () => {
    expect(screenPattern(/early bird/i).test('The early bird')).toBe(true)
    expect(screenPattern(/late riser/i).test('The Late Riser')).toBe(true)
  })

  it('runs a pattern that needs no literal', () => {
    expect(screenPattern(/\w\d/).test('a1')).toBe(true)
  })
})
