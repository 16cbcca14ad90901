import { describe, expect, it } from 'vitest'
import { countEdits, spellerOf } from '../../src/query/mend-words.ts'
import { SAMPLE_CATALOG } from './ask-samples.ts'

const speller = spellerOf(SAMPLE_CATALOG)

describe('countEdits', () => {
  it('counts a swap of neighbours as one', () => {
    expect(countEdits('senoir', 'senior', 2)).toBe(1)
    expect(countEdits('develper', 'developer', 2)).toBe(1)
    expect(countEdits('java', 'java', 2)).toBe(0)
    expect(countEdits('java', 'kotlin', 2)).toBe(3)
  })
})

describe('spellerOf', () => {
  it.each([
    ['pyhton', 'python'],
    ['kuberentes', 'kubernetes'],
    ['remot', 'remote'],
    ['germny', 'germany'],
    ['enginer', 'engineer'],
  ])('mends “%s”', (word, meant) => {
    expect(speller.mend(word)).toBe(meant)
  })

  it.each(['baker', 'cook', 'florist', 'asdf', 'plumber', 'barista', 'butler', 'quidditch', 'go', 'xy'])(
    'leaves “%s” alone',
    word => {
      expect(speller.mend(word)).toBeNull()
    },
  )

  it('offers what is near to a word that it does not dare to mend', () => {
    expect(speller.nearest('kuvernetis')).toBe('kubernetes')
    expect(speller.nearest('python')).toBeNull()
    // Half of a short word is no likeness.
    expect(speller.nearest('qwer')).toBeNull()
  })
})
