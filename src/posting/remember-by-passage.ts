import { copyText } from './narrow-text.ts'

/**
 * Room for what is remembered of late, and again as much for what came before it (bytes, by rough count): the lines and
 * sentences of some 1,000 postings.
 */
const ROOM = 10_000_000
/** What a passage takes besides its characters (bytes, by rough count). */
const BESIDES = 250

/** A line or sentence with what each function made of it, by the number of the function. */
interface Remembered {
  readonly text: string
  readonly made: unknown[]
}

let functions = 0
let recent = new Map<string, Remembered>()
let earlier: ReadonlyMap<string, Remembered> = new Map()
let used = 0
/** Several functions are asked about one passage in a row. */
let last: Remembered = { text: '', made: [] }

function recall(passage: string): Remembered {
  if (passage !== last.text) last = recent.get(passage) ?? keep(passage)
  return last
}

/** Half of what is remembered goes at a time: the half that was asked about longest ago. */
function keep(passage: string): Remembered {
  if (used > ROOM) {
    earlier = recent
    recent = new Map()
    used = 0
  }
  const known = earlier.get(passage)
  const text = known?.text ?? copyText(passage)
  const remembered = { text, made: known?.made ?? new Array(functions).fill(undefined) }
  recent.set(text, remembered)
  used += text.length + BESIDES
  return remembered
}

/** Forgets everything, so that a benchmark can read documents as if it never had. */
export function forgetPassages(): void {
  recent = new Map()
  earlier = new Map()
  used = 0
  last = { text: '', made: [] }
}

/**
 * Remembers what a pure function read in a line or sentence, over thousands of postings: much of what companies write, they
 * paste into all of theirs. Of the sentences of 1,570 postings 39 % stood in one before; the larger the load, the more.
 * For results that are small, most of all "nothing"; for what takes memory there is `memoizeByPassage`.
 * The results are shared, so they must not be changed.
 * @param read never gives undefined
 * @example const readPayOnce = rememberByPassage(readPay)
 */
export function rememberByPassage<T>(read: (passage: string) => T): (passage: string) => T {
  const number = functions++
  return passage => {
    const { text, made } = recall(passage)
    const before = made[number]
    // Only this function writes there.
    if (before !== undefined) return before as T
    const now = read(text)
    made[number] = now
    return now
  }
}
