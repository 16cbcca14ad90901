/** A word of a text with its place in it, in UTF-16 code units. */
export interface Word {
  readonly text: string
  readonly start: number
  /** First code unit after the word. */
  readonly end: number
}

// Starts with a letter, a digit or the dot of ".NET"; keeps the signs inside "C++", "node.js", "R&D" and "it's".
const WORD = /\.?[\p{L}\p{N}][\p{L}\p{N}\p{M}.+#&'’]{0,79}/gu
const LOOSE_END = /(?:['’]s|[.&'’])+$/

/**
 * Splits a text into words the way the dictionaries know them: hyphens and slashes part words, signs inside names stay.
 * @example splitWords('C#/.NET, front-end') // C# · .NET · front · end
 */
export function splitWords(text: string): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(WORD)) {
    const word = match[0].replace(LOOSE_END, '')
    words.push({ text: word, start: match.index, end: match.index + word.length })
  }
  return words
}
