import { memoizeByText } from '../memoize-by-text.ts'
import { foldWord } from './fold-word.ts'

/** A word of a text with its place in it, in UTF-16 code units. */
export interface Word {
  readonly text: string
  readonly start: number
  /** First code unit after the word. */
  readonly end: number
  /** The word as the phrase indexes compare it. */
  readonly parts: readonly string[]
}

// Starts with a letter, a digit or the dot of ".NET"; keeps the signs inside "C++", "node.js", "R&D" and "it's".
const WORD = /\.?[\p{L}\p{N}][\p{L}\p{N}\p{M}.+#&'’]{0,79}/gu
// The same for texts in plain Latin letters, which most are: many times as fast.
const PLAIN_WORD = /\.?[A-Za-z0-9][A-Za-z0-9.+#&'’]{0,79}/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII and the signs of typesetters
const IS_PLAIN = /^[\u0000-\u007f\u2010-\u2027]*$/
const LOOSE_SIGNS: ReadonlySet<string> = new Set(['s', '.', '&', "'", '’'])
const LOOSE_END = /(?:['’]s|[.&'’])+$/

/**
 * Splits a text into words the way the dictionaries know them: hyphens and slashes part words, signs inside names stay.
 * @example splitWords('C#/.NET, front-end') // C# · .NET · front · end
 */
export const splitWords: (text: string) => readonly Word[] = memoizeByText(split)

function split(text: string): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(IS_PLAIN.test(text) ? PLAIN_WORD : WORD)) {
    const word = LOOSE_SIGNS.has(match[0].at(-1) ?? '') ? match[0].replace(LOOSE_END, '') : match[0]
    words.push({ text: word, start: match.index, end: match.index + word.length, parts: foldWord(word) })
  }
  return words
}
