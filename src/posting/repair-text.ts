import { WINDOWS_1252_HIGH } from './decode-text.ts'

/** The byte that a character came from when UTF-8 was read as Windows-1252 or Latin-1. */
const BYTE_OF = new Map<number, number>()
for (let byte = 0x80; byte <= 0xff; byte++) BYTE_OF.set(byte, byte)
for (let i = 0; i < WINDOWS_1252_HIGH.length; i++) BYTE_OF.set(WINDOWS_1252_HIGH.charCodeAt(i), 0x80 + i)

/** The first two bytes of a broken character; without such a pair, as in most documents, a text is sound. */
const BROKEN_PAIR = new RegExp(`[\\u00c2-\\u00f4][\\u0080-\\u00bf${WINDOWS_1252_HIGH}]`)

/** A text can go through the wrong decoding more than once. */
const MAX_ROUNDS = 3

/** Whether a character that came out of a repair is believed alone, only in a run of its script, or never. */
type Belief = 'alone' | 'run' | 'never'

/** Code points by upper end: what people write in postings, and how easily sound text looks like its broken form. */
const BELIEFS: readonly (readonly [number, Belief])[] = [
  [0x9f, 'never'],
  [0x17f, 'alone'],
  [0x217, 'never'],
  [0x21b, 'alone'], // Romanian letters with a comma below
  [0x2ff, 'never'],
  [0x5ff, 'run'], // combining marks, Greek, Cyrillic, Armenian, Hebrew
  [0x6ff, 'run'], // Arabic
  [0x8ff, 'never'],
  [0xe7f, 'run'], // scripts of India, Thai
  [0x1dff, 'never'],
  [0x1eff, 'alone'], // Vietnamese letters
  [0x1fff, 'run'],
  [0x27bf, 'alone'], // punctuation, currency signs, arrows, symbols
  [0x28ff, 'never'],
  [0x2bff, 'alone'],
  [0x2fff, 'never'],
  [0x30ff, 'alone'], // CJK punctuation and kana
  [0xd7ff, 'run'], // CJK and Hangul
  [0xfaff, 'never'],
  [0xfdff, 'never'],
  [0xfe0f, 'alone'], // variation selectors
  [0xfeff, 'alone'],
  [0xffef, 'alone'],
  [0xffff, 'alone'],
  [0x1efff, 'never'],
  [0x1ffff, 'alone'], // emoji
  [0x3ffff, 'run'],
]

/**
 * Restores text that was UTF-8 and was read as Windows-1252 or Latin-1, wherever in the text that happened.
 * Sound text comes back unchanged.
 * @example repairText('teamâ€™s cafÃ©') // 'team’s café'
 */
export function repairText(text: string): string {
  let current = text
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const repaired = repairOnce(current)
    if (repaired === current) break
    current = repaired
  }
  return current === text ? text : current.replace(/^\ufeff/, '')
}

interface Decoded {
  readonly start: number
  readonly end: number
  readonly codePoint: number
}

function repairOnce(text: string): string {
  if (!BROKEN_PAIR.test(text)) return text
  const found = findBroken(text)
  if (found.length === 0) return text
  const believed = believe(found)
  if (believed.length === 0) return text
  const parts: string[] = []
  let at = 0
  for (const { start, end, codePoint } of believed) {
    parts.push(mendLost(text.slice(at, start)), String.fromCodePoint(codePoint))
    at = end
  }
  parts.push(mendLost(text.slice(at)))
  return parts.join('')
}

/** Every place where characters are the bytes of one UTF-8 character. */
function findBroken(text: string): Decoded[] {
  const found: Decoded[] = []
  for (let i = 0; i < text.length; i++) {
    const decoded = text.charCodeAt(i) < 0xc2 ? null : decodeAt(text, i)
    if (!decoded) continue
    found.push(decoded)
    i = decoded.end - 1
  }
  return found
}

function decodeAt(text: string, start: number): Decoded | null {
  const lead = text.charCodeAt(start)
  const length = sequenceLength(lead)
  if (length === 0) return null
  let codePoint = lead & (0xff >> (length + 1))
  for (let k = 1; k < length; k++) {
    const byte = BYTE_OF.get(text.charCodeAt(start + k)) ?? 0
    if (byte < 0x80 || byte > 0xbf) return null
    codePoint = (codePoint << 6) | (byte & 0x3f)
  }
  const isOverlong = codePoint < (length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000)
  const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff
  return isOverlong || isSurrogate || codePoint > 0x10ffff ? null : { start, end: start + length, codePoint }
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2
  if (lead >= 0xe0 && lead <= 0xef) return 3
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
}

/** The codes that Windows-1252 leaves undefined stand in no sound text: they are half of what was broken twice. */
const UNDEFINED_CODES: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

function beliefOf(codePoint: number): Belief {
  if (UNDEFINED_CODES.has(codePoint)) return 'alone'
  return BELIEFS.find(([end]) => codePoint <= end)?.[1] ?? 'never'
}

/** Characters of one run share a script: 256 codes below the symbols, all of East Asia, else their plane. */
function scriptOf(codePoint: number): number {
  if (codePoint < 0x2000) return codePoint >> 8
  const isEastAsian = (codePoint >= 0x2e80 && codePoint <= 0xffef) || codePoint >= 0x20000
  return isEastAsian ? -1 : 0x1000 + (codePoint >> 16)
}

/** Drops what sound text may look like: a single character of a script that nothing else in the text was broken from. */
function believe(found: readonly Decoded[]): Decoded[] {
  const scripts = new Set<number>()
  found.forEach((one, i) => {
    const next = found[i + 1]
    if (next && next.start === one.end && scriptOf(next.codePoint) === scriptOf(one.codePoint)) {
      scripts.add(scriptOf(one.codePoint))
    }
  })
  return found.filter(({ codePoint }) => {
    const belief = beliefOf(codePoint)
    return belief === 'alone' || (belief === 'run' && scripts.has(scriptOf(codePoint)))
  })
}

/** Sequences that lost a byte which Windows-1252 does not define, in a text that is known to be broken. */
const LOST: readonly (readonly [RegExp, string])[] = [
  [/â€(?=$|[\s.,;:!?)])/g, '\u201d'],
  [/ðŸŒ(?=$|[\s`\w])/g, '\u{1f30d}'],
  [/ï¸(?=$|[\s`\w])/g, '\ufe0f'],
  [/Ã {1,2}(?=\p{Ll})/gu, 'à '],
  [/Â(?=$|\s)/g, ''],
]

function mendLost(text: string): string {
  return LOST.reduce((mended, [pattern, replacement]) => mended.replace(pattern, replacement), text)
}
