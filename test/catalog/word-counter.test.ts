import { describe, expect, it } from 'vitest'
import { postingsAt } from '../../src/catalog/image/packed-lists.ts'
import { findString, listStrings } from '../../src/catalog/image/packed-strings.ts'
import { runSteps } from '../../src/catalog/steps.ts'
import { createWordCounter } from '../../src/catalog/word-counter.ts'

/** Counts postings whose words all are searched, in the order given. */
function countWords(postings: readonly (readonly [number: number, text: string])[]) {
  const counter = createWordCounter()
  const numbers = new Map<string, number>()
  for (const [number, text] of postings) {
    const words = text.split(' ').map(word => numbers.get(word) ?? addWord(word))
    counter.addPosting(number, { words: Uint32Array.from(words), searched: words.length })
  }
  return runSteps(counter.packInSteps())

  function addWord(word: string): number {
    const number = counter.addWord(word)
    numbers.set(word, number)
    return number
  }
}

describe('createWordCounter', () => {
  it('lists the postings of a stem ascending, in whatever order they come', () => {
    const { stems } = countWords([
      [2, 'payments go'],
      [0, 'rust payment'],
      [1, 'go'],
    ])
    const postingsOf = (stem: string) => [...postingsAt(stems, findString(stems.values, stem))]
    expect(postingsOf('payment')).toEqual([0, 2])
    expect(postingsOf('go')).toEqual([1, 2])
    expect(postingsOf('rust')).toEqual([0])
  })

  it('packs the same in any order', () => {
    const postings = ['baker of bread', 'nurse', 'bread and bakers and nurses'].map(
      (text, number) => [number, text] as const,
    )
    expect(countWords(postings.toReversed())).toEqual(countWords(postings))
  })

  it('counts a word once a posting, and lists no stem that is not searched', () => {
    const counter = createWordCounter()
    const [go, perks] = [counter.addWord('go'), counter.addWord('perks')]
    counter.addPosting(0, { words: Uint32Array.of(go, perks, go), searched: 1 })
    counter.addPosting(1, { words: Uint32Array.of(perks), searched: 0 })
    const { words, frequencies, stems } = runSteps(counter.packInSteps())
    expect(listStrings(words)).toEqual(['go', 'perks'])
    expect([...frequencies]).toEqual([1, 2])
    expect(listStrings(stems.values)).toEqual(['go'])
  })

  it('counts more words than it began with room for', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => `w${at}`).join(' ')
    const { frequencies } = countWords([
      [0, many],
      [1, many],
    ])
    expect(frequencies).toEqual(new Uint32Array(10_000).fill(2))
  })
})
