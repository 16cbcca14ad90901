import type { Token } from './tokenize.ts'

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const SMALL = new Map(UNITS.split(' ').map((word, amount) => [word, amount]))
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, at) => [word, (at + 2) * 10]),
)

/** A count or amount, in digits or in words, and how many tokens it took. */
export interface PlainNumber {
  readonly amount: number
  readonly count: number
}

/**
 * Reads a number in digits or words; null where none starts at the token.
 * @example readNumber(tokenize('two hundred and fifty'), 0) // 250, 4 tokens
 */
export function readNumber(tokens: readonly Token[], at: number): PlainNumber | null {
  const token = tokens[at]
  if (token?.type === 'number') return { amount: token.amount, count: 1 }
  return readWords(tokens, at)
}

function readWords(tokens: readonly Token[], at: number): PlainNumber | null {
  const first = readBelowHundred(tokens, at)
  const hundredAt = at + (first?.count ?? 0)
  if (tokens[hundredAt]?.key !== 'hundred') return first
  const start = hundredAt + 1
  const skipped = tokens[start]?.key === 'and' ? 1 : 0
  const rest = readBelowHundred(tokens, start + skipped)
  const hundreds = (first?.amount ?? 1) * 100
  const ownCount = first?.count ?? 0
  return rest
    ? { amount: hundreds + rest.amount, count: ownCount + 1 + skipped + rest.count }
    : { amount: hundreds, count: ownCount + 1 }
}

function readBelowHundred(tokens: readonly Token[], at: number): PlainNumber | null {
  const key = tokens[at]?.key ?? ''
  const small = SMALL.get(key)
  if (small !== undefined) return { amount: small, count: 1 }
  const tens = TENS.get(key)
  if (tens === undefined) return null
  const hyphens = tokens[at + 1]?.text === '-' ? 1 : 0
  const unit = SMALL.get(tokens[at + 1 + hyphens]?.key ?? '')
  const isUnit = unit !== undefined && unit > 0 && unit < 10
  return isUnit ? { amount: tens + unit, count: 2 + hyphens } : { amount: tens, count: 1 }
}

/** The words that numbers are written with. */
export const NUMBER_WORDS: ReadonlySet<string> = new Set([
  ...SMALL.keys(),
  ...TENS.keys(),
  'hundred',
  'thousand',
  'million',
])
