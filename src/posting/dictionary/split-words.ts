import { memoizeByPassage } from '../memoize-by-passage.ts'
import { memoizeByText } from '../memoize-by-text.ts'
import { foldWord } from './fold-word.ts'
import { kindOf, WORD_CHARACTER } from './word-characters.ts'
import { addToHash, EMPTY_HASH, hashWord } from './word-filter.ts'

/** A word of a text by its place in it, in UTF-16 code units. */
export interface Word {
  readonly start: number
  /** First code unit after the word. */
  readonly end: number
  /** The word as the phrase indexes compare it; null for one in plain letters and digits, which is compared as it stands. */
  readonly parts: readonly string[] | null
  /** Of what is compared first, for a `WordFilter`; null where nothing is left of the word to compare. */
  readonly hash: number | null
  /** True where more than spaces, hyphens and slashes part it from the word before, as a comma does. */
  readonly isParted: boolean
}

// Starts with a letter, a digit or the dot of ".NET"; keeps the signs inside "C++", "node.js", "R&D" and "it's".
const WORD = /\.?[\p{L}\p{N}][\p{L}\p{N}\p{M}.+#&'’]{0,79}/gu
const LONGEST_WORD = 80
const LOOSE_END = /(?:['’]s|[.&'’])+$/
const DOT = '.'.charCodeAt(0)
const { plain: PLAIN, first: FIRST, inner: INNER, joins: JOINS, half: HALF } = WORD_CHARACTER

/**
 * Splits a text into words the way the dictionaries know them: hyphens and slashes part words, signs inside names stay.
 * @example splitWords('C#/.NET, front-end') // C# · .NET · front · end
 */
export const splitWords: (text: string) => readonly Word[] = memoizeByPassage(
  text => scanWords(text) ?? matchWords(text),
)

/** By hand and in one go, because every sentence of every posting comes through here; null for texts beyond the Basic Multilingual Plane. */
function scanWords(text: string): Word[] | null {
  const words: Word[] = []
  const { length } = text
  let isParted = false
  for (let at = 0; at < length; ) {
    const code = text.charCodeAt(at)
    const isDotted = code === DOT && at + 1 < length
    const first = isDotted ? at + 1 : at
    const firstCode = isDotted ? text.charCodeAt(first) : code
    const kind = kindOf(firstCode)
    if ((kind & HALF) !== 0) return null
    if ((kind & FIRST) === 0) {
      isParted ||= (kindOf(code) & JOINS) === 0
      at++
      continue
    }
    const last = Math.min(length, first + LONGEST_WORD)
    let end = first
    let hash = EMPTY_HASH
    for (; end < last; end++) {
      const inner = text.charCodeAt(end)
      if ((kindOf(inner) & PLAIN) === 0) break
      hash = addToHash(hash, inner)
    }
    const plainEnd = end
    while (end < last && (kindOf(text.charCodeAt(end)) & INNER) !== 0) end++
    if (end === plainEnd && !isDotted) {
      words.push({ start: at, end, parts: null, hash, isParted })
      isParted = false
    } else {
      const word = readSigned(text, at, end, isParted)
      words.push(word)
      isParted = partsWords(text, word.end, end)
    }
    at = end
  }
  return words
}

function matchWords(text: string): Word[] {
  let last = 0
  return Array.from(text.matchAll(WORD), ({ 0: { length }, index }) => {
    const word = readSigned(text, index, index + length, partsWords(text, last, index))
    last = word.end
    return word
  })
}

function readSigned(text: string, start: number, end: number, isParted: boolean): Word {
  const { length, parts, hash } = readSigns(text.slice(start, end))
  return { start, end: start + length, parts, hash, isParted }
}

/** The same words with signs come again and again: "e.g.", "you'll", "node.js". */
const readSigns = memoizeByText(written => {
  const word = written.replace(LOOSE_END, '')
  const parts = foldWord(word)
  const [first] = parts
  return { length: word.length, parts, hash: first === undefined ? null : hashWord(first) }
})

/** Whether something between two words parts them. */
function partsWords(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if ((kindOf(text.charCodeAt(at)) & JOINS) === 0) return true
  return false
}
