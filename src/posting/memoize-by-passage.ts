/** Lines and sentences remembered at once: more than those of all but the longest postings, few enough to stay near at hand. */
const MOST_PASSAGES = 1000

/** The remembered passages, numbered once for all the functions that are asked about them. */
const numbers = new Map<string, number>()
/** How often the passages were forgotten; what was made before holds no more. */
let generation = 0
/** Several functions are asked about one passage in a row. */
let last = { passage: '', number: numberAnew('') }

function numberPassage(passage: string): number {
  if (passage !== last.passage) last = { passage, number: numbers.get(passage) ?? numberAnew(passage) }
  return last.number
}

function numberAnew(passage: string): number {
  if (numbers.size >= MOST_PASSAGES) {
    numbers.clear()
    generation++
  }
  const number = numbers.size
  numbers.set(passage, number)
  return number
}

/**
 * Remembers what a pure function made of the last lines and sentences: several readers ask the same of each.
 * A passage is looked up once however many functions are asked about it in a row.
 * The results are shared, so they must not be changed.
 * @example const splitOnce = memoizeByPassage(splitSentences)
 */
export function memoizeByPassage<T>(make: (passage: string) => T): (passage: string) => T {
  const made: (T | undefined)[] = new Array(MOST_PASSAGES).fill(undefined)
  let madeIn = generation
  return passage => {
    const number = numberPassage(passage)
    const askedIn = generation
    if (madeIn !== askedIn) {
      made.fill(undefined)
      madeIn = askedIn
    }
    const before = made[number]
    if (before !== undefined) return before
    const now = make(passage)
    // What was made may itself have asked about other passages, so many that all were forgotten.
    if (generation === askedIn) made[number] = now
    return now
  }
}
