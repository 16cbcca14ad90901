/** Where a word stands, in UTF-16 code units. */
export interface Bounds {
  readonly start: number
  readonly end: number
  /** True where it holds more than plain letters and digits. */
  readonly hasSigns: boolean
}

const LONGEST_WORD = 80
const DOT = '.'.charCodeAt(0)
const APOSTROPHE = '’'.charCodeAt(0)

const markCodes = (signs: RegExp) =>
  Uint8Array.from({ length: 128 }, (_, code) => Number(signs.test(String.fromCharCode(code))))
/** Which characters of ASCII a word may start with, and which others it may go on with. */
const PLAIN = markCodes(/[A-Za-z0-9]/)
const SIGNS = markCodes(/[.+#&']/)

const isPlain = (code: number): boolean => PLAIN[code] === 1
const isSign = (code: number): boolean => SIGNS[code] === 1 || code === APOSTROPHE

/**
 * Finds the words of a text in plain Latin letters, by hand because every sentence of every posting comes through here.
 * @example splitPlainWords('a .NET') // from 0 to 1, from 2 to 6
 */
export function splitPlainWords(text: string): Bounds[] {
  const found: Bounds[] = []
  for (let at = 0; at < text.length; ) {
    const isDotted = text.charCodeAt(at) === DOT
    const first = isDotted ? at + 1 : at
    if (!isPlain(text.charCodeAt(first))) {
      at++
      continue
    }
    let end = first + 1
    while (end < first + LONGEST_WORD && isPlain(text.charCodeAt(end))) end++
    const plainEnd = end
    while (end < first + LONGEST_WORD && (isPlain(text.charCodeAt(end)) || isSign(text.charCodeAt(end))))
      end++
    found.push({ start: at, end, hasSigns: isDotted || end > plainEnd })
    at = end
  }
  return found
}
