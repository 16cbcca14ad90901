import { complement, subtract, unite } from '../../catalog/bit-set.ts'
import type { Catalog } from '../../catalog/catalog.ts'
import type { PayColumn, YearlyRange, YearlyZone } from '../../catalog/pay-column.ts'
import { postingsWith } from '../../catalog/value-column.ts'
import { placeKey } from '../../catalog/zone-places.ts'
import { zonePostings } from '../../catalog/zone-postings.ts'
import {
  describeAmount,
  describeRange,
  describeSalary,
  PERIOD_WORDS,
} from '../../posting/describe-posting.ts'
import { currencyOfCountry } from '../../posting/pay/currencies.ts'
import { toYearlyDollars } from '../../posting/pay/to-yearly-dollars.ts'
import type { ConditionKind, Explanation, Loosening, MatchScope, Verdict } from '../condition.ts'
import { judgePay, moveTo, type PaySets } from '../judge-pay.ts'
import { matchPay, type PayVerdict, type YearlyAsk } from '../match-pay.ts'
import { NUMBER_WORDS } from '../number-words.ts'
import { otherReading } from '../other-reading.ts'
import type { PayAsk, PayBound } from '../pay-ask.ts'
import { BOUNDS_AFTER, BOUNDS_BEFORE, PAY_WORDS } from '../pay-words.ts'
import { askedPlaces } from '../place-ask.ts'
import type { Condition } from '../query.ts'
import { readPay } from '../read-pay.ts'

/** The pay of the role. */
export const payKind: ConditionKind<PayAsk> = {
  id: 'pay',
  title: 'pay',
  examples: ['over 200k', 'at least €80,000', 'between 120k and 150k', '$70 an hour or more', 'under £60k'],
  fields: ['pay', 'salary', 'compensation', 'comp', 'wage'],
  severalMean: 'all',
  words: () => [...BOUNDS_BEFORE.words, ...BOUNDS_AFTER.words, ...PAY_WORDS.words, ...NUMBER_WORDS],
  read: readPay,
  join: () => null,
  settle: settleCurrency,
  evaluate: evaluatePay,
  describe: describePay,
  explain: explainPay,
  // Those that cross come last.
  tiers: (catalog, value, scope) => [complement(selectPay(catalog, value, scope).crossing)],
  loosen: loosenPay,
}

/** Without a currency: that of the one country asked for, unless a US state has its name, else the setting's. */
function settleCurrency(value: PayAsk, conditions: readonly Condition[], defaultCurrency: string) {
  if (value.currency !== null || value.bound === 'stated') return { value, note: null }
  const countries = new Set(
    askedPlaces(conditions).map(place => {
      const isShared = place.kind === 'country' && otherReading(place) !== null
      return place.countries.length === 1 && !isShared ? place.countries[0] : ''
    }),
  )
  const [country] = [...countries]
  const own = countries.size === 1 && country ? currencyOfCountry(country) : null
  const currency = namedBeside(value, conditions) ?? own ?? defaultCurrency
  return { value: { ...value, currency }, note: `no currency named: ${currency}` }
}

/** "min 80k max 110k eur": the currency of the other bound; null where none is named or several are. */
function namedBeside(value: PayAsk, conditions: readonly Condition[]): string | null {
  const others = conditions.flatMap(({ id, value: other }) => (id === 'pay' ? [other as PayAsk] : []))
  const [named, ...rest] = new Set(
    others.filter(other => other !== value).flatMap(({ currency }) => currency ?? []),
  )
  return rest.length === 0 ? (named ?? null) : null
}

function evaluatePay(catalog: Catalog, value: PayAsk, scope: MatchScope): Verdict {
  const { within, crossing, notStated } = selectPay(catalog, value, scope)
  const yes = unite(within, crossing)
  if (!value.isBase) return { yes, notStated }
  const other = postingsWith(catalog.columns.payKind, ['total', 'ote'])
  return { yes: subtract(yes, other), notStated: subtract(notStated, other) }
}

/** What all postings say to the ask; where a zone of its own is asked for, that decides. */
function selectPay(catalog: Catalog, value: PayAsk, scope: MatchScope): PaySets {
  const { pay } = catalog.columns
  const keys = zoneKeys(scope)
  const last = lastSets.get(value)
  if (last?.pay === pay && last.keys.join() === keys.join()) return last.sets
  const sets = judgeZones(catalog, value, scope, keys)
  lastSets.set(value, { pay, keys, sets })
  return sets
}

/** The order asks for the same as the search before it. */
const lastSets = new WeakMap<
  PayAsk,
  { readonly pay: PayColumn; readonly keys: readonly string[]; readonly sets: PaySets }
>()

function judgeZones(catalog: Catalog, value: PayAsk, scope: MatchScope, keys: readonly string[]): PaySets {
  const { pay } = catalog.columns
  const sets = judgePay(pay, toYearlyAsk(value))
  if (keys.length === 0) return sets
  const verdictOf = createPayMatcher(catalog, value, scope)
  const postings = zonePostings.of(pay)
  for (const posting of new Set(keys.flatMap(key => postings.get(key) ?? [])))
    moveTo(sets, posting, SET_OF[verdictOf(posting)])
  return sets
}

const SET_OF: Readonly<Record<PayVerdict, keyof PaySets | 'no'>> = {
  yes: 'within',
  crossing: 'crossing',
  'not-stated': 'notStated',
  no: 'no',
}

/** What each posting's pay says to the ask. */
function createPayMatcher(
  catalog: Catalog,
  value: PayAsk,
  scope: MatchScope,
): (posting: number) => PayVerdict {
  const { pay } = catalog.columns
  const ask = toYearlyAsk(value)
  const keys = zoneKeys(scope)
  return posting => {
    const zone = keys.length > 0 ? findZone(pay.zones.get(posting), keys) : undefined
    return matchPay(zone ?? readRange(catalog, posting), ask)
  }
}

function readRange({ columns: { pay } }: Catalog, posting: number): YearlyRange {
  return { low: pay.low[posting] ?? Number.NaN, high: pay.high[posting] ?? Number.NaN }
}

function toYearlyAsk({ bound, amount, to, currency, period }: PayAsk): YearlyAsk {
  const convert = (each: number) => toYearlyDollars(each, currency ?? 'USD', period) ?? Number.NaN
  return { bound, amount: convert(amount), to: to === null ? Number.NaN : convert(to) }
}

/** The places asked for as zones name them, the narrowest first. */
function zoneKeys({ conditions }: MatchScope): readonly string[] {
  const places = askedPlaces(conditions)
  const own = places.map(placeKey)
  const states = places.flatMap(({ state }) => (state === null ? [] : [`state:${state}`]))
  const countries = places.flatMap(({ countries }) =>
    countries.length === 1 ? [`country:${countries[0]}`] : [],
  )
  return [...new Set([...own, ...states, ...countries])]
}

function findZone(zones: readonly YearlyZone[] | undefined, keys: readonly string[]): YearlyZone | undefined {
  if (!zones) return undefined
  for (const key of keys) {
    const zone = zones.find(({ places }) => places.includes(key))
    if (zone) return zone
  }
  return undefined
}

const BOUND_WORDS: Readonly<Record<Exclude<PayBound, 'stated' | 'between'>, string>> = {
  over: 'over',
  reaches: 'at least',
  from: 'starting at',
  'at-most': 'at most',
}

function describePay({ bound, amount, to, currency, period, isBase }: PayAsk): string {
  if (bound === 'stated') return 'with stated pay'
  const write = (each: number) => writeAmount(each, currency)
  const range =
    bound === 'between'
      ? `between ${write(amount)} and ${write(to ?? amount)}`
      : `${BOUND_WORDS[bound]} ${write(amount)}`
  return `${isBase ? 'base pay' : 'pay'} ${range} ${PERIOD_WORDS[period]}`
}

const SIGNED = new Set(['USD', 'EUR', 'GBP'])

/** Signs that everybody reads the same way, codes for the others. */
function writeAmount(amount: number, currency: string | null): string {
  const rounded = Math.round(amount * 100) / 100
  if (currency !== null && SIGNED.has(currency)) return describeAmount(rounded, currency)
  const plain = rounded.toLocaleString('en-US', { maximumFractionDigits: 2 })
  return currency === null ? plain : `${plain} ${currency}`
}

function explainPay(catalog: Catalog, value: PayAsk, scope: MatchScope): (posting: number) => Explanation {
  const verdictOf = createPayMatcher(catalog, value, scope)
  const keys = zoneKeys(scope)
  return posting => {
    const salary = catalog.entries[posting]?.posting.salary
    if (!salary) return { label: 'pay not stated', caveat: null }
    const zone = findZone(catalog.columns.pay.zones.get(posting), keys)
    const stated = salary.zones.find(({ label }) => label === zone?.label)
    const range = stated && `${describeRange(stated.min, stated.max, salary.currency)} in ${stated.label}`
    const isCrossing = verdictOf(posting) === 'crossing'
    return {
      label: `pays ${range ?? describeSalary(salary)}`,
      caveat: isCrossing ? describeCrossing(value) : null,
    }
  }
}

function describeCrossing(value: PayAsk): string {
  if (value.bound === 'between') return 'the range reaches beyond what was asked for'
  return `the range starts below ${writeAmount(value.amount, value.currency)}`
}

const STEPS = [0.9, 0.75, 0.5]

/** A lower bound goes down, an upper one up, in steps. */
function loosenPay(value: PayAsk): readonly Loosening<PayAsk>[] {
  if (value.bound === 'stated') return []
  return STEPS.map(step => {
    const isUpper = value.bound === 'at-most'
    const amount = roundAmount(isUpper ? value.amount / step : value.amount * step)
    const to = value.to === null ? null : roundAmount(value.to / step)
    const looser = { ...value, amount, to }
    return { value: looser, label: `with ${describePay(looser)}` }
  })
}

/** To two figures, so that it reads like something one asks for. */
function roundAmount(amount: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(amount)) - 1)
  return Math.max(1, Math.round(amount / unit) * unit)
}
