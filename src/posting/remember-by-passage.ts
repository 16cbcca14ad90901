import { copyText } from './narrow-text.ts'

/**
 * Room for what is remembered of late, and again as much for what came before it (bytes, by rough count): the lines and
 * sentences of some 4,000 postings.
 */
let room = 24_000_000
/** What a passage takes besides its characters and what was found in it, which is as much again (bytes, by rough count). */
const BESIDES = 120

/** A line or sentence with what each function made of it, by the number of the function. */
interface Remembered {
  readonly text: string
  /** A bit for each function that found nothing, as most do in most passages. */
  nothing: number
  /** What the others found, the last first. */
  found: Finding | null
  /** Where it stood in `trail` when it was looked up last. */
  at: number
}

/** What one function found, and what those before it did: a list would be copied to grow, with room to spare. */
interface Finding {
  readonly by: number
  readonly result: unknown
  readonly before: Finding | null
}

let functions = 0
let recent = new Map<string, Remembered>()
let earlier: ReadonlyMap<string, Remembered> = new Map()
let used = 0
/** Several functions are asked about one passage in a row. */
let last = createRemembered('')
/** What was looked up of late, in order: one reader after the other goes over the passages of a posting in nearly the same. */
let trail: Remembered[] = []
const LONGEST_TRAIL = 1000

function createRemembered(text: string): Remembered {
  return { text, nothing: 0, found: null, at: 0 }
}

/**
 * Sets how much is remembered in this thread, where memory is short.
 * @param bytes for what is remembered of late, and again as much for what came before it
 */
export function limitPassages(bytes: number): void {
  room = bytes
}

/** Forgets everything: after a load the memory is worth more elsewhere. */
export function forgetPassages(): void {
  recent = new Map()
  earlier = new Map()
  used = 0
  last = createRemembered('')
  trail = []
}

function recall(passage: string): Remembered {
  if (passage === last.text) return last
  const next = trail[last.at + 1]
  if (next !== undefined && next.text === passage) last = next
  else {
    const afterNext = trail[last.at + 2]
    last = afterNext !== undefined && afterNext.text === passage ? afterNext : lookUp(passage)
  }
  return last
}

function lookUp(passage: string): Remembered {
  const remembered = recent.get(passage) ?? keep(passage)
  if (trail[remembered.at] === remembered) return remembered
  if (trail.length >= LONGEST_TRAIL) trail = []
  remembered.at = trail.push(remembered) - 1
  return remembered
}

/** Half of what is remembered goes at a time: the half that was asked about longest ago. */
function keep(passage: string): Remembered {
  if (used > room) {
    earlier = recent
    recent = new Map()
    used = 0
  }
  const remembered = earlier.get(passage) ?? createRemembered(copyText(passage))
  recent.set(remembered.text, remembered)
  used += remembered.text.length + BESIDES
  return remembered
}

/** The copy of a passage that is remembered: to ask about it later takes less than about one that was cut out anew. */
export const keepPassage = (passage: string): string => recall(passage).text

/** As many functions as a number has bits for. */
const MOST_FUNCTIONS = 31

/**
 * Remembers what a pure function read in a line or sentence, over thousands of postings: much of what companies write, they
 * paste into all of theirs. Of the sentences of 1,570 postings 39 % stood in one before; the larger the load, the more.
 * For results that are small, most of all null or an empty list; for what takes memory there is `memoizeByPassage`.
 * The results are shared, so they must not be changed.
 * @param read never gives undefined, and either null or an empty list for nothing, not both
 * @throws where there are more such functions than are told apart
 * @example const readPayOnce = rememberByPassage(readPay)
 */
export function rememberByPassage<T>(read: (passage: string) => T): (passage: string) => T {
  const number = functions++
  if (number >= MOST_FUNCTIONS) throw new RangeError(`more than ${MOST_FUNCTIONS} functions to remember for`)
  const bit = 1 << number
  let nothing: T | undefined
  return passage => {
    const remembered = recall(passage)
    // Only this function sets its bit, and not before it found nothing once.
    if ((remembered.nothing & bit) !== 0) return nothing as T
    const before = findResult(remembered.found, number)
    if (before !== undefined) return before as T
    const now = read(remembered.text)
    if (isNothing(now)) {
      nothing ??= now
      remembered.nothing |= bit
      return nothing
    }
    const result = trimRoom(now)
    remembered.found = { by: number, result, before: remembered.found }
    return result
  }
}

function findResult(found: Finding | null, number: number): unknown {
  for (let finding = found; finding !== null; finding = finding.before)
    if (finding.by === number) return finding.result
  return undefined
}

/** A list that has grown item by item holds room for a dozen more; the copy has none. */
const trimRoom = <T>(result: T): T => (Array.isArray(result) ? (result.slice() as T) : result)

const isNothing = (result: unknown): boolean =>
  result === null || (Array.isArray(result) && result.length === 0)
