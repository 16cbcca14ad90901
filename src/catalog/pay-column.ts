import { toYearlyDollars } from '../posting/pay/to-yearly-dollars.ts'
import type { PayZone, Posting, Salary } from '../posting/posting.ts'
import { readZonePlaces } from './zone-places.ts'

/** A pay range in US dollars a year; NaN for an open end. */
export interface YearlyRange {
  readonly low: number
  readonly high: number
}

/** A separate range for a place or level. */
export interface YearlyZone extends YearlyRange {
  readonly label: string
  /** The places that the label names, as `placeKey` writes them; empty for "Zone 2". */
  readonly places: readonly string[]
}

/** The pay of every posting in US dollars a year; both ends NaN where none is stated or its currency is unknown. */
export interface PayColumn {
  readonly low: Float64Array
  readonly high: Float64Array
  /** Separate ranges, of the few postings that have them. */
  readonly zones: ReadonlyMap<number, readonly YearlyZone[]>
}

export function createPayColumn(postings: readonly Posting[]): PayColumn {
  const low = new Float64Array(postings.length).fill(Number.NaN)
  const high = new Float64Array(postings.length).fill(Number.NaN)
  const zones = new Map<number, readonly YearlyZone[]>()
  postings.forEach(({ salary }, posting) => {
    if (!salary) return
    const range = toYearlyRange(salary, salary)
    low[posting] = range.low
    high[posting] = range.high
    if (salary.zones.length > 0)
      zones.set(
        posting,
        salary.zones.map(zone => toZone(zone, salary)),
      )
  })
  return { low, high, zones }
}

function toZone(zone: PayZone, salary: Salary): YearlyZone {
  return { label: zone.label, places: readZonePlaces(zone.label), ...toYearlyRange(zone, salary) }
}

function toYearlyRange(
  ends: { readonly min: number | null; readonly max: number | null },
  salary: Salary,
): YearlyRange {
  const convert = (amount: number | null) =>
    amount === null ? Number.NaN : (toYearlyDollars(amount, salary.currency, salary.period) ?? Number.NaN)
  return { low: convert(ends.min), high: convert(ends.max) }
}
