/** Longest text that is copied (characters): lines and sentences are shorter. */
const LONGEST = 4096

const room = Buffer.allocUnsafe(LONGEST * 2)

/**
 * The same text, kept with one byte a character where its characters allow it. The engine keeps a part of a text as wide as the
 * whole, and one typographic quote makes a whole document wide; patterns run faster on narrow texts and have smaller code for them.
 * @example narrowText('“Go” and Rust'.slice(5)) // ' and Rust', in half the bytes
 */
export function narrowText(text: string): string {
  if (text === '' || text.length > LONGEST || isWide(text)) return text
  return copyIn(text, 'latin1', text.length)
}

/** A copy by way of room that is there already, which takes less than a buffer of its own. */
function copyIn(text: string, encoding: 'latin1' | 'utf16le', bytes: number): string {
  room.write(text, encoding)
  return room.toString(encoding, 0, bytes)
}

/** A pattern takes a third of what a loop takes over a part of a text, of which each character has to be found in the whole. */
const WIDE = /[^\0-\xff]/

const isWide = (text: string): boolean => WIDE.test(text)

/**
 * A copy of a text that is to be kept for long: the engine keeps the whole of a document alive as long as a part of it.
 * One byte a character where that is possible, see `narrowText`.
 */
export function copyText(text: string): string {
  const isNarrow = !isWide(text)
  if (text.length <= LONGEST)
    return isNarrow ? copyIn(text, 'latin1', text.length) : copyIn(text, 'utf16le', text.length * 2)
  const encoding = isNarrow ? 'latin1' : 'utf16le'
  return Buffer.from(text, encoding).toString(encoding)
}
