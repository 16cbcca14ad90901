import { foldText } from '../catalog/split-words.ts'
import type { Span } from './query.ts'

/** A word, number or sign of a question. */
export interface Token extends Span {
  readonly type: 'word' | 'number' | 'sign'
  /** As written. */
  readonly text: string
  /** What dictionaries compare: folded, without apostrophes; a mended word has the word it was mended to. */
  readonly key: string
  /** The amount of a number; NaN for the other types. */
  readonly amount: number
  /** True where no space stands between it and the token before. */
  readonly isGlued: boolean
}

/** Longer questions are cut here; what comes after is named as not understood. */
export const MAX_QUESTION_LENGTH = 1000

const NUMBER = /(?:\d{1,3}(?:[.,'’\u00a0\u202f]\d{3})+|\d{1,3} 000|\d+(?:[.,]\d+)?)(?!\d)|\d+/u
const WORD = /\.?\p{L}[\p{L}\p{N}\p{M}.#&'’]*\+*/u
const LONGEST_WORD = 50

/** How much of a question is read, in UTF-16 code units: all of a short one, a long one to the end of a word. */
export function readLength(text: string): number {
  if (text.length <= MAX_QUESTION_LENGTH) return text.length
  const gap = text.slice(MAX_QUESTION_LENGTH - LONGEST_WORD, MAX_QUESTION_LENGTH + 1).search(/\s\S*$/u)
  return gap < 0 ? MAX_QUESTION_LENGTH : MAX_QUESTION_LENGTH - LONGEST_WORD + gap
}

/** "w/ kubernetes", but neither "w/o" nor the "m/w/d" of German job titles. */
const WITH = /(?<![\p{L}\p{N}/])w\/(?!(?:o|out|[mdfx])(?![\p{L}\p{N}]))/iu
const TOKEN = new RegExp(
  `(?<short>${WITH.source})|(?<number>${NUMBER.source})|(?<word>${WORD.source})|(?<sign>\\S)`,
  'giu',
)
/** "q.a" and "u.s", whose last dot is already gone. */
const INITIALS = /^(?:\p{L}\.){1,6}\p{L}$/u
const LOOSE_END = /[.&'’]+$/
const PLUS_NAMES = /^(?:c|g|objective-c|notepad)\+\+$/i

/**
 * Splits a question into words, numbers and signs; "C++", ".NET" and "node.js" are words, "150k+" is a number, a word and a sign.
 * @example tokenize('senior+ go, 150k').map(token => token.key) // senior, +, go, ',', 150, k
 */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = []
  const bounded = text.slice(0, readLength(text))
  for (const match of bounded.matchAll(TOKEN)) {
    const { short, number, word } = match.groups ?? {}
    const start = match.index
    if (short !== undefined) push(tokens, 'word', short, start, 'with')
    else if (number !== undefined) push(tokens, 'number', number, start)
    else if (word !== undefined) pushWord(tokens, word, start)
    else push(tokens, 'sign', match[0], start)
  }
  return tokens
}

/** A word, then the signs at its end that are not part of it: "senior+", "etc.". */
function pushWord(tokens: Token[], written: string, start: number): void {
  const bare = written.replace(LOOSE_END, '')
  const plus = PLUS_NAMES.test(bare) ? -1 : bare.search(/\++$/)
  const word = plus > 0 ? bare.slice(0, plus) : bare
  if (word !== '' && word !== '.') push(tokens, 'word', word, start)
  for (let at = start + word.length; at < start + written.length; at++) {
    push(tokens, 'sign', written[at - start] ?? '', at)
  }
}

function push(
  tokens: Token[],
  type: Token['type'],
  text: string,
  start: number,
  key = type === 'word' ? foldWord(text) : text,
): void {
  const amount = type === 'number' ? readNumber(text) : Number.NaN
  const isGlued = start > 0 && tokens.at(-1)?.end === start
  tokens.push({ type, text, key, amount, isGlued, start, end: start + text.length })
}

function foldWord(text: string): string {
  const folded = foldText(text)
  // Nearly all words are plain letters.
  if (!/['’.]/.test(folded)) return folded
  return folded.replace(/['’]/g, '').replace(INITIALS, initials => initials.replaceAll('.', ''))
}

const GROUPED = /^\d{1,3}(?:\D\d{3})+$/

/** "200,000", "200.000" and "150 000" are thousands; "1.5" and "1,5" are one and a half. */
function readNumber(text: string): number {
  return GROUPED.test(text) ? Number(text.replace(/\D/g, '')) : Number(text.replace(',', '.'))
}
