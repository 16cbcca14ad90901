import { currencyOfCountry } from '../pay/currencies.ts'
import { findRanges, type MoneyRange } from '../pay/find-ranges.ts'
import { hasPayWords, judgeRange, type Strength } from '../pay/judge-range.ts'
import { labelZone } from '../pay/label-zone.ts'
import { settlePeriod } from '../pay/read-period.ts'
import type { Contradiction, PayZone, Salary } from '../posting.ts'
import type { PostingText, Reading, Section } from '../posting-text.ts'
import type { PayKind, PayPeriod } from '../vocabulary.ts'

/** The pay of the role and where its passages disagree. */
export interface Pay {
  readonly salary: Salary | null
  readonly contradictions: readonly Contradiction[]
}

/** A range that may be the pay of the role, with its currency and period settled. */
interface Candidate {
  readonly min: number | null
  readonly max: number | null
  readonly currency: string
  readonly period: PayPeriod
  readonly kind: PayKind | null
  readonly isRange: boolean
  readonly strength: Strength
  readonly label: string | null
  readonly quote: string
}

/**
 * Reads what the role pays, from the pay tag and the text.
 * A range stated in the text beats the tag, which is often rounded or a union; where they disagree both are kept.
 * @param countries where the job sits (ISO 3166), for amounts without a currency
 */
export function readPay(text: PostingText, countries: readonly string[]): Reading<Pay> {
  const tag = readStructured(text) ?? readTag(text.payTag, countries)
  const body = chooseBody(findInSections(text.sections, countries), tag)
  if (tag === null) return report(body)
  if (body.length === 0) return report([tag])
  const isSure = body.some(({ strength, isRange }) => strength === 3 || (strength === 2 && isRange))
  return isSure ? report(body, [tag]) : report([tag])
}

/** Makes the reading of what won; what lost is kept where it says something else. */
function report(winners: readonly Candidate[], losers: readonly Candidate[] = []): Reading<Pay> {
  const salary = toSalary(winners)
  const other = toSalary(losers)
  const quotes = [...new Set(winners.map(candidate => candidate.quote))]
  if (salary === null || other === null || isAgreed(salary, other, [...winners, ...losers])) {
    return { value: { salary, contradictions: [] }, quotes }
  }
  const contradiction: Contradiction = {
    field: 'salary',
    values: [describe(salary), describe(other)],
    quotes: [quotes[0] ?? '', losers[0]?.quote ?? ''],
  }
  return { value: { salary, contradictions: [contradiction] }, quotes }
}

/** Two readings agree when they are the same, or when one is a single zone of the other. */
function isAgreed(a: Salary, b: Salary, candidates: readonly Candidate[]): boolean {
  if (isSame(a, b)) return true
  const parts = candidates.flatMap(candidate => toSalary([candidate]) ?? [])
  return parts.filter(part => isSame(part, a)).length > 1 || parts.filter(part => isSame(part, b)).length > 1
}

function readTag(tag: string | null, countries: readonly string[]): Candidate | null {
  if (tag === null) return null
  const around = { line: tag, sectionKind: 'pay', isUnderPay: true } as const
  const paying = findRanges(tag).filter(
    range => judgeRange({ ...range, isMoneyLike: true }, around) > 0 || range.isMoneyLike,
  )
  const candidates = paying.flatMap(range => settle(range, tag, 3, countries) ?? [])
  const ranges = candidates.filter(candidate => candidate.isRange)
  return (ranges[0] ?? candidates[0]) || null
}

/** The `baseSalary` of schema.org, where a page carries it. */
function readStructured(text: PostingText): Candidate | null {
  const base = asRecord(text.jobPosting?.['baseSalary'])
  const value = asRecord(base?.['value']) ?? base
  const currency = asText(base?.['currency']) ?? asText(value?.['currency'])
  if (!base || !value || currency === null || !/^[A-Z]{3}$/.test(currency)) return null
  const single = asNumber(value['value'])
  const min = asNumber(value['minValue']) ?? single
  const max = asNumber(value['maxValue']) ?? single
  const written =
    UNIT_TEXT.get((asText(value['unitText']) ?? asText(base['unitText']) ?? '').toUpperCase()) ?? null
  const period = settlePeriod(max ?? min ?? 0, currency, written)
  if (period === null) return null
  const quote = [min, max].filter(amount => amount !== null).join(' – ')
  return { min, max, currency, period, kind: null, isRange: min !== max, strength: 3, label: null, quote }
}

const UNIT_TEXT: ReadonlyMap<string, PayPeriod> = new Map([
  ['YEAR', 'year'],
  ['MONTH', 'month'],
  ['WEEK', 'week'],
  ['DAY', 'day'],
  ['HOUR', 'hour'],
])

const asRecord = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
const asText = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const asNumber = (value: unknown): number | null => {
  const number = typeof value === 'string' ? Number(value.replace(/,/g, '')) : value
  return typeof number === 'number' && Number.isFinite(number) && number > 0 ? number : null
}

/** For how many lines a line that speaks of pay lends its meaning to amounts below it. */
const CARRY_LINES = 8

function findInSections(sections: readonly Section[], countries: readonly string[]): Candidate[] {
  const found: Candidate[] = []
  let carry = 0
  for (const section of sections) {
    if (section.heading !== null) carry = hasPayWords(section.heading) ? CARRY_LINES : 0
    for (const line of section.lines) {
      const isUnderPay = carry > 0
      const ranges = findRanges(line.text)
      found.push(...readLine(line.text, ranges, section, isUnderPay, countries))
      carry = hasPayWords(line.text) ? CARRY_LINES : carry - 1
    }
  }
  return found
}

function readLine(
  line: string,
  ranges: readonly MoneyRange[],
  section: Section,
  isUnderPay: boolean,
  countries: readonly string[],
): Candidate[] {
  let from = 0
  return ranges.flatMap(range => {
    const isLineOfPay = isUnderPay || from > 0
    const strength = judgeRange(range, { line, sectionKind: section.kind, isUnderPay: isLineOfPay })
    const candidate = strength === 0 ? null : settle(range, line, strength, countries, from)
    if (candidate === null) return []
    from = range.end
    return candidate
  })
}

/** Gives a range its currency and period; null where it cannot be pay. */
function settle(
  range: MoneyRange,
  line: string,
  strength: Strength,
  countries: readonly string[],
  from = 0,
): Candidate | null {
  const currency = settleCurrency(range, line, countries)
  const amount = range.max ?? range.min
  if (currency === null || amount === null || amount <= 1) return null
  const period = settlePeriod(amount, currency, range.period)
  if (period === null || (range.min !== null && settlePeriod(range.min, currency, period) !== period))
    return null
  const label = labelZone(
    line.slice(Math.max(from, range.start - 200), range.start),
    line.slice(range.end, range.end + 100),
  )
  const { min, max, kind, isRange } = range
  return { min, max, currency, period, kind, isRange, strength, label, quote: quoteAround(line, range) }
}

const DOLLAR_COUNTRIES: ReadonlySet<string> = new Set(['CA', 'AU', 'NZ', 'SG', 'HK'])

/** The currency as written, else named elsewhere in the line, else that of the one country of the job. */
function settleCurrency(range: MoneyRange, line: string, countries: readonly string[]): string | null {
  if (range.currency !== null && !range.isBareDollar) return range.currency
  const named = /\b(?:currency: ?|in |all figures )?(USD|CAD|AUD|NZD|SGD|HKD)\b/.exec(
    line.slice(range.end, range.end + 60),
  )?.[1]
  if (named !== undefined) return named
  const [country, ...others] = countries
  const own = country !== undefined && others.length === 0 ? currencyOfCountry(country) : null
  if (range.currency === null) return own ?? (countries.includes('US') ? 'USD' : null)
  return country !== undefined && others.length === 0 && DOLLAR_COUNTRIES.has(country) ? own : 'USD'
}

/** Longest passage quoted (characters). */
const MAX_QUOTE = 320

/** The sentence that a range stands in, word for word. */
function quoteAround(line: string, range: MoneyRange): string {
  const before = line.slice(0, range.start)
  const start = Math.max(
    0,
    ...Array.from(before.matchAll(/(?<=[\p{Ll})][.!?]) /gu), match => match.index + 1),
  )
  const rest = line.slice(range.end)
  const stop = /[.!?;](?= |$)/.exec(rest)?.index
  const end = stop === undefined ? line.length : range.end + stop + 1
  const quote = line.slice(start, end)
  return quote.length <= MAX_QUOTE
    ? quote
    : line.slice(Math.max(start, range.start - 200), Math.min(end, range.end + 100)).trim()
}

/** Keeps what speaks of one pay: the surest passages, ranges before single amounts, base before total, one currency. */
function chooseBody(candidates: readonly Candidate[], tag: Candidate | null): Candidate[] {
  const best = Math.max(0, ...candidates.map(candidate => candidate.strength))
  const sure = candidates.filter(candidate => candidate.strength >= Math.min(best, 2))
  const ranged = preferRanges(sure)
  const based = preferBase(ranged)
  const currency = chooseCurrency(based, tag)
  const paid = based.filter(candidate => candidate.currency === currency)
  const period = commonest(paid.map(candidate => candidate.period))
  return paid.filter(candidate => candidate.period === period)
}

/** Single amounts beside ranges are mostly something else, unless each is the pay of a zone. */
function preferRanges(candidates: readonly Candidate[]): Candidate[] {
  const ranges = candidates.filter(candidate => candidate.isRange)
  if (ranges.length === 0) return [...candidates]
  return candidates.filter(candidate => candidate.isRange || isZoneOf(candidate, ranges))
}

function isZoneOf(single: Candidate, ranges: readonly Candidate[]): boolean {
  const amount = single.max ?? single.min ?? 0
  return (
    single.label !== null && ranges.some(range => amount >= (range.min ?? 0) && amount <= (range.max ?? 0))
  )
}

function preferBase(candidates: readonly Candidate[]): Candidate[] {
  const base = candidates.filter(candidate => candidate.kind === 'base' || candidate.kind === null)
  return base.length > 0 ? base : [...candidates]
}

function chooseCurrency(candidates: readonly Candidate[], tag: Candidate | null): string | null {
  const currencies = candidates.map(candidate => candidate.currency)
  if (tag !== null && currencies.includes(tag.currency)) return tag.currency
  return currencies.includes('USD') ? 'USD' : (commonest(currencies) ?? null)
}

function commonest<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

function toSalary(candidates: readonly Candidate[]): Salary | null {
  const [first] = candidates
  if (!first) return null
  const lows = candidates.map(candidate => candidate.min)
  const highs = candidates.map(candidate => candidate.max)
  const zones = toZones(candidates)
  return {
    min: lows.includes(null) ? null : Math.min(...lows.flatMap(low => low ?? [])),
    max: highs.includes(null) ? null : Math.max(...highs.flatMap(high => high ?? [])),
    currency: first.currency,
    period: first.period,
    kind: candidates.find(candidate => candidate.kind !== null)?.kind ?? null,
    zones,
  }
}

function toZones(candidates: readonly Candidate[]): PayZone[] {
  const zones = new Map<string, PayZone>()
  for (const { label, min, max } of candidates) {
    if (label !== null) zones.set(`${label}|${min}|${max}`, { label, min, max })
  }
  const distinct = new Set([...zones.values()].map(zone => `${zone.min}|${zone.max}`))
  return distinct.size > 1 ? [...zones.values()] : []
}

/** Amounts that differ by less than this share are one amount rounded differently. */
const ROUNDING = 0.01

function isSame(a: Salary, b: Salary): boolean {
  const isNear = (x: number | null, y: number | null): boolean =>
    x === null || y === null ? x === y : Math.abs(x - y) <= ROUNDING * Math.max(x, y)
  return a.currency === b.currency && a.period === b.period && isNear(a.min, b.min) && isNear(a.max, b.max)
}

function describe({ min, max, currency, period }: Salary): string {
  const ends = min === max ? `${min}` : `${min ?? ''}–${max ?? ''}`
  return `${ends} ${currency} a ${period}`
}
