import { isPlainText } from '../is-plain-text.ts'
import { listMatches } from '../list-matches.ts'
import { longestNameFrom, lookUpCode, lookUpPlaces } from './gazetteer.ts'
import type { Place } from './place-name.ts'

/** A place named in a text, with everything the name may mean. */
export interface PlaceMention {
  /** In UTF-16 code units. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** Meanings by prominence; never empty. */
  readonly meanings: readonly Place[]
  /** True for names that are ordinary words too; see PlaceName. */
  readonly isAmbiguous: boolean
}

interface Word {
  readonly start: number
  readonly end: number
  readonly text: string
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’&]*/gu
// The same for texts in plain Latin letters, which most are: many times as fast.
const PLAIN_WORD = /[A-Za-z0-9][A-Za-z0-9.'’&]*/g
const CODE = /^[A-Z]{2,3}$/
/** Codes of places that mean a time zone where they stand in capitals. */
const TIME_ZONE = /^(?:[ECMP][SD]T|[EP]T|GMT|UTC|[CEW]ES?T|IST|AEST|BST)$/
/** A hyphen after a city's name makes it part of another name ("Saint-Paul-lez-Durance"). */
const COMPOUND = /^-(?!(?:based|only|remote|hybrid|first|friendly|area|office|metro)\b)\p{L}/iu
const LOOSE_END = /[.'’&]+$/
const ABBREVIATION = /^(?:\p{Lu}\.?){2,4}$/u

function splitWords(text: string): readonly Word[] {
  const words: Word[] = []
  for (const match of listMatches(isPlainText(text) ? PLAIN_WORD : WORD, text)) {
    // A full stop ends "Berlin." but belongs to "U.S.".
    const isEnded = LOOSE_END.test(match[0]) && !ABBREVIATION.test(match[0])
    const word = isEnded ? match[0].replace(LOOSE_END, '') : match[0]
    words.push({ start: match.index, end: match.index + word.length, text: word })
  }
  return words
}

/** Whether something parts two words, so that no name runs across them ("Austin, Texas"). */
function isParted(text: string, left: Word, right: Word): boolean {
  return /[,;:|()/\n•–—]/.test(text.slice(left.end, right.start))
}

function takeRun(text: string, words: readonly Word[], at: number): readonly string[] {
  const run: string[] = []
  for (let index = at; index < words.length && run.length < 10; index++) {
    const word = words[index]
    const previous = words[index - 1]
    if (word === undefined) break
    if (run.length > 0 && previous !== undefined && isParted(text, previous, word)) break
    run.push(word.text)
  }
  return run
}

/** Short names are abbreviations, written in capitals; longer ones begin with one, unless nothing else is spelled so. */
function isSpelledAsPlace(name: string, isAmbiguous: boolean): boolean {
  if (/^\p{L}{1,3}$/u.test(name) && isAmbiguous) return name === name.toUpperCase()
  return !isAmbiguous || /^\P{Ll}/u.test(name)
}

function mentionAt(
  text: string,
  words: readonly Word[],
  at: number,
): (PlaceMention & { readonly length: number }) | null {
  const word = words[at]
  if (word === undefined || (longestNameFrom(word.text) === 0 && !CODE.test(word.text))) return null
  const names = lookUpPlaces(takeRun(text, words, at), 0).filter(name => !name.isAdjective)
  if (TIME_ZONE.test(word.text)) return null
  const longest = names[0]
  // The district's code means its city, which is named first.
  const codes = CODE.test(word.text) && word.text !== 'DC' ? lookUpCode(word.text) : []
  const length = longest?.length ?? 1
  if (longest === undefined && codes.length === 0) return null
  const end = words[at + length - 1]?.end ?? word.end
  const name = text.slice(word.start, end)
  const isAmbiguous = longest?.isAmbiguousWord ?? true
  if (!isSpelledAsPlace(name, isAmbiguous)) return null
  if (longest?.kind === 'city' && COMPOUND.test(text.slice(end, end + 12))) return null
  const same = names.filter(each => each.length === length)
  const meanings =
    length > 1 ? same : [...codes, ...same.filter(each => codes.every(code => code.name !== each.name))]
  return { start: word.start, end, text: name, meanings, isAmbiguous, length }
}

/** Finds the places that are named in a text, in order; the longest name wins where names overlap. */
export function scanPlaces(text: string): readonly PlaceMention[] {
  const words = splitWords(text)
  const mentions: PlaceMention[] = []
  for (let at = 0; at < words.length; ) {
    const mention = mentionAt(text, words, at)
    if (mention === null) {
      at++
      continue
    }
    const { length, ...rest } = mention
    mentions.push(rest)
    at += length
  }
  return mentions
}
