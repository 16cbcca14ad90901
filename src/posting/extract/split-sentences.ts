/** Abbreviations whose full stop ends no sentence. */
const ABBREVIATION =
  /(?:\b\p{L}\.\p{L}|\b(?:e\.g|i\.e|St|Mt|Inc|Ltd|Co|Corp|approx|incl|resp|z\.B|bzw|vs|No|\p{Lu}))$/u
const MAX_LENGTH = 4000

/**
 * Splits a line into sentences; the full stops of "U.S." and the like part nothing.
 * @example splitSentences('Based in the U.S. only. Apply now!') // ['Based in the U.S. only.', 'Apply now!']
 */
export function splitSentences(line: string): readonly string[] {
  const text = line.slice(0, MAX_LENGTH)
  const sentences: string[] = []
  let start = 0
  for (const match of text.matchAll(/[.!?]\s+/g)) {
    const next = text.slice(match.index + match[0].length, match.index + match[0].length + 1)
    const isAbbreviated =
      match[0].startsWith('.') && ABBREVIATION.test(text.slice(Math.max(0, match.index - 8), match.index))
    if (isAbbreviated || /^[\p{Ll},;)]/u.test(next)) continue
    sentences.push(text.slice(start, match.index + 1))
    start = match.index + match[0].length
  }
  const last = text.slice(start).trim()
  return last === '' ? sentences : [...sentences, last]
}
