import type { EmploymentType, ListedJob, ListedPay } from './listed-job.ts'

export type Fields = Readonly<Record<string, unknown>>

/** Whether a value from outside is an object with fields. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The fields of a value that may have some; none for anything else. */
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {})

/** The items of a list that have fields; none for anything else. */
export const listOf = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isFields) : [])

/** A text without space around it; numbers as text; null for anything else and for nothing. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  const text = typeof value === 'string' ? value.trim() : ''
  return text === '' ? null : text
}

/** A short text on one line; null where there is none. */
export function lineOf(value: unknown): string | null {
  return textOf(textOf(value)?.slice(0, 500).replace(/\s+/g, ' '))
}

const PLACEHOLDER =
  /^(?:n\/?a|none|null|undefined|location|tbd|tba|various|multiple(?: locations)?|\d{1,3} locations?|-+|\.+)$/i

/** Places without what stands for none ("N/A", "3 Locations"), each once. */
export function cleanPlaces(places: readonly (string | null)[]): string[] {
  const named = places.filter(place => place !== null).filter(place => !PLACEHOLDER.test(place))
  return [...new Set(named)].slice(0, 50)
}

const countryNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })

/** A country by its English name where a code stands for it: "IN" alone may be Indiana as well; null where there is none. */
export function countryOf(value: unknown): string | null {
  const country = lineOf(value)
  // The code for a country that is not known.
  if (country === 'ZZ') return null
  return country !== null && /^[A-Z]{2}$/.test(country) ? (countryNames.of(country) ?? country) : country
}

/** An http(s) address; null for anything else. */
export function urlOf(value: unknown): string | null {
  const text = textOf(value)
  return text !== null && text.length <= 2048 && /^https?:\/\//i.test(text) && URL.canParse(text)
    ? text
    : null
}

const WORKPLACES: readonly (readonly [ListedJob['workplace'], RegExp])[] = [
  ['hybrid', /^hybrid\b/],
  ['onsite', /^(?:on-?site|in-?office|in-?person|office)\b/],
  ['remote', /^(?:remote|fully-?remote|100%-?remote|telecommute|anywhere)\b/],
]

/** Reads a word for the workplace, such as "OnSite", "on-site", "Remote"; null for others. */
export function readWorkplaceWord(value: unknown): ListedJob['workplace'] {
  const word = (lineOf(value) ?? '').toLowerCase().replace(/[\s_]/g, '-')
  return WORKPLACES.find(([, pattern]) => pattern.test(word))?.[0] ?? null
}

const EMPLOYMENTS: readonly (readonly [EmploymentType, RegExp])[] = [
  ['INTERN', /\b(?:intern|interns|internship|working student|co op|apprentice(?:ship)?)\b/],
  ['PART_TIME', /\bpart ?time\b/],
  ['TEMPORARY', /\b(?:temporary|temp|fixed term|seasonal)\b/],
  ['FULL_TIME', /\bpermanent\b/],
  ['CONTRACTOR', /\b(?:contract|contractor|freelance|freelancer)\b/],
  ['FULL_TIME', /\b(?:full ?time|regular|clt|cdi)\b/],
]

/** Reads words for the kind of employment, such as "FullTime", "fulltime_permanent"; null for others. */
export function readEmploymentWords(value: unknown): EmploymentType | null {
  const words = (lineOf([value].flat()[0]) ?? '').replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_/-]/g, ' ')
  return EMPLOYMENTS.find(([, pattern]) => pattern.test(words.toLowerCase()))?.[0] ?? null
}

const UNITS: readonly (readonly [NonNullable<ListedPay['unit']>, RegExp])[] = [
  ['YEAR', /^(?:per )?(?:1 )?(?:year|yearly|annual|annually|annum|yr)\b/],
  ['MONTH', /^(?:per )?(?:1 )?(?:month|monthly|mo)\b/],
  ['WEEK', /^(?:per )?(?:1 )?(?:week|weekly|wk)\b/],
  ['DAY', /^(?:per )?(?:1 )?(?:day|daily)\b/],
  ['HOUR', /^(?:per )?(?:1 )?(?:hour|hourly|hr)\b/],
]

/** Reads the period of pay, such as "per-year-salary", "1 HOUR"; null for others ("bi-month"). */
export function readPayUnit(value: unknown): ListedPay['unit'] {
  const words = (lineOf(value) ?? '').toLowerCase().replace(/[_-]/g, ' ')
  return UNITS.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

/** An amount above zero; null for anything else. */
export function amountOf(value: unknown): number | null {
  const amount = typeof value === 'string' ? Number(value.replace(/[,\s]/g, '')) : value
  return typeof amount === 'number' && Number.isFinite(amount) && amount > 0 ? amount : null
}

/** A currency by its ISO 4217 code; null for anything else. */
export function currencyOf(value: unknown): string | null {
  const code = (lineOf(value) ?? '').toUpperCase()
  return /^[A-Z]{3}$/.test(code) ? code : null
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** Seconds since 1970 are below this until the year 5138; milliseconds are above it since 1973. */
const MILLISECONDS_FROM = 100_000_000_000

/**
 * Reads a date as sources write it: ISO 8601, RFC 822, or the time since 1970; the day is the one that is written.
 * @example readDay('Sat, 22 Aug 2026 06:25:52 GMT') // '2026-08-22'
 */
export function readDay(value: unknown): string | null {
  if (typeof value === 'number') return readTime(value)
  const text = lineOf(value) ?? ''
  if (/^\d{10}(?:\d{3})?$/.test(text)) return readTime(Number(text))
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(text)
  if (iso) return makeDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const rfc = /^(?:[A-Za-z]{3,9},? )?(\d{1,2}) ([A-Za-z]{3})[a-z]{0,6} (\d{4})\b/.exec(text)
  const month = MONTHS.indexOf((rfc?.[2] ?? '').toLowerCase()) + 1
  return rfc && month > 0 ? makeDay(Number(rfc[3]), month, Number(rfc[1])) : null
}

function readTime(time: number): string | null {
  const date = new Date(time < MILLISECONDS_FROM ? time * 1000 : time)
  if (Number.isNaN(date.getTime())) return null
  return makeDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

/** ISO 8601 for a day that exists, in a year that a posting may name. */
function makeDay(year: number, month: number, day: number): string | null {
  if (year < 2000 || year > 2100 || month < 1 || month > 12 || day < 1) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : null
}
