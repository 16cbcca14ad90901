import type { Catalog } from '../catalog/catalog.ts'
import { deriveTable } from '../catalog/derived-table.ts'
import { stemWord } from '../catalog/split-words.ts'
import type { Steps } from '../catalog/steps.ts'
import type { WordIndex } from '../catalog/word-index.ts'
import { CITIES } from '../posting/places/cities.ts'
import { COUNTRIES } from '../posting/places/countries.ts'
import { CONDITION_KINDS } from './conditions/index.ts'
import { DIRECTIVES } from './directives.ts'
import { FILLERS, ROLE_NOUNS, TITLE_NOUNS } from './filler-words.ts'
import { tokenize } from './tokenize.ts'

/** Finds what a mistyped word was meant to be. */
export interface Speller {
  /** The word that was surely meant; null where none is near, and for a word that a dictionary or a posting has. */
  readonly mend: (word: string) => string | null
  /** The nearest known word, for a hint; null where none is near. */
  readonly nearest: (word: string) => string | null
}

/** Too many words are near to a word of three letters. */
const MIN_LENGTH = 4
const LARGE_CITY = 300_000
const MIN_FILLER_LENGTH = 5
const MIN_CATALOG_LENGTH = 7
const MIN_CATALOG_FREQUENCY = 3
/** What was looked up lately: a mistyped word is looked up again when the hint for it is made. */
const MOST_REMEMBERED = 5000
/** Words that are gone through in one step. */
const STEP_SIZE = 300
const PHRASES_A_STEP = 200

/** The speller over all dictionaries and the words of a catalog. */
export function spellerOf({ words }: Pick<Catalog, 'words'>): Speller {
  return spellers.of(words)
}

/** Spellers by the words of a catalog. */
export const spellers = deriveTable(createSpellerInSteps)

function* createSpellerInSteps(words: WordIndex): Steps<Speller> {
  const dictionary = yield* collectDictionaryInSteps()
  const buckets = yield* bucketWordsInSteps(dictionary, words)
  const remembered = new Map<string, string | null>()
  const { frequencyOf } = words
  const hasStem = (word: string) => words.postingsOf(stemWord(word)).length > 0
  const pick = (word: string, edits: number) => {
    const key = `${edits} ${word}`
    const known = remembered.get(key)
    if (known !== undefined) return known
    const nearest = pickNearest(candidatesOf(buckets, word, edits), word, edits, frequencyOf)
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    remembered.set(key, nearest)
    return nearest
  }
  return {
    mend: word => {
      if (dictionary.has(word) || frequencyOf(word) > 0) return null
      const meant = pick(word, allowedEdits(word))
      if (meant !== null && (isDerived(word, meant) || (!dictionary.has(meant) && !isSlip(word, meant))))
        return null
      // "remot" has the stem of "remote" and still lacks a letter; "marketplaces" is an inflection.
      const isInflected =
        meant !== null && hasStem(word) && (meant.length < word.length || !dictionary.has(meant))
      return isInflected ? null : meant
    },
    nearest: word => (dictionary.has(word) || frequencyOf(word) > 0 ? null : pick(word, hintedEdits(word))),
  }
}

let dictionary: ReadonlySet<string> | null = null

/** The words of every dictionary; short fillers are left out, because too many words are near to them. */
function* collectDictionaryInSteps(): Steps<ReadonlySet<string>> {
  if (dictionary) return dictionary
  const phrases = CONDITION_KINDS.flatMap(kind => [...kind.words()])
  const places = [...COUNTRIES.values()].flatMap(({ name, adjectives }) => [name, ...adjectives])
  const cities = CITIES.filter(city => city.population >= LARGE_CITY).map(city => city.name)
  const fillers = [...FILLERS.words, ...ROLE_NOUNS.words, ...TITLE_NOUNS.words, ...DIRECTIVES.words].filter(
    word => word.length >= MIN_FILLER_LENGTH,
  )
  const words = new Set<string>()
  for (const [number, phrase] of [...phrases, ...places, ...cities, ...fillers].entries()) {
    for (const { key } of tokenize(phrase)) if (/^\p{L}{3,}$/u.test(key)) words.add(key)
    if (number % PHRASES_A_STEP === 0) yield
  }
  dictionary = words
  return words
}

/** Words by length and first letter, and by their letters, so that only those that may be meant are compared. */
interface Buckets {
  readonly byStart: ReadonlyMap<string, readonly string[]>
  readonly byLetters: ReadonlyMap<string, readonly string[]>
}

function* bucketWordsInSteps(dictionary: ReadonlySet<string>, words: WordIndex): Steps<Buckets> {
  const byStart = new Map<string, string[]>()
  const byLetters = new Map<string, string[]>()
  const add = (word: string) => {
    push(byStart, `${word.length}${word[0] ?? ''}`, word)
    push(byLetters, sortLetters(word), word)
  }
  for (const word of dictionary) add(word)
  let count = 0
  for (const [word, frequency] of words.words) {
    const isCommon = frequency >= MIN_CATALOG_FREQUENCY && word.length >= MIN_CATALOG_LENGTH
    if (isCommon && !dictionary.has(word)) add(word)
    if (++count % STEP_SIZE === 0) yield
  }
  return { byStart, byLetters }
}

function push(lists: Map<string, string[]>, key: string, word: string): void {
  const list = lists.get(key)
  if (list) list.push(word)
  else lists.set(key, [word])
}

/** A typing error seldom hits the first letter, unless letters are swapped. */
function candidatesOf({ byStart, byLetters }: Buckets, word: string, edits: number): readonly string[] {
  const first = word[0] ?? ''
  const lengths = Array.from({ length: 2 * edits + 1 }, (_, at) => word.length - edits + at)
  const alike = lengths.flatMap(length => byStart.get(`${length}${first}`) ?? [])
  const swapped = byLetters.get(sortLetters(word)) ?? []
  return [...alike, ...swapped.filter(other => other[0] !== first)]
}

function allowedEdits(word: string): number {
  return word.length < MIN_LENGTH ? 0 : word.length < 8 ? 1 : 2
}

/** A hint may be further off, but of a short word half is no likeness. */
function hintedEdits(word: string): number {
  return Math.min(allowedEdits(word) + 1, Math.floor(word.length / 3))
}

/** The one with the fewest edits; among equals the one that postings use most, if any does. */
function pickNearest(
  words: readonly string[],
  word: string,
  allowed: number,
  frequencyOf: (word: string) => number,
): string | null {
  if (allowed === 0 || !/^\p{L}+$/u.test(word)) return null
  let best: { word: string; edits: number; frequency: number } | null = null
  for (const other of words) {
    if (Math.abs(other.length - word.length) > allowed || other.length < MIN_LENGTH) continue
    const edits = countEdits(word, other, allowed)
    if (edits > allowed || !isPlausible(word, other, edits)) continue
    const frequency = frequencyOf(other)
    if (!best || edits < best.edits || (edits === best.edits && frequency > best.frequency))
      best = { word: other, edits, frequency }
  }
  return best?.word ?? null
}

/** "trader" is a word of its own and no slip of "trade". */
function isDerived(word: string, other: string): boolean {
  return word.startsWith(other) && /^(?:r|rs|er|ers|ly|ing)$/.test(word.slice(other.length))
}

/** A word of the postings is meant only where letters are swapped, doubled or dropped inside of it: "trader" is no "trade". */
function isSlip(word: string, other: string): boolean {
  if (isSwap(word, other)) return true
  return (
    word.length !== other.length && countEdits(word, other, 1) === 1 && word.slice(-2) === other.slice(-2)
  )
}

const LONG = 7

/** A typing error seldom hits the first letter, and in a short word it seldom replaces one letter by a distant one. */
function isPlausible(word: string, other: string, edits: number): boolean {
  if (isSwap(word, other)) return true
  return word.length >= LONG || word.length !== other.length || edits > 1 || isNearKey(word, other)
}

function isSwap(word: string, other: string): boolean {
  return (
    word.length === other.length && word.includes(other[0] ?? '') && sortLetters(word) === sortLetters(other)
  )
}

function sortLetters(word: string): string {
  return [...word].sort().join('')
}

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/** Whether two words of one length differ in one letter whose keys lie side by side, or in vowels. */
function isNearKey(word: string, other: string): boolean {
  const at = [...word].findIndex((letter, i) => letter !== other[i])
  const [a = '', b = ''] = [word[at], other[at]]
  const isVowel = (letter: string) => 'aeiouy'.includes(letter)
  if (isVowel(a) && isVowel(b)) return true
  const find = (letter: string) =>
    ROWS.flatMap((row, y) => (row.includes(letter) ? [{ x: row.indexOf(letter) + y / 2, y }] : []))[0]
  const [first, second] = [find(a), find(b)]
  return (
    first !== undefined &&
    second !== undefined &&
    Math.abs(first.x - second.x) <= 1 &&
    Math.abs(first.y - second.y) <= 1
  )
}

/**
 * Edits between two words: letters added, dropped, replaced, or two neighbours swapped; more than `most` counts as `most + 1`.
 * @example countEdits('senoir', 'senior', 2) // 1
 */
export function countEdits(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  const width = b.length + 1
  const rows = new Uint16Array((a.length + 1) * width)
  for (let j = 0; j < width; j++) rows[j] = j
  for (let i = 1; i <= a.length; i++) {
    rows[i * width] = i
    if (fillRow(rows, width, i, a, b) > most) return most + 1
  }
  return Math.min(rows[rows.length - 1] ?? 0, most + 1)
}

/** Fills one row of the table and gives its least count. */
function fillRow(rows: Uint16Array, width: number, i: number, a: string, b: string): number {
  const [row, back, twoBack] = [i * width, (i - 1) * width, (i - 2) * width]
  let least = i
  for (let j = 1; j < width; j++) {
    const cost = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1
    let count = Math.min(
      (rows[back + j] ?? 0) + 1,
      (rows[row + j - 1] ?? 0) + 1,
      (rows[back + j - 1] ?? 0) + cost,
    )
    const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
    if (isSwapped) count = Math.min(count, (rows[twoBack + j - 2] ?? 0) + 1)
    rows[row + j] = count
    if (count < least) least = count
  }
  return least
}
