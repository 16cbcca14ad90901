import type { PayPeriod } from '../vocabulary.ts'
import type { Candidate } from './candidate.ts'
import { settlePeriod } from './read-period.ts'

type Data = Readonly<Record<string, unknown>>

const UNIT_TEXT: ReadonlyMap<string, PayPeriod> = new Map([
  ['YEAR', 'year'],
  ['MONTH', 'month'],
  ['WEEK', 'week'],
  ['DAY', 'day'],
  ['HOUR', 'hour'],
])

/** Reads the `baseSalary` of a schema.org `JobPosting`; null where it states no amount. */
export function readStructuredPay(jobPosting: Data | null): Candidate | null {
  const base = recordOf(jobPosting?.['baseSalary'])
  const value = recordOf(base['value'] ?? base)
  const currency = textOf(base['currency']) ?? textOf(value['currency'])
  const single = amountOf(value['value']) ?? amountOf(base['value'])
  const min = amountOf(value['minValue']) ?? single
  const max = amountOf(value['maxValue']) ?? single
  const amount = max ?? min
  if (currency === null || amount === null || !/^[A-Z]{3}$/.test(currency)) return null
  const unit = textOf(value['unitText']) ?? textOf(base['unitText']) ?? ''
  const period = settlePeriod(amount, currency, UNIT_TEXT.get(unit.toUpperCase()) ?? null)
  if (period === null) return null
  const quote = JSON.stringify(base['value'] ?? base).slice(0, 300)
  return { min, max, currency, period, kind: null, isRange: min !== max, strength: 3, label: null, quote }
}

const recordOf = (value: unknown): Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

function amountOf(value: unknown): number | null {
  const amount = typeof value === 'string' ? Number(value.replace(/,/g, '')) : value
  return typeof amount === 'number' && Number.isFinite(amount) && amount > 1 ? amount : null
}
