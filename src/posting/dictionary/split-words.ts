import { isPlainText } from '../is-plain-text.ts'
import { memoizeByPassage } from '../memoize-by-passage.ts'
import { memoizeByText } from '../memoize-by-text.ts'
import { foldWord } from './fold-word.ts'
import { type Bounds, splitPlainWords } from './split-plain-words.ts'

/** A word of a text by its place in it, in UTF-16 code units. */
export interface Word {
  readonly start: number
  /** First code unit after the word. */
  readonly end: number
  /** The word as the phrase indexes compare it; null for one in plain letters and digits, which is compared as it stands. */
  readonly parts: readonly string[] | null
  /** True where more than spaces, hyphens and slashes part it from the word before, as a comma does. */
  readonly isParted: boolean
}

// Starts with a letter, a digit or the dot of ".NET"; keeps the signs inside "C++", "node.js", "R&D" and "it's".
const WORD = /\.?[\p{L}\p{N}][\p{L}\p{N}\p{M}.+#&'’]{0,79}/gu
const LOOSE_END = /(?:['’]s|[.&'’])+$/
const SPACE = ' '.charCodeAt(0)
const JOINS_WORDS = /^[\s/&‐‑-]*$/

/**
 * Splits a text into words the way the dictionaries know them: hyphens and slashes part words, signs inside names stay.
 * @example splitWords('C#/.NET, front-end') // C# · .NET · front · end
 */
export const splitWords: (text: string) => readonly Word[] = memoizeByPassage(split)

function split(text: string): Word[] {
  let last = 0
  return (isPlainText(text) ? splitPlainWords(text) : splitAnyWords(text)).map(bounds => {
    const word = readWord(text, bounds, last)
    last = word.end
    return word
  })
}

function splitAnyWords(text: string): Bounds[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    hasSigns: true,
  }))
}

function readWord(text: string, { start, end, hasSigns }: Bounds, last: number): Word {
  const isParted = !isJoined(text, last, start)
  if (!hasSigns) return { start, end, parts: null, isParted }
  const { length, parts } = readSigns(text.slice(start, end))
  return { start, end: start + length, parts, isParted }
}

/** The same words with signs come again and again: "e.g.", "you'll", "node.js". */
const readSigns = memoizeByText(written => {
  const word = written.replace(LOOSE_END, '')
  return { length: word.length, parts: foldWord(word) }
})

function isJoined(text: string, from: number, to: number): boolean {
  const isNext = to === from + 1 && text.charCodeAt(from) === SPACE
  return isNext || JOINS_WORDS.test(text.slice(from, to))
}
