import type { Catalog } from '../catalog/catalog.ts'
import { toYearlyDollars } from '../posting/pay/to-yearly-dollars.ts'
import type { Measure, Query, Subject } from '../query/query.ts'
import type { Statistic } from './answer.ts'
import { chooseCurrency } from './choose-currency.ts'

const MEASURED: Readonly<Record<Measure, (sorted: readonly number[]) => number>> = {
  median: sorted => quantile(sorted, 0.5),
  average: sorted => sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
  lowest: sorted => quantile(sorted, 0),
  highest: sorted => quantile(sorted, 1),
  range: sorted => quantile(sorted, 0.5),
}

/** The value below which a share of the values lies; between two values, in proportion. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const [low = Number.NaN, high = Number.NaN] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  return low + (high - low) * (place - Math.floor(place))
}

/** Fewer values are listed: a median of three says less than the three. */
export const FEWEST_SUMMED = 5

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

/** A figure of one posting. */
interface Figure {
  readonly posting: number
  readonly value: number
}

function measureYears(catalog: Catalog, subject: Subject, matches: readonly number[]): Statistic {
  const figures = matches.map(posting => ({ posting, value: catalog.columns.years[posting] ?? Number.NaN }))
  const summed = sumUp(catalog, subject, figures, value => value)
  return { ...summed, field: 'yearsMin', currency: null, period: null, kind: null, others: [] }
}

/** Base pay and pay of which nothing is said are one kind; totals and on-target earnings are kept apart. */
const KIND_GROUPS = ['base', 'total', 'ote'] as const

/** A range counts with its middle, or with its end where the highest or lowest is asked for. */
function measurePay(
  catalog: Catalog,
  query: Query,
  subject: Subject,
  matches: readonly number[],
  defaultCurrency: string,
): Statistic {
  const currency = chooseCurrency(query, defaultCurrency)
  const rate = toYearlyDollars(1, currency, 'year') ?? 1
  const groups = KIND_GROUPS.map(kind => {
    const own = matches.filter(posting => kindOfPay(catalog, posting) === kind)
    const figures = own.map(posting => ({ posting, value: readFigure(catalog, subject, posting) }))
    return { ...sumUp(catalog, subject, figures, value => Math.round(value / rate)), kind }
  })
  const [first, ...others] = groups.toSorted((a, b) => b.n - a.n)
  const silent = matches.length - groups.reduce((sum, { n }) => sum + n, 0)
  const summed = first ?? { ...sumUp(catalog, subject, [], value => value), kind: null }
  return {
    ...summed,
    notStated: silent,
    field: 'salary',
    currency,
    period: 'year',
    others: others.filter(({ n }) => n > 0).map(({ kind, value, n }) => ({ kind, value, n })),
  }
}

function kindOfPay({ entries }: Catalog, posting: number): (typeof KIND_GROUPS)[number] {
  return entries[posting]?.posting.salary?.kind ?? 'base'
}

function readFigure({ columns }: Catalog, { measure }: Subject, posting: number): number {
  const { low, high } = columns.pay
  const [bottom, top] = [low[posting] ?? Number.NaN, high[posting] ?? Number.NaN]
  if (Number.isNaN(bottom) || Number.isNaN(top)) return Number.isNaN(top) ? bottom : top
  return measure === 'highest' ? top : measure === 'lowest' ? bottom : (bottom + top) / 2
}

function sumUp(
  catalog: Catalog,
  { measure }: Subject,
  figures: readonly Figure[],
  finish: (value: number) => number,
) {
  const stated = figures.filter(({ value }) => !Number.isNaN(value)).sort((a, b) => a.value - b.value)
  const values = stated.map(({ value }) => value)
  const isSummed = values.length >= FEWEST_SUMMED
  const share = (each: number) => finish(quantile(values, each))
  return {
    measure: measure ?? 'median',
    value: values.length === 0 || measure === null ? null : finish(MEASURED[measure](values)),
    n: values.length,
    notStated: figures.length - values.length,
    quartiles: isSummed ? ([share(0.25), share(0.5), share(0.75)] as const) : null,
    lowest: values.length === 0 ? null : share(0),
    highest: values.length === 0 ? null : share(1),
    listed: isSummed
      ? []
      : stated.flatMap(({ posting, value }) => listFigure(catalog, posting, finish(value))),
  }
}

function listFigure({ entries }: Catalog, number: number, value: number) {
  const posting = entries[number]?.posting
  return posting ? [{ path: posting.path, title: posting.title, company: posting.company, value }] : []
}
