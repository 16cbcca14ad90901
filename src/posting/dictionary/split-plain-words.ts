/** A word where it stands, in UTF-16 code units. */
export interface Bounds {
  readonly start: number
  readonly end: number
  /** True where it holds more than plain letters and digits. */
  readonly hasSigns: boolean
}

const LONGEST_WORD = 80
const DOT = '.'.charCodeAt(0)

/** What a character is to a word, by its code: ASCII and the signs of typesetters. */
const KINDS = new Uint8Array(0x2028)
const [PLAIN, SIGN] = [1, 2]
for (let code = 0; code < KINDS.length; code++) {
  const character = String.fromCharCode(code)
  if (/[A-Za-z0-9]/.test(character)) KINDS[code] = PLAIN
  else if (/[.+#&'’]/.test(character)) KINDS[code] = SIGN
}

/**
 * Finds the words of a text in plain Latin letters, by hand because every sentence of every posting comes through here.
 * @example splitPlainWords('a .NET') // from 0 to 1, from 2 to 6
 */
export function splitPlainWords(text: string): Bounds[] {
  const found: Bounds[] = []
  const { length } = text
  for (let at = 0; at < length; ) {
    const isDotted = text.charCodeAt(at) === DOT && at + 1 < length
    const first = isDotted ? at + 1 : at
    if (KINDS[text.charCodeAt(first)] !== PLAIN) {
      at++
      continue
    }
    const last = Math.min(length, first + LONGEST_WORD)
    let end = first + 1
    while (end < last && KINDS[text.charCodeAt(end)] === PLAIN) end++
    const plainEnd = end
    while (end < last && KINDS[text.charCodeAt(end)] !== 0) end++
    found.push({ start: at, end, hasSigns: isDotted || end > plainEnd })
    at = end
  }
  return found
}
