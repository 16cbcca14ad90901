import { describe, expect, it } from 'vitest'
import { memoizeByText } from '../../src/posting/memoize-by-text.ts'

describe('memoizeByText', () => {
  it('makes each result once', () => {
    const asked: string[] = []
    const measure = memoizeByText(text => {
      asked.push(text)
      return text.length
    })
    expect([measure('abc'), measure('abc'), measure('de')]).toEqual([3, 3, 2])
    expect(asked).toEqual(['abc', 'de'])
  })

  it('forgets before it holds too many texts', () => {
    let made = 0
    const count = memoizeByText(() => ++made)
    for (let i = 0; i < 10_000; i++) count(`text ${i}`)
    expect(count('text 0')).toBe(10_001)
  })
})
