import { listMatches } from '../list-matches.ts'
import { memoizeByPassage } from '../memoize-by-passage.ts'
import { createLiteralAutomaton } from './literal-automaton.ts'
import { findRequiredLiterals } from './required-literals.ts'

/** A pattern that is run on those texts only that hold one of the literals it needs. */
export interface ScreenedPattern {
  readonly test: (text: string) => boolean
  readonly exec: (text: string) => RegExpExecArray | null
  /** Every match, for a pattern with the flag g. */
  readonly findAll: (text: string) => readonly RegExpExecArray[]
}

/** The literals of every screened pattern, collected while the modules load. */
const sets: (readonly string[])[] = []

/** Which patterns a text may match, one bit each: one pass over the text tells it for all of them. */
let spot: (text: string) => readonly number[] = spotFirst

function spotFirst(text: string): readonly number[] {
  spot = memoizeByPassage(createLiteralAutomaton(sets).spot)
  return spot(text)
}

/** A module that is loaded late brings patterns of its own: the next text builds the automaton anew. */
function addLiterals(literals: readonly string[]): number {
  spot = spotFirst
  return sets.push(literals) - 1
}

/** Where the bit of a pattern stands among those of a text. */
interface Place {
  readonly word: number
  readonly bit: number
}

function placeLiterals(literals: readonly string[]): Place {
  const number = addLiterals(literals)
  return { word: number >> 5, bit: 1 << (number & 31) }
}

const NO_MATCHES: readonly RegExpExecArray[] = []

const isSpotted = (spotted: readonly number[], { word, bit }: Place): boolean =>
  ((spotted[word] ?? 0) & bit) !== 0

/**
 * Makes a pattern cheap on texts that it cannot match: many patterns share one pass over each text, which is remembered.
 * Worth it for patterns that few of the lines or sentences match; the results are those of the pattern itself.
 * @example screenPattern(/\b(?:remote|hybrid) work\b/i).test('We bake bread.') // false, and the pattern is not run
 */
export function screenPattern(pattern: RegExp): ScreenedPattern {
  const literals = findRequiredLiterals(pattern)
  if (literals === null)
    return {
      test: text => pattern.test(text),
      exec: text => pattern.exec(text),
      findAll: text => listMatches(pattern, text),
    }
  const place = placeLiterals(literals)
  const mayMatch = (text: string): boolean => isSpotted(spot(text), place)
  return {
    test: text => mayMatch(text) && pattern.test(text),
    exec: text => (mayMatch(text) ? pattern.exec(text) : null),
    findAll: text => (mayMatch(text) ? listMatches(pattern, text) : NO_MATCHES),
  }
}
