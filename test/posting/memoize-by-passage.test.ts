import { describe, expect, it } from 'vitest'
import { memoizeByPassage } from '../../src/posting/memoize-by-passage.ts'

/** A function that says how often it was asked to make something. */
function countCalls() {
  const asked: string[] = []
  const measure = memoizeByPassage(passage => {
    asked.push(passage)
    return passage.length
  })
  return { asked, measure }
}

describe('memoizeByPassage', () => {
  it('makes a result once for a passage that is asked about again', () => {
    const { asked, measure } = countCalls()
    expect([measure('You bake.'), measure('We sell.'), measure('You bake.')]).toEqual([9, 8, 9])
    expect(asked).toEqual(['You bake.', 'We sell.'])
  })

  it('keeps the results of several functions apart', () => {
    const { measure } = countCalls()
    const shout = memoizeByPassage(passage => passage.toUpperCase())
    expect([measure('bread'), shout('bread'), measure('bread'), shout('bread')]).toEqual([
      5,
      'BREAD',
      5,
      'BREAD',
    ])
  })

  it('answers as the function does when more passages come than it remembers', () => {
    const { measure } = countCalls()
    const passages = Array.from({ length: 5000 }, (_, i) => 'x'.repeat(i % 1700))
    expect(passages.map(measure)).toEqual(passages.map(passage => passage.length))
  })

  it('forgets what is long past, so that memory stays bounded', () => {
    const { asked, measure } = countCalls()
    measure('first')
    for (let i = 0; i < 3000; i++) measure(`passage ${i}`)
    measure('first')
    expect(asked.filter(passage => passage === 'first')).toHaveLength(2)
  })

  it('holds where what it remembers asks about more passages than are remembered', () => {
    const { measure } = countCalls()
    const sum = memoizeByPassage(
      passage =>
        Array.from({ length: 2500 }, (_, i) => measure(`${passage} ${i % 10}`)).reduce((a, b) => a + b, 0) +
        Array.from({ length: 2500 }, (_, i) => measure(`${i}`)).length,
    )
    expect([sum('a'), sum('bb'), sum('a')]).toEqual([2500 * 3 + 2500, 2500 * 4 + 2500, 2500 * 3 + 2500])
  })
})
