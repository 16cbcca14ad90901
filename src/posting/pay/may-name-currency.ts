import { CURRENCY_SIGNS_AFTER, CURRENCY_SIGNS_BEFORE } from './currencies.ts'

/** Characters by which a sign, code or name is told from most other words. */
const TELLING = 3

const ASCII = /^[ -~]*$/

const BEGINNINGS = new Set(CURRENCY_SIGNS_AFTER.map(sign => sign.slice(0, TELLING).toLowerCase()))
const ENDINGS = new Set(CURRENCY_SIGNS_BEFORE.map(sign => sign.slice(-TELLING).toLowerCase()))

/** False where the text behind a number certainly begins with no currency: a look at three characters, before the long pattern. */
export function mayBeginWithCurrency(after: string): boolean {
  const start = skipLinks(after)
  if (start === null) return true
  const word = after.slice(start, start + TELLING).toLowerCase()
  return !ASCII.test(word) || word === 'in ' || isAnyPart(BEGINNINGS, size => word.slice(0, size))
}

/** False where the text before a number certainly ends with no currency. */
export function mayEndWithCurrency(before: string): boolean {
  let end = before.length
  while (end > 0 && JOINS.includes(before.charAt(end - 1))) end--
  const word = before.slice(Math.max(0, end - TELLING), end).toLowerCase()
  return !ASCII.test(word) || isAnyPart(ENDINGS, size => word.slice(-size))
}

/** What may stand between a sign and its number. */
const JOINS = ' *~:'

function isAnyPart(known: ReadonlySet<string>, partOf: (size: number) => string): boolean {
  for (let size = 1; size <= TELLING; size++) if (known.has(partOf(size))) return true
  return false
}

/** Where a currency may begin behind a space, a plus and a bracket or slash; null where the text begins otherwise. */
function skipLinks(after: string): number | null {
  let at = 0
  if (after.startsWith(',') || after.startsWith('.')) return null
  if (after.charAt(at) === ' ') at++
  if (after.charAt(at) === '+') at++
  if (after.charAt(at) === ' ') at++
  if (after.charAt(at) === '(' || after.charAt(at) === '/') at++
  return at
}
