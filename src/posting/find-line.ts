import { stripInline } from './inline-text.ts'

/** Finds where a passage stands in the document it was read from. */
export interface LineFinder {
  /** The number of the line that a passage begins on, from 1; null where the document has it in other words. */
  readonly lineOf: (passage: string) => number | null
}

/** How much of a passage must be there: its end may be cut, joined with another line or marked up. */
const BEGINNINGS = [160, 60, 24] as const
/** Letters below which a passage is found by chance. */
const ENOUGH_LETTERS = 2
const LONGEST_LINE = 20_000
const TAG = /<[^<>]{0,2000}>/g
const NO_LETTER = /[^\p{L}\p{N}$€£¥₹%+#]+/gu

/**
 * Makes a document searchable by passages that were taken out of its markup.
 * @param document repaired text, as it was read
 * @example createLineFinder('# Cook\n\n**Pay:** $20').lineOf('Pay: $20') // 3
 */
export function createLineFinder(document: string): LineFinder {
  const lines = document.split(/\r\n|\r|\n/)
  const starts: number[] = []
  let letters = ''
  for (const line of lines) {
    starts.push(letters.length)
    letters += lettersOf(readLine(line))
  }
  const raw = lines.map(line => line.slice(0, LONGEST_LINE))
  return { lineOf: passage => findBeginning(passage, letters, starts) ?? findRaw(passage, raw) }
}

const ACCENTED_ENTITY = /&([a-z])(?:acute|caron|cedil|circ|grave|ring|slash|tilde|uml);/gi
const ENTITY = /&#?\w{2,10};/g

/** What a reader sees of a line of markup. */
const readLine = (line: string): string =>
  stripInline(line.slice(0, LONGEST_LINE).replace(TAG, ' ').replace(ACCENTED_ENTITY, '$1')).replace(
    ENTITY,
    ' ',
  )

/** Without accents, spaces and signs, which markup, typesetting and our own cleaning change. */
const lettersOf = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(NO_LETTER, '')

function findBeginning(passage: string, letters: string, starts: readonly number[]): number | null {
  const wanted = lettersOf(passage)
  if (wanted.length < ENOUGH_LETTERS) return null
  for (const length of [wanted.length, ...BEGINNINGS.filter(size => size < wanted.length)]) {
    const at = letters.indexOf(wanted.slice(0, length))
    if (at >= 0) return lineAt(at, starts)
  }
  return null
}

/** The last line that begins at or before a place; of empty ones the one that holds it. */
function lineAt(place: number, starts: readonly number[]): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((starts[middle] ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low
}

/** Addresses and structured data are no text: they stand in the markup itself; a place of theirs is put together by us. */
function findRaw(passage: string, lines: readonly string[]): number | null {
  const wanted = passage.trim().slice(0, BEGINNINGS[0])
  if (wanted === '') return null
  const [first = ''] = wanted.split(', ')
  const tests = [
    (line: string) => readLine(line).replace(/^[#\s]+/, '') === wanted,
    (line: string) => wanted.length >= ENOUGH_LETTERS && line.includes(wanted),
    (line: string) => first.length >= ENOUGH_LETTERS && line.includes(`"${first}"`),
  ]
  for (const test of tests) {
    const at = lines.findIndex(test)
    if (at >= 0) return at + 1
  }
  return null
}
