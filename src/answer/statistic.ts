import { type BitSet, countBits, intersect, subtract } from '../catalog/bit-set.ts'
import type { Catalog } from '../catalog/catalog.ts'
import { listFigures, selectStated } from '../catalog/figure-index.ts'
import { payEnds } from '../catalog/pay-ends.ts'
import { postingsWith } from '../catalog/value-column.ts'
import { toYearlyDollars } from '../posting/pay/to-yearly-dollars.ts'
import type { Measure, Query, Subject } from '../query/query.ts'
import type { Statistic } from './answer.ts'
import { chooseCurrency } from './choose-currency.ts'
import type { Ranking } from './rank.ts'

const MEASURED: Readonly<Record<Measure, (sorted: Float64Array) => number>> = {
  median: sorted => quantile(sorted, 0.5),
  average: sorted => sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
  lowest: sorted => quantile(sorted, 0),
  highest: sorted => quantile(sorted, 1),
  range: sorted => quantile(sorted, 0.5),
}

/** The value below which a share of the values lies; between two values, in proportion. */
function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share
  const [low = Number.NaN, high = Number.NaN] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  return low + (high - low) * (place - Math.floor(place))
}

/** Fewer values are listed: a median of three says less than the three. */
export const FEWEST_SUMMED = 5

/** What a query found, and its order. */
interface Matches {
  readonly set: BitSet
  readonly ranking: Ranking
}

/** Makes the figure that is asked for over the matches; null for another kind of question. */
export function makeStatistic(
  catalog: Catalog,
  query: Query,
  matches: Matches,
  defaultCurrency: string,
): Statistic | null {
  const { subject } = query
  if (query.kind !== 'statistic' || subject?.measure == null) return null
  return subject.field === 'experience'
    ? measureYears(catalog, subject, matches)
    : measurePay(catalog, query, subject, matches, defaultCurrency)
}

function measureYears(catalog: Catalog, subject: Subject, matches: Matches): Statistic {
  const summed = sumUp(catalog, subject, catalog.columns.years, matches, matches.set, value => value)
  return { ...summed, field: 'yearsMin', currency: null, period: null, kind: null, others: [] }
}

/** A range counts with its middle, or with its end where the highest or lowest is asked for. */
function measurePay(
  catalog: Catalog,
  query: Query,
  subject: Subject,
  matches: Matches,
  defaultCurrency: string,
): Statistic {
  const currency = chooseCurrency(query, defaultCurrency)
  const rate = toYearlyDollars(1, currency, 'year') ?? 1
  const { bottom, middle, top } = payEnds.of(catalog.columns.pay)
  const figures = subject.measure === 'highest' ? top : subject.measure === 'lowest' ? bottom : middle
  const groups = groupByKind(catalog, matches.set).map(({ kind, own }) => {
    const summed = sumUp(catalog, subject, figures, matches, own, value => Math.round(value / rate))
    return { ...summed, kind }
  })
  const most = groups.reduce((best, group) => (group.n > best.n ? group : best))
  const others = groups.filter(group => group !== most).sort((a, b) => b.n - a.n)
  const silent = matches.ranking.total - groups.reduce((sum, { n }) => sum + n, 0)
  return {
    ...most,
    notStated: silent,
    field: 'salary',
    currency,
    period: 'year',
    others: others.filter(({ n }) => n > 0).map(({ kind, value, n }) => ({ kind, value, n })),
  }
}

/** Base pay and pay of which nothing is said are one kind; totals and on-target earnings are kept apart. */
function groupByKind({ columns: { payKind } }: Catalog, matches: BitSet) {
  const others = subtract(matches, postingsWith(payKind, ['total', 'ote']))
  return [
    { kind: 'base', own: others },
    { kind: 'total', own: intersect(matches, postingsWith(payKind, ['total'])) },
    { kind: 'ote', own: intersect(matches, postingsWith(payKind, ['ote'])) },
  ] as const
}

function sumUp(
  catalog: Catalog,
  { measure }: Subject,
  figures: Float64Array,
  { ranking }: Matches,
  own: BitSet,
  finish: (value: number) => number,
) {
  const values = listFigures(figures, own)
  const isSummed = values.length >= FEWEST_SUMMED
  const share = (each: number) => finish(quantile(values, each))
  const stated = isSummed ? [] : ranking.order(intersect(own, selectStated(figures)))
  return {
    measure: measure ?? 'median',
    value: values.length === 0 || measure === null ? null : finish(MEASURED[measure](values)),
    n: values.length,
    notStated: countBits(own) - values.length,
    quartiles: isSummed ? ([share(0.25), share(0.5), share(0.75)] as const) : null,
    lowest: values.length === 0 ? null : share(0),
    highest: values.length === 0 ? null : share(1),
    listed: stated
      .map(posting => ({ posting, value: figures[posting] ?? Number.NaN }))
      .sort((a, b) => a.value - b.value)
      .flatMap(({ posting, value }) => listFigure(catalog, posting, finish(value))),
  }
}

function listFigure({ entries }: Catalog, number: number, value: number) {
  const posting = entries[number]?.posting
  return posting ? [{ path: posting.path, title: posting.title, company: posting.company, value }] : []
}
