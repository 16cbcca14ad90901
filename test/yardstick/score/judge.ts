import type { Label, Money, Where } from './formats.ts'
import { fold, normalizeSkill, toWords } from './normalize.ts'
import { REGION_COUNTRIES } from './region-countries.ts'

/** Whether a posting answers a question; null where its text does not say, which is not scored either way. */
export type Verdict = boolean | null

/** Rough and fixed, so that a refreshed table of rates does not move the score. Dollars for one unit. */
const DOLLARS: Readonly<Record<string, number>> = {
  USD: 1,
  EUR: 1.08,
  GBP: 1.27,
  CAD: 0.73,
  AUD: 0.66,
  NZD: 0.6,
  PLN: 0.25,
  CHF: 1.12,
  SEK: 0.095,
  NOK: 0.093,
  DKK: 0.145,
  INR: 0.012,
  SGD: 0.74,
  BRL: 0.19,
  MXN: 0.055,
  JPY: 0.0066,
  ILS: 0.27,
  CZK: 0.043,
  HUF: 0.0027,
  ZAR: 0.054,
  MYR: 0.22,
  RON: 0.22,
}
const PERIODS_A_YEAR: Readonly<Record<string, number>> = {
  year: 1,
  month: 12,
  week: 52,
  day: 260,
  hour: 2080,
}
/** Rates differ: a bound this near to another currency's amount is not scored. */
const RATE_TOLERANCE = 0.03

interface YearlyPay {
  readonly low: number
  readonly high: number
  readonly isForeign: boolean
}

type Test = (where: Where, label: Label) => Verdict | undefined

/** Judges a labelled posting against what a question asks for. */
export function judge(where: Where, label: Label): Verdict {
  const verdicts = TESTS.map(test => test(where, label)).filter(verdict => verdict !== undefined)
  if (verdicts.includes(false)) return false
  return verdicts.includes(null) ? null : true
}

function toYearlyDollars(amount: number, currency = 'USD', period = 'year'): number {
  return amount * (PERIODS_A_YEAR[period] ?? Number.NaN) * (DOLLARS[currency] ?? Number.NaN)
}

function yearlyPay(where: Where, { salary }: Label): YearlyPay | null {
  const low = salary?.min ?? salary?.max ?? null
  const high = salary?.max ?? salary?.min ?? null
  if (salary === null || low === null || high === null) return null
  const convert = (amount: number) => toYearlyDollars(amount, salary.currency, salary.period)
  return { low: convert(low), high: convert(high), isForeign: where.fx === true || salary.currency !== 'USD' }
}

/** A test of the pay against one key of `where`; a posting without pay fails it. */
function payTest(
  pick: (where: Where) => Money | undefined,
  compare: (pay: YearlyPay, ask: number) => Verdict,
): Test {
  return (where, label) => {
    const ask = pick(where)
    if (ask === undefined) return undefined
    if (label.salary_unsure) return null
    const pay = yearlyPay(where, label)
    return pay === null ? false : compare(pay, toYearlyDollars(ask.amount, ask.currency, ask.period))
  }
}

function unlessNear(pay: YearlyPay, amount: number, ask: number, verdict: boolean): Verdict {
  return pay.isForeign && Math.abs(amount - ask) <= RATE_TOLERANCE * ask ? null : verdict
}

function listTest<T>(
  pick: (where: Where) => T | undefined,
  compare: (ask: T, label: Label) => Verdict,
): Test {
  return (where, label) => {
    const ask = pick(where)
    return ask === undefined ? undefined : compare(ask, label)
  }
}

function hasSkill(label: Label, skill: string): boolean {
  return label.skills.some(name => normalizeSkill(name) === normalizeSkill(skill))
}

function isCovered(regions: readonly string[], country: string): boolean {
  return regions.some(region => region === 'worldwide' || (REGION_COUNTRIES[region]?.has(country) ?? false))
}

function namedCountries(label: Label): string[] {
  return label.countries.filter(code => code !== '*')
}

function isAnywhere(label: Label): boolean {
  return label.countries.includes('*') || label.regions.includes('worldwide')
}

function judgeCountry(ask: string | readonly string[], label: Label): Verdict {
  const wanted = typeof ask === 'string' ? [ask] : ask
  const named = namedCountries(label)
  const isThere = wanted.some(code => named.includes(code) || isCovered(label.regions, code))
  if (isThere || label.countries.includes('*')) return true
  return named.length + label.regions.length > 0 ? false : null
}

function judgeRegion(region: string, label: Label): Verdict {
  const named = namedCountries(label)
  const isInside = named.some(code => REGION_COUNTRIES[region]?.has(code))
  if (isAnywhere(label) || isInside || label.regions.includes(region)) return true
  if (label.regions.length > 0) return null
  return named.length > 0 ? false : null
}

function judgeOutside(country: string, label: Label): Verdict {
  if (label.regions.length > 0 || label.countries.some(code => code !== country)) return true
  return label.countries.length > 0 ? false : null
}

function judgeTopics(where: Where, label: Label): Verdict | undefined {
  if (where.topics === undefined) return undefined
  if (where.topics.some(topic => label.topics.includes(topic))) return true
  return where.topicsNear?.some(topic => label.topics.includes(topic)) ? null : false
}

const TESTS: readonly Test[] = [
  payTest(
    where => where.payOver,
    (pay, ask) => unlessNear(pay, pay.high, ask, pay.high > ask),
  ),
  payTest(
    where => where.payReaches,
    (pay, ask) => unlessNear(pay, pay.high, ask, pay.high >= ask),
  ),
  payTest(
    where => where.payFrom,
    (pay, ask) => unlessNear(pay, pay.low, ask, pay.low >= ask),
  ),
  payTest(
    where => where.payAtMost,
    (pay, ask) => unlessNear(pay, pay.high, ask, pay.high <= ask),
  ),
  payTest(
    where => where.payOverlaps?.from,
    (pay, ask) => unlessNear(pay, pay.high, ask, pay.high >= ask),
  ),
  payTest(
    where => where.payOverlaps?.to,
    (pay, ask) => unlessNear(pay, pay.low, ask, pay.low <= ask),
  ),
  (where, label) => (where.payStated ? (label.salary_unsure ? null : label.salary !== null) : undefined),
  (where, label) => (where.payKnown ? (label.salary === null ? null : true) : undefined),
  listTest(
    where => where.workplace,
    (ask, label) =>
      label.workplace === null || label.workplace_unsure ? null : ask.includes(label.workplace),
  ),
  listTest(
    where => where.seniority,
    (ask, label) => ask.includes(label.seniority ?? ''),
  ),
  listTest(
    where => where.notSeniority,
    (ask, label) => !ask.includes(label.seniority ?? ''),
  ),
  listTest(
    where => where.employment,
    (ask, label) =>
      label.employment === null && ask.includes('full-time') ? null : ask.includes(label.employment ?? ''),
  ),
  judgeTopics,
  listTest(
    where => where.notTopics,
    (ask, label) => !ask.some(topic => label.topics.includes(topic)),
  ),
  listTest(
    where => where.skillsAll,
    (ask, label) => ask.every(skill => hasSkill(label, skill)),
  ),
  listTest(
    where => where.skillsAny,
    (ask, label) => ask.some(skill => hasSkill(label, skill)),
  ),
  listTest(
    where => where.skillsNone,
    (ask, label) => !ask.some(skill => hasSkill(label, skill)),
  ),
  listTest(where => where.country, judgeCountry),
  listTest(where => where.outside, judgeOutside),
  listTest(where => where.region, judgeRegion),
  (where, label) =>
    where.worldwide
      ? isAnywhere(label) || (label.countries.length + label.regions.length > 0 ? false : null)
      : undefined,
  listTest(
    where => where.city,
    (ask, label) => ask.some(city => label.cities.map(fold).includes(fold(city))),
  ),
  listTest(
    where => where.state,
    (ask, label) => label.cities.includes(`state:${ask}`),
  ),
  listTest(
    where => where.yearsAtMost,
    (ask, label) => (label.years_min === null ? null : label.years_min <= ask),
  ),
  listTest(
    where => where.yearsAtLeast,
    (ask, label) => (label.years_min === null ? null : label.years_min >= ask),
  ),
  (where, label) =>
    where.degreeNotRequired
      ? label.degree === null
        ? null
        : label.degree === 'none' || label.degree_or_equivalent
      : undefined,
  listTest(
    where => where.degree,
    (ask, label) => ask.includes(label.degree ?? ''),
  ),
  (where, label) => (where.visa ? label.visa === true : undefined),
  listTest(
    where => where.company,
    (ask, label) =>
      toWords(label.company ?? '')
        .join(' ')
        .includes(toWords(ask).join(' ')),
  ),
  listTest(
    where => where.language,
    (ask, label) => label.posting_language === ask,
  ),
]
