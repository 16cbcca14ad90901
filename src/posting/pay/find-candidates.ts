import { listMatches } from '../list-matches.ts'
import type { Section, SectionKind } from '../posting-text.ts'
import { rememberByPassage } from '../remember-by-passage.ts'
import type { PayKind } from '../vocabulary.ts'
import type { Candidate } from './candidate.ts'
import { findRanges, type MoneyRange } from './find-ranges.ts'
import { hasPayWords, judgeRange, type Strength } from './judge-range.ts'
import { labelFromLineAbove, labelZone } from './label-zone.ts'
import { settlePeriod } from './read-period.ts'
import { settleCurrency } from './settle-currency.ts'

/** For how many lines a line that speaks of pay lends its meaning to amounts below it. */
const CARRY_LINES = 8
/** No posting states more amounts than this; what goes on longer is no posting. */
const MAX_CANDIDATES = 60

interface Line {
  readonly text: string
  readonly sectionKind: SectionKind
  /** The number of the first line whose words may bear on it: the last heading; its own for a heading. */
  readonly first: number
}

interface PayLine extends Line {
  /** The heading and the lines right before, the nearest last. */
  readonly above: readonly string[]
}

/** Finds every range in a posting's text that may be the pay of the role. */
export function findCandidates(sections: readonly Section[], countries: readonly string[]): Candidate[] {
  const lines = listLines(sections)
  const found: Candidate[] = []
  for (let i = 0; i < lines.length && found.length < MAX_CANDIDATES; i++) {
    const line = lines[i]
    // Most lines hold no number: this look costs less than remembering them.
    if (!line || !/\d/.test(line.text)) continue
    const ranges = findRanges(line.text)
    if (ranges.length === 0) continue
    const above = lines.slice(Math.max(line.first, i - CARRY_LINES), i).map(({ text }) => text)
    for (const one of readLine({ ...line, above }, ranges, countries))
      found.push(one.kind === null ? { ...one, kind: readKindNote(lines.slice(i + 1, i + 3)) } : one)
  }
  return found.slice(0, MAX_CANDIDATES)
}

function listLines(sections: readonly Section[]): Line[] {
  const lines: Line[] = []
  let first = 0
  for (const { heading, kind, lines: own } of sections) {
    if (heading !== null) {
      first = lines.length
      // "Compensation: $120,000 - $150,000" is often a heading itself.
      lines.push({ text: heading, sectionKind: kind, first })
    }
    for (const { text } of own) lines.push({ text, sectionKind: kind, first })
  }
  return lines
}

const speaksOfPay = rememberByPassage(hasPayWords)

/** What figures count is sometimes said in the sentence after them. */
const KIND_NOTE =
  /\b(?:ranges?|figures?|amounts?|numbers?|salar(?:y|ies))\b[^.]{0,50}?\b(?:(total (?:compensation|cash|comp)\b)|(on[- ]target|ote\b)|(base (?:salary|pay)\b))/i

function readKindNote(lines: readonly Line[]): PayKind | null {
  const match = KIND_NOTE.exec(lines.map(line => line.text.slice(0, 300)).join(' '))
  if (!match) return null
  if (match[1] !== undefined) return 'total'
  return match[2] === undefined ? 'base' : 'ote'
}

function readLine(
  line: PayLine,
  ranges: readonly MoneyRange[],
  countries: readonly string[],
): readonly Candidate[] {
  let from = 0
  const found = ranges.flatMap(range => {
    const around = {
      line: line.text,
      sectionKind: line.sectionKind,
      isUnderPay: from > 0 || line.above.some(speaksOfPay),
    }
    const strength = judgeRange(range, around)
    const candidate = strength === 0 ? null : settleCandidate(range, line, strength, countries, from)
    if (candidate === null) return []
    from = range.end
    return candidate
  })
  return found.map(one => (isBesideSurer(one, found) ? { ...one, strength: 2 } : one))
}

/** "L3: $120k-$140k, L4: $140k-$170k": what makes the second one pay makes the first one pay as well. */
const isBesideSurer = (one: Candidate, found: readonly Candidate[]): boolean =>
  one.isRange &&
  one.strength === 1 &&
  found.some(
    other =>
      other.isRange && other.strength > 1 && other.currency === one.currency && other.period === one.period,
  )

/** A tag that names a bonus or a budget and no pay before the amount. */
const EXTRAS_ONLY =
  /^(?!.{0,40}\b(?:base|salary|pay|ote|compensation)\b).{0,40}\b(?:bonus(?:es)?|credits?|stipend|budget|allowance|revenue|funding|raised)\b[^.;\d]{0,14}$/i

/** Finds the pay in a pay tag, where whatever is no bonus, budget or the like is the pay of the role. */
export function findTagCandidate(tag: string, countries: readonly string[]): Candidate | null {
  const around = { line: tag, sectionKind: 'pay', isUnderPay: true } as const
  const paying = findRanges(tag).filter(
    range =>
      (range.isMoneyLike && !EXTRAS_ONLY.test(tag.slice(0, range.start))) || judgeRange(range, around) > 0,
  )
  const candidates = paying.flatMap(
    range => settleCandidate(range, { text: tag, above: [] }, 3, countries) ?? [],
  )
  return candidates.find(candidate => candidate.isRange) ?? candidates[0] ?? null
}

/**
 * Gives a range its currency and period; null where it cannot be pay.
 * @param from where the pay before it in the line ends; its label is looked for from there on
 */
function settleCandidate(
  range: MoneyRange,
  { text: line, above }: Pick<PayLine, 'text' | 'above'>,
  strength: Strength,
  countries: readonly string[],
  from = 0,
): Candidate | null {
  const currency = settleCurrency(range, line, countries, above)
  const amount = range.max ?? range.min
  if (currency === null || amount === null || amount <= 1) return null
  const period = settlePeriod(amount, currency, range.period)
  if (period === null || (range.min !== null && settlePeriod(range.min, currency, period) !== period))
    return null
  const label =
    labelZone(
      line.slice(Math.max(from, range.start - 200), range.start),
      line.slice(range.end, range.end + 100),
    ) ?? labelFromLineAbove(above)
  const { min, max, kind, isRange } = range
  return { min, max, currency, period, kind, isRange, strength, label, quote: quoteAround(line, range) }
}

/** How far a quote may reach to either side of the amounts (characters). */
const REACH = { before: 240, after: 160 }

/** The sentence that a range stands in, word for word. */
function quoteAround(line: string, range: MoneyRange): string {
  const from = Math.max(0, range.start - REACH.before)
  const before = line.slice(from, range.start)
  const rest = line.slice(range.end, range.end + REACH.after)
  const breaks = listMatches(/(?<=[\p{Ll})][.!?]) /gu, before).map(match => match.index + 1)
  const start = from + (breaks.at(-1) ?? 0)
  const stop = /[.!?;](?= |$)/.exec(rest)?.index
  return line.slice(start, range.end + (stop === undefined ? rest.length : stop + 1)).trim()
}
