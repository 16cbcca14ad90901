import type { Candidate } from './candidate.ts'

/**
 * Keeps the passages that speak of one and the same pay:
 * the surest ones, ranges before single amounts, base before total, one currency, one period.
 * @param tag the pay tag, whose currency is preferred
 */
export function chooseCandidates(candidates: readonly Candidate[], tag: Candidate | null): Candidate[] {
  const based = preferBase(preferRanges(preferSure(candidates)))
  const currency = chooseCurrency(based, tag)
  const paid = based.filter(candidate => candidate.currency === currency)
  const period = commonest(paid.map(candidate => candidate.period))
  return paid.filter(candidate => candidate.period === period)
}

/** The surest passages, and the amounts that a list gives for the zones of a range among them. */
function preferSure(candidates: readonly Candidate[]): Candidate[] {
  const best = Math.max(0, ...candidates.map(candidate => candidate.strength))
  const isSure = (one: Candidate): boolean => one.strength >= Math.min(best, 2)
  const ranges = candidates.filter(one => isSure(one) && one.isRange)
  const zones = candidates.filter(one => !isSure(one) && !one.isRange && isZoneOf(one, ranges))
  return candidates.filter(one => isSure(one) || (zones.length > 1 && zones.includes(one)))
}

/** Single amounts beside ranges are mostly something else, unless each is the pay of a zone. */
function preferRanges(candidates: readonly Candidate[]): Candidate[] {
  const ranges = candidates.filter(candidate => candidate.isRange)
  return ranges.length === 0
    ? [...candidates]
    : candidates.filter(one => one.isRange || isZoneOf(one, ranges))
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
