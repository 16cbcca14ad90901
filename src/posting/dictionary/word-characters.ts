/** What a character can be to a word, one bit each. */
export const WORD_CHARACTER = {
  /** An ASCII letter or digit. */
  plain: 1,
  /** Any letter or digit. */
  first: 2,
  /** What stands inside words: letters, digits, their marks and signs as in "C++", "node.js", "R&D" and "it's". */
  inner: 4,
  /** What parts words no more than a space does: "front-end", "CI/CD". */
  joins: 8,
  /** Half of a character: the text has to be read by whole characters. */
  half: 16,
} as const

const KNOWN = 128
const JOINS_WORDS = /^[\s/&‐‑-]$/

/** By code unit; learnt when a character comes up first, since few of them ever do. */
const kinds = new Uint8Array(0x10000)

/** What the character of a code unit can be to a word, as the bits of `WORD_CHARACTER`. */
export const kindOf = (code: number): number => kinds[code] || learn(code)

function learn(code: number): number {
  const character = String.fromCharCode(code)
  const isLetter = /[\p{L}\p{N}]/u.test(character)
  const kind =
    (/[A-Za-z0-9]/.test(character) ? WORD_CHARACTER.plain : 0) |
    (isLetter ? WORD_CHARACTER.first : 0) |
    (isLetter || /[\p{M}.+#&'’]/u.test(character) ? WORD_CHARACTER.inner : 0) |
    (JOINS_WORDS.test(character) ? WORD_CHARACTER.joins : 0) |
    (/\p{Cs}/u.test(character) ? WORD_CHARACTER.half : 0)
  kinds[code] = kind | KNOWN
  return kind
}
