import { listMatches } from '../list-matches.ts'
import { listPattern } from '../list-pattern.ts'
import { rememberByPassage } from '../remember-by-passage.ts'
import type { PayKind, PayPeriod } from '../vocabulary.ts'
import { isBareMoney } from './bare-money.ts'
import { type Amount, findAmounts } from './find-amounts.ts'
import { readPeriod } from './read-period.ts'

/** One or two amounts that a text gives together, before it is known what they pay for. */
export interface MoneyRange {
  readonly min: number | null
  readonly max: number | null
  /** ISO 4217 as written; null where no sign, code or name stands beside it. */
  readonly currency: string | null
  readonly isBareDollar: boolean
  /** The period as written; null where none is. */
  readonly period: PayPeriod | null
  readonly kind: PayKind | null
  /** True for "A to B"; false for a single amount, open or not. */
  readonly isRange: boolean
  /** True where the digits look like money even without a sign: "212,000", "90k". */
  readonly isMoneyLike: boolean
  readonly start: number
  readonly end: number
}

/** A range whose top is more than so many times its bottom is two amounts that happen to stand together. */
const MAX_SPREAD = 8

const JOINERS = new Set([
  '-',
  '--',
  'to',
  'and',
  'up to',
  'bis',
  'bis zu',
  'à',
  'a',
  'do',
  'hasta',
  'até',
  'o',
  'y',
  'et',
  'e',
  'und',
  'i',
  'till',
  'tot',
  'through',
  'och',
  'en',
  'to a',
  '- to',
  '/',
  '',
])
/** Joiners that also list things; a range needs "between" before them. */
const LISTING = new Set(['and', 'y', 'et', 'e', 'und', 'i', 'a', 'en', 'och'])
const BETWEEN =
  /\b(?:between|entre|zwischen|pomiędzy|między|tussen|mellan|from|de|range[sd]?(?: is| of)?)\b[^.$€£]{0,30}$/i

/** Words between two amounts that do not part them: "$120,000/yr base - max $150,000". */
const NOISE = listPattern({
  words: [
    String.raw`\b(?:per|a|an) (?:year|annum|month|week|day|hour|yr|hr)\b`,
    String.raw`\/ ?(?:year|yr|annum|month|mo|week|day|hour|hr|h)\b`,
    String.raw`\b(?:annually|annual|yearly|monthly|hourly|base|gross|brutto|net|netto|min|mid|max|minimum|midpoint|maximum|low|high|usd|eur|gbp|cad|us|range|kr)\b`,
    String.raw`[:*|_~()]|,-(?=\s)`,
  ],
  flags: 'g',
})

/** How much of a line is searched (characters); no paragraph is longer. */
const MAX_LINE = 20_000

/** Finds amounts and ranges of money in a line, in order; plain numbers ("5 years") are left out. */
export const findRanges: (line: string) => readonly MoneyRange[] = rememberByPassage(listRanges)

function listRanges(text: string): MoneyRange[] {
  const amounts = findAmounts(text.slice(0, MAX_LINE))
  // A plain number becomes money only beside one that is.
  if (!amounts.some(amount => amount.currency !== null || looksLikeMoney(amount))) return []
  const ranges: MoneyRange[] = []
  for (let i = 0; i < amounts.length; i++) {
    const group = gatherGroup(text, amounts, i)
    const last = i + group.length - 1
    if (mayBeMoney(group))
      ranges.push(
        describeGroup(text, group, amounts[i - 1]?.end ?? 0, amounts[last + 1]?.start ?? text.length),
      )
    i = last
  }
  return ranges
}

const looksLikeMoney = ({ isGrouped, isCrowns, scale, value }: Amount): boolean =>
  isGrouped || isCrowns || scale > 1 || (value >= 20_000 && value < 1e7)

const mayBeMoney = (group: readonly Amount[]): boolean =>
  group.some(amount => amount.currency !== null) || group.every(looksLikeMoney)

/** The amounts from one on that belong together: at most minimum, middle and maximum. */
function gatherGroup(text: string, amounts: readonly Amount[], first: number): Amount[] {
  const start = amounts[first]
  if (!start) return []
  const group = [start]
  for (const next of amounts.slice(first + 1, first + 3)) {
    const last = group.at(-1) ?? start
    const joiner = readJoiner(text, last, next)
    // "$130k - $150k / $170k - $190k" are two ranges.
    if (joiner === null || (joiner === '/' && group.length > 1)) break
    const pair = alignScales(last, next)
    if (!pair) break
    group.splice(-1, 1, ...pair)
  }
  return group
}

/** The word or sign that makes two amounts a range, '' for a mark among others; null where they are none. */
function readJoiner(text: string, left: Amount, right: Amount): string | null {
  if (right.start - left.end > 160 || right.start < left.end) return null
  const between = text.slice(left.end, right.start).replace(/\[[^[\]]{0,120}\]/g, ' ')
  if (between.length > 44) return null
  if (
    left.currency !== null &&
    right.currency === null &&
    !isBareMoney(text.slice(right.end, right.end + 20))
  )
    return null
  const isTilde = /^\s?(?:kr\.?)?\s?~\s?$/i.test(between)
  const word = between
    .toLowerCase()
    .replace(/[–—−‐‑]/g, '-')
    .replace(NOISE, ' ')
    .replace(/\s{1,9}/g, ' ')
    .trim()
  if (isTilde) return ''
  if (!JOINERS.has(word)) return null
  if (word === '') return /[–—−~:|-]|\bmax/i.test(between) ? word : null
  const isListing = LISTING.has(word) && !BETWEEN.test(text.slice(Math.max(0, left.start - 60), left.start))
  // "R$ 8.000 a R$ 12.000" is a range of two amounts of money.
  const isMoneyToMoney = word === 'a' && left.currency !== null && right.currency !== null
  return isListing && !isMoneyToMoney ? null : word
}

/** "$120-150k" and "90k - 150" write the scale once; null where the two make no range. */
function alignScales(left: Amount, right: Amount): [Amount, Amount] | null {
  const isThousands =
    right.scale === 1 && right.isGrouped && left.scale === 1 && left.value < 1000 && left.value >= 10
  const [low, high] = isThousands
    ? [{ ...left, value: left.value * 1000, isGrouped: true }, right]
    : left.scale === 1 && right.scale > 1 && left.value < 1000
      ? [{ ...left, value: left.value * right.scale, scale: right.scale }, right]
      : right.scale === 1 && left.scale > 1 && right.value < 1000
        ? [left, { ...right, value: right.value * left.scale, scale: left.scale }]
        : [left, right]
  const isRange = low.value <= high.value && high.value <= low.value * MAX_SPREAD
  const isSameCurrency =
    low.currency === null ||
    high.currency === null ||
    low.currency === high.currency ||
    low.isBareDollar ||
    high.isBareDollar
  return isRange && isSameCurrency ? [low, high] : null
}

/** `from` and `to` are where the amounts before and after the group end and start. */
function describeGroup(text: string, group: readonly Amount[], from: number, to: number): MoneyRange {
  const first = group[0]
  const last = group.at(-1)
  if (!first || !last) throw new RangeError('a range needs an amount')
  const telling =
    group.find(amount => amount.currency !== null && !amount.isBareDollar) ??
    group.find(amount => amount.currency !== null)
  const isRange = group.length > 1
  const ends = isRange ? { min: first.value, max: last.value } : readEnds(text, first)
  const { start } = first
  const { end } = last
  return {
    ...ends,
    currency: telling?.currency ?? null,
    isBareDollar: telling?.isBareDollar ?? false,
    period: readPeriod(text, start, end),
    kind: readKind(text.slice(Math.max(from, start - 160), start), text.slice(end, Math.min(to, end + 70))),
    isRange,
    isMoneyLike: group.every(looksLikeMoney),
    start,
    end,
  }
}

const UP_TO =
  /(?:up to|upto|max(?:imum|\.)?(?: (?:base |annual |gross )?(?:salary|pay))?(?: of| is)?|not exceed(?:ing)?|as high as|bis zu|bis|jusqu'à|jusqu’à|hasta|até|tot|do|máximo|maximaal|maximal|upp till)\s{0,3}:?\s{0,2}$/i
const FROM = listPattern({
  words: [
    String.raw`starts? (?:at|from)|starting (?:at|from)|from|min(?:imum|\.)?(?: (?:base |annual |gross )?(?:salary|pay))?(?: of| is)?|at least`,
    'no less than|over|above|more than|upwards of|ab|mindestens|à partir de|desde',
    'a partir de|vanaf|minimaal|från|lägst|od|powyżej',
  ],
  after: String.raw`\s{0,3}:?\s{0,2}$`,
})

/** A single amount is open below after "up to", open above after "from" or before "+". */
function readEnds(text: string, amount: Amount): { min: number | null; max: number | null } {
  const before = text.slice(Math.max(0, amount.start - 24), amount.start)
  const after = text.slice(amount.end, amount.end + 14)
  if (UP_TO.test(before)) return { min: null, max: amount.value }
  if (amount.isOpen || FROM.test(before) || /^\s?(?:and|or) (?:up|above|more)/i.test(after))
    return { min: amount.value, max: null }
  return { min: amount.value, max: amount.value }
}

const KINDS: readonly (readonly [PayKind, RegExp])[] = [
  ['ote', /\bote\b|on[- ]target earnings|on target earnings|at plan/gi],
  [
    'total',
    listPattern({
      words: [
        String.raw`\btotal (?:target |annual |direct |cash |yearly )?(?:cash|compensation|comp|earnings)\b`,
        String.raw`\btcc?\b|inclusive of (?:bonus|commission|equity)`,
        String.raw`including (?:bonus|commission|equity)|base \+ bonus|base (?:plus|and) bonus`,
      ],
      flags: 'gi',
    }),
  ],
  ['base', /\bbase\b|\bfixed\b|grundgehalt|fixgehalt/gi],
]

/** What the figure counts, by the words nearest to it. */
function readKind(before: string, rest: string): PayKind | null {
  const after = rest.split(/[.;](?:\s|$)|\(/)[0] ?? ''
  const found = KINDS.flatMap(([kind, pattern]) => [
    ...listMatches(pattern, before).map(match => ({
      kind,
      distance: before.length - match.index - match[0].length,
    })),
    ...listMatches(pattern, after).map(match => ({ kind, distance: match.index })),
  ]).sort((a, b) => a.distance - b.distance)
  return found[0]?.kind ?? null
}
