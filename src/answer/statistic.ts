import type { Catalog } from '../catalog/catalog.ts'
import { toYearlyDollars } from '../posting/pay/to-yearly-dollars.ts'
import type { Measure, Query, Subject } from '../query/query.ts'
import type { Statistic } from './answer.ts'
import { chooseCurrency } from './choose-currency.ts'

const MEASURED: Readonly<Record<Measure, (sorted: readonly number[]) => number>> = {
  median: sorted =>
    (at(sorted, Math.floor((sorted.length - 1) / 2)) + at(sorted, Math.ceil((sorted.length - 1) / 2))) / 2,
  average: sorted => sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
  lowest: sorted => at(sorted, 0),
  highest: sorted => at(sorted, sorted.length - 1),
}

const at = (values: readonly number[], index: number) => values[index] ?? Number.NaN

/** Makes the figure that is asked for over the matches; null for another kind of question. */
export function makeStatistic(
  catalog: Catalog,
  query: Query,
  matches: readonly number[],
  defaultCurrency: string,
): Statistic | null {
  const { subject } = query
  if (query.kind !== 'statistic' || subject?.measure == null) return null
  return subject.field === 'experience'
    ? measureYears(catalog, subject, matches)
    : measurePay(catalog, query, subject, matches, defaultCurrency)
}

function measureYears({ columns }: Catalog, subject: Subject, matches: readonly number[]): Statistic {
  const values = matches.map(posting => columns.years[posting] ?? Number.NaN)
  return { ...measure(subject, values, value => value), field: 'yearsMin', currency: null, period: null }
}

/** A range counts with its middle, or with its end where the highest or lowest is asked for. */
function measurePay(
  catalog: Catalog,
  query: Query,
  subject: Subject,
  matches: readonly number[],
  defaultCurrency: string,
): Statistic {
  const { low, high } = catalog.columns.pay
  const currency = chooseCurrency(query, defaultCurrency)
  const rate = toYearlyDollars(1, currency, 'year') ?? 1
  const values = matches.map(posting => {
    const [bottom, top] = [low[posting] ?? Number.NaN, high[posting] ?? Number.NaN]
    if (Number.isNaN(bottom) || Number.isNaN(top)) return Number.isNaN(top) ? bottom : top
    return subject.measure === 'highest' ? top : subject.measure === 'lowest' ? bottom : (bottom + top) / 2
  })
  return {
    ...measure(subject, values, value => Math.round(value / rate)),
    field: 'salary',
    currency,
    period: 'year',
  }
}

function measure({ measure }: Subject, values: readonly number[], finish: (value: number) => number) {
  const stated = values.filter(value => !Number.isNaN(value)).sort((a, b) => a - b)
  const value = stated.length === 0 || measure === null ? null : finish(MEASURED[measure](stated))
  return { measure: measure ?? 'median', value, n: stated.length }
}
