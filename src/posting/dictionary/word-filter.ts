import { kindOf, WORD_CHARACTER } from './word-characters.ts'

/** Tells cheaply which words are certainly none of a list. */
export interface WordFilter {
  /** False for words that are not in the list; true for those in it and for one in twenty others. */
  readonly mayHold: (hash: number) => boolean
}

/** The hash of no letters. */
export const EMPTY_HASH = 0

/** The hash of a word with one more letter, whatever the case of ASCII letters. */
export const addToHash = (hash: number, code: number): number => (Math.imul(hash, 31) + (code | 0x20)) | 0

/** The hash of a whole word. */
export function hashWord(word: string): number {
  let hash = EMPTY_HASH
  for (let i = 0; i < word.length; i++) hash = addToHash(hash, word.charCodeAt(i))
  return hash
}

/** The hash of a word in plain letters and digits of ASCII; null for any other. */
export function hashPlainWord(word: string): number | null {
  let hash = EMPTY_HASH
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    if ((kindOf(code) & WORD_CHARACTER.plain) === 0) return null
    hash = addToHash(hash, code)
  }
  return hash
}

/** Few enough bits to stay near at hand (8 kB), enough to let little through. */
const BITS = 0x10000

const spread = (hash: number): number => (hash ^ (hash >>> 15)) & (BITS - 1)

/**
 * Builds a filter over words.
 * @example createWordFilter(['react']).mayHold(hashWord('React')) // true
 */
export function createWordFilter(words: Iterable<string>): WordFilter {
  const bits = new Uint8Array(BITS >> 3)
  for (const word of words) {
    const at = spread(hashWord(word))
    bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7))
  }
  return {
    mayHold(hash) {
      const at = spread(hash)
      return ((bits[at >> 3] ?? 0) & (1 << (at & 7))) !== 0
    },
  }
}
