import type { PostingFacts, Salary } from './posting.ts'
import type { PayKind, PayPeriod } from './vocabulary.ts'

/** A period behind an amount. */
export const PERIOD_WORDS: Readonly<Record<PayPeriod, string>> = {
  year: 'a year',
  month: 'a month',
  week: 'a week',
  day: 'a day',
  hour: 'an hour',
}
const KIND_WORDS: Readonly<Record<PayKind, string>> = {
  base: 'base',
  total: 'total compensation',
  ote: 'on-target earnings',
}
const REGION_WORDS: Readonly<Record<string, string>> = {
  worldwide: 'Worldwide',
  europe: 'Europe',
  eu: 'EU',
  emea: 'EMEA',
  latam: 'Latin America',
  apac: 'APAC',
  asia: 'Asia',
  africa: 'Africa',
  'north-america': 'North America',
  'middle-east': 'Middle East',
  'south-america': 'South America',
}
const WORKPLACE_WORDS = { remote: 'Remote', hybrid: 'Hybrid', onsite: 'On-site' } as const
const MAX_PLACES = 4
const DAY_MS = 86_400_000

const countryNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' })

/**
 * Writes an amount with its currency, cents only where there are some.
 * @example describeAmount(240000, 'USD') // "$240,000"
 */
export function describeAmount(amount: number, currency: string): string {
  const digits = Number.isInteger(amount) ? 0 : 2
  return formatOf(currency, digits).format(amount)
}

// Making a format costs a hundred times what using it does.
const formats = new Map<string, Intl.NumberFormat>()

function formatOf(currency: string, digits: number): Intl.NumberFormat {
  const key = `${currency} ${digits}`
  const known = formats.get(key)
  if (known) return known
  const bounds = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency, ...bounds })
  formats.set(key, format)
  return format
}

/** Writes the bounds of a range: "$1 – $2", "up to $2", "from $1", "$1". */
export function describeRange(min: number | null, max: number | null, currency: string): string {
  if (min === null) return max === null ? 'not stated' : `up to ${describeAmount(max, currency)}`
  if (max === null) return `from ${describeAmount(min, currency)}`
  if (min === max) return describeAmount(min, currency)
  return `${describeAmount(min, currency)} – ${describeAmount(max, currency)}`
}

/** The pay as stated, such as "$240,000 – $1,200,000 a year, total compensation". */
export function describeSalary(salary: Salary): string {
  return describeFigures(describeRange(salary.min, salary.max, salary.currency), salary)
}

const MAX_ZONES = 4

/**
 * The pay zone by zone where there are several, such as
 * "$151,800 – $243,100 (Washington), $165,600 – $265,200 (California) a year, base"; else like `describeSalary`.
 */
export function describeZones(salary: Salary): string {
  const { zones, currency } = salary
  if (zones.length === 0) return describeSalary(salary)
  const shown = zones
    .slice(0, MAX_ZONES)
    .map(({ label, min, max }) => `${describeRange(min, max, currency)} (${label})`)
  const rest = zones.length > MAX_ZONES ? ` and ${zones.length - MAX_ZONES} more` : ''
  return describeFigures(`${shown.join(', ')}${rest}`, salary)
}

function describeFigures(figures: string, { period, kind }: Salary): string {
  const range = `${figures} ${PERIOD_WORDS[period]}`
  return kind === null ? range : `${range}, ${KIND_WORDS[kind]}`
}

/** Workplace and place, such as "Remote · United States, Los Gatos CA"; null where neither is stated. */
export function describePlace(facts: PostingFacts): string | null {
  const places = placeNames(facts)
  const shown = places.slice(0, MAX_PLACES).join(', ')
  const rest = places.length > MAX_PLACES ? ` and ${places.length - MAX_PLACES} more` : ''
  const parts = [facts.workplace === null ? '' : WORKPLACE_WORDS[facts.workplace], `${shown}${rest}`]
  return parts.filter(part => part !== '').join(' · ') || null
}

function placeNames(facts: PostingFacts): string[] {
  const cities = facts.cities.map(city => city)
  const states = cities.length > 0 ? [] : facts.states
  const regions = facts.regions.map(region => REGION_WORDS[region] ?? region)
  const countries = facts.countries.map(code => (code === '*' ? 'Worldwide' : describeCountry(code)))
  return [...new Set([...cities, ...states, ...countries, ...regions])]
}

/** The English name of a country by its ISO 3166 alpha-2 code. */
export function describeCountry(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (countryNames.of(code) ?? code) : code
}

/** How old a posting is, or that it states no date. */
export function describeAge(postedAt: string | null, now: Date): string {
  if (postedAt === null) return 'no date stated'
  const days = Math.floor((now.getTime() - Date.parse(postedAt)) / DAY_MS)
  if (!Number.isFinite(days)) return 'no date stated'
  if (days <= 0) return 'posted today'
  if (days === 1) return 'posted yesterday'
  if (days < 60) return `posted ${days} days ago`
  if (days < 700) return `posted ${Math.round(days / 30.4)} months ago`
  return `posted ${Math.round(days / 365.25)} years ago`
}
