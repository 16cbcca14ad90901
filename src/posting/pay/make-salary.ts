import type { PayZone, Salary } from '../posting.ts'
import type { Candidate } from './candidate.ts'

/** Makes one salary of the passages that state it: from the lowest to the highest amount, with the zones apart. */
export function makeSalary(candidates: readonly Candidate[]): Salary | null {
  const [first] = candidates
  if (!first) return null
  const lows = candidates.flatMap(candidate => candidate.min ?? [])
  const highs = candidates.flatMap(candidate => candidate.max ?? [])
  const isOpenBelow = lows.length < candidates.length
  const isOpenAbove = highs.length < candidates.length
  // "At least $120,000. At most $180,000." is open at neither end.
  const isClosed = isOpenBelow && isOpenAbove && lows.length > 0 && highs.length > 0
  return {
    min: isOpenBelow && !isClosed ? null : Math.min(...lows),
    max: isOpenAbove && !isClosed ? null : Math.max(...highs),
    currency: first.currency,
    period: first.period,
    kind: candidates.find(candidate => candidate.kind !== null)?.kind ?? null,
    zones: makeZones(candidates),
  }
}

/** Zones are ranges with a name; one alone, or several that are the same, are none. */
function makeZones(candidates: readonly Candidate[]): PayZone[] {
  const zones = new Map<string, PayZone>()
  for (const { label, min, max } of candidates) {
    if (label !== null) zones.set(`${label}|${min}|${max}`, { label, min, max })
  }
  const distinct = new Set([...zones.values()].map(zone => `${zone.min}|${zone.max}`))
  return distinct.size > 1 ? [...zones.values()] : []
}

/** Amounts that differ by less than this share are one amount rounded differently. */
const ROUNDING = 0.01

/** Whether two salaries say the same, up to rounding. */
export function isSameSalary(a: Salary, b: Salary): boolean {
  const isNear = (x: number | null, y: number | null): boolean =>
    x === null || y === null ? x === y : Math.abs(x - y) <= ROUNDING * Math.max(x, y)
  return a.currency === b.currency && a.period === b.period && isNear(a.min, b.min) && isNear(a.max, b.max)
}
