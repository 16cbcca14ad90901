import { stemmer } from 'stemmer'
import { memoizeByText } from '../posting/memoize-by-text.ts'

const RUN = /[a-z0-9\u0080-\uffff]+/g
const WORD = /[\p{L}\p{N}]+/gu
/** Letters that no normal form takes apart. */
const PLAIN_LETTERS = new Map([
  ['ß', 'ss'],
  ['ł', 'l'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ı', 'i'],
  ['æ', 'ae'],
  ['œ', 'oe'],
])
const STROKED = /[ßłøđıæœ]/g
const MARKS = /\p{M}+/gu
const MAX_WORD_LENGTH = 40

/**
 * Lower case without accents, so that "Zürich" and "zurich" are one word.
 * @example foldText('Zürich') // "zurich"
 */
export function foldText(text: string): string {
  if (!isForeign(text)) return text.toLowerCase()
  const plain = text.normalize('NFKD').replace(MARKS, '').toLowerCase()
  return plain.replace(STROKED, letter => PLAIN_LETTERS.get(letter) ?? letter)
}

/** The words of a text, folded, in order; signs are left out and monstrous words cut. */
export function splitWords(text: string): string[] {
  const runs = text.toLowerCase().match(RUN) ?? []
  const words: string[] = []
  for (const run of runs) {
    if (isForeign(run)) for (const word of splitForeign(run)) words.push(word)
    else words.push(run.length > MAX_WORD_LENGTH ? run.slice(0, MAX_WORD_LENGTH) : run)
  }
  return words
}

/** Nearly all runs are plain letters; only the others need folding, which is slow. */
function isForeign(run: string): boolean {
  for (let at = 0; at < run.length; at++) if (run.charCodeAt(at) > 127) return true
  return false
}

function splitForeign(run: string): string[] {
  return (foldText(run).match(WORD) ?? []).map(cutWord)
}

/** No half of a character is left at the end. */
function cutWord(word: string): string {
  const cut = word.slice(0, MAX_WORD_LENGTH)
  return cut.isWellFormed() ? cut : cut.slice(0, -1)
}

/** More words than the texts of a hundred thousand postings have. */
const MOST_STEMS = 500_000

/** The stem of a folded word: "payments", "payment" and "paying" share "payment" or "pay". Remembered, because words repeat. */
export const stemWord = memoizeByText(stemmer, MOST_STEMS)
