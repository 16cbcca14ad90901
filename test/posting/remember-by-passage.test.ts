import fc from 'fast-check'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import {
  forgetPassages,
  keepPassage,
  limitPassages,
  rememberByPassage,
} from '../../src/posting/remember-by-passage.ts'

afterEach(forgetPassages)

// As many as there may be in a process, so not one more for each run.
const MEASURE = rememberByPassage(passage => passage.length)
const SHOUT = rememberByPassage(passage => passage.toUpperCase())

/** A function that says what it was asked to read. */
function countCalls() {
  const asked: string[] = []
  const measure = rememberByPassage(passage => {
    asked.push(passage)
    return passage.length
  })
  return { asked, measure }
}

describe('rememberByPassage', () => {
  it('reads a passage once', () => {
    const { asked, measure } = countCalls()
    expect([measure('You bake.'), measure('We sell.'), measure('You bake.')]).toEqual([9, 8, 9])
    expect(asked).toEqual(['You bake.', 'We sell.'])
  })

  it('remembers that nothing was found', () => {
    const asked: string[] = []
    const read = rememberByPassage(passage => {
      asked.push(passage)
      return null
    })
    expect([read('bread'), read('bread')]).toEqual([null, null])
    expect(asked).toEqual(['bread'])
  })

  it('keeps the results of several functions apart, also of one that came late', () => {
    const { measure } = countCalls()
    expect(measure('bread')).toBe(5)
    const shout = rememberByPassage(passage => passage.toUpperCase())
    expect([measure('bread'), shout('bread'), measure('bread'), shout('bread')]).toEqual([
      5,
      'BREAD',
      5,
      'BREAD',
    ])
  })

  it('remembers an empty list as well as what others found in the same passage', () => {
    const asked: string[] = []
    const listLetters = rememberByPassage(passage => {
      asked.push(passage)
      return passage.match(/[a-z]/g) ?? []
    })
    const { measure } = countCalls()
    for (let turn = 0; turn < 2; turn++) {
      expect([listLetters('42'), listLetters('4b'), listLetters('')]).toEqual([[], ['b'], []])
      expect([measure('42'), measure('4b'), measure('')]).toEqual([2, 2, 0])
    }
    expect(asked).toEqual(['42', '4b', ''])
  })

  it('gives what the function gives, in whatever order passages come again', () => {
    const passage = fc.constantFrom('a', 'ab', 'abc', 'b', 'bc', 'You bake.', 'You bake bread.', '')
    fc.assert(
      fc.property(fc.array(fc.tuple(passage, fc.boolean()), { maxLength: 60 }), asked => {
        expect(asked.map(([text, isMeasured]) => (isMeasured ? MEASURE(text) : SHOUT(text)))).toEqual(
          asked.map(([text, isMeasured]) => (isMeasured ? text.length : text.toUpperCase())),
        )
      }),
    )
  })

  it('gives each passage its own where what is read asks about others', () => {
    const { measure } = countCalls()
    const sum = rememberByPassage(passage => measure(`${passage}s`) + measure('roll'))
    expect([sum('loaf'), sum('bun'), sum('loaf'), measure('loaf')]).toEqual([9, 8, 9, 4])
  })

  it('forgets what is long past and keeps what is asked about again and again', () => {
    const { asked, measure } = countCalls()
    const flood = (name: string) => {
      for (let i = 0; i < 90_000; i++) {
        measure(`${name} ${i} ${'x'.repeat(200)}`)
        if (i % 1000 === 0) measure('always')
      }
    }
    measure('once')
    measure('always')
    flood('first')
    flood('second')
    measure('once')
    expect(asked.filter(passage => passage === 'once')).toHaveLength(2)
    expect(asked.filter(passage => passage === 'always')).toHaveLength(1)
  })

  it('forgets sooner where memory is short', () => {
    limitPassages(10_000)
    onTestFinished(() => limitPassages(24_000_000))
    const { asked, measure } = countCalls()
    measure('once')
    for (let i = 0; i < 400; i++) measure(`another passage ${i}`)
    measure('once')
    expect(asked.filter(passage => passage === 'once')).toHaveLength(2)
  })

  it('reads a copy, so that no document is kept alive by a part of it', () => {
    const { asked, measure } = countCalls()
    const texts = ['You bake “bread”.', 'You bake bread.', '\ud800 alone', '']
    expect(texts.map(measure)).toEqual(texts.map(text => text.length))
    expect(asked).toEqual(texts)
  })
})

describe('keepPassage', () => {
  it('gives the text that the functions are asked about, so that it is looked up by itself', () => {
    const { asked, measure } = countCalls()
    const kept = keepPassage('You bake – and sell.')
    expect([kept, measure(kept), measure('You bake – and sell.')]).toEqual(['You bake – and sell.', 20, 20])
    expect(asked).toEqual(['You bake – and sell.'])
  })
})
