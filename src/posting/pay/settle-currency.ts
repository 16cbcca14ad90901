import { lookUpPlaces } from '../places/gazetteer.ts'
import { currencyOfCountry } from './currencies.ts'
import type { MoneyRange } from './find-ranges.ts'
import { readNamedCurrency } from './named-currency.ts'

/** Countries whose own dollar a bare "$" means where the job is in no other country. */
const DOLLAR_COUNTRIES: ReadonlySet<string> = new Set(['CA', 'AU', 'NZ', 'SG', 'HK'])

/**
 * The currency of a range: as written or named in words beside it, else that of the one country of the job,
 * else that of a place named in front of it ("in San Francisco is 212,000"); null where nothing tells.
 * @param above the lines before it, where one may say what "$" means in those that follow
 */
export function settleCurrency(
  range: MoneyRange,
  line: string,
  countries: readonly string[],
  above: readonly string[] = [],
): string | null {
  const inWords = readNamedCurrency(range, line, countries)
  if (inWords) return inWords.currency
  if (range.currency !== null && !range.isBareDollar) return range.currency
  const after = line.slice(range.end, range.end + 60).split(/[.;\d]/)[0] ?? ''
  const named = /\b(?:USD|CAD|AUD|NZD|SGD|HKD)\b/.exec(after)?.[0]
  if (named !== undefined) return named
  const noted = range.isBareDollar ? readCurrencyNote(above) : null
  if (noted !== null) return noted
  const [country] = countries
  const only = countries.length === 1 && country !== undefined ? country : null
  if (range.currency === null)
    return currencyOfPlaces(only, countries, line.slice(Math.max(0, range.start - 160), range.start))
  return only !== null && DOLLAR_COUNTRIES.has(only) ? currencyOfCountry(only) : 'USD'
}

/** "All figures below are in CAD". */
const NOTE =
  /\b(?:figures?|amounts?|ranges?|salar(?:y|ies)|numbers?)\b[^.\d$]{0,40}\bin (USD|CAD|AUD|NZD|SGD|HKD)\b/i

/** The last line before an amount that says what its dollars are. */
function readCurrencyNote(above: readonly string[]): string | null {
  const line = above.findLast(text => text.length <= MAX_NOTE && NOTE.test(text))
  return line === undefined ? null : (NOTE.exec(line)?.[1]?.toUpperCase() ?? null)
}

/** Longest line that is a note on those below it (characters). */
const MAX_NOTE = 200

function currencyOfPlaces(only: string | null, countries: readonly string[], before: string): string | null {
  if (only !== null) return currencyOfCountry(only)
  if (countries.includes('US')) return 'USD'
  const words = before.match(/[\p{L}.'’-]{1,40}/gu) ?? []
  const found = words.flatMap((word, i) => (/^\p{Lu}/u.test(word) ? lookUpPlaces(words, i).slice(0, 1) : []))
  const place = found.findLast(one => !one.isAmbiguousWord && one.countries.length === 1)
  return place === undefined ? null : currencyOfCountry(place.countries[0] ?? '')
}
