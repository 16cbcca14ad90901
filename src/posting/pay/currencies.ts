import table from '../../../data/currencies/currencies.json' with { type: 'json' }

/** A currency as postings write it. */
export interface Currency {
  /** ISO 4217. */
  readonly code: string
  /** US dollars for one unit, as of `RATES_AS_OF`. */
  readonly usd: number
  readonly signs: readonly string[]
  readonly names: readonly string[]
  /** ISO 3166 alpha-2 of the countries whose jobs pay in it. */
  readonly countries: readonly string[]
}

/** The date of the rates (ISO 8601). */
export const RATES_AS_OF: string = table.ratesAsOf

export const CURRENCIES: readonly Currency[] = table.currencies

const BY_CODE = new Map(CURRENCIES.map(currency => [currency.code, currency]))
const BY_COUNTRY = new Map(
  CURRENCIES.flatMap(currency => currency.countries.map(country => [country, currency.code] as const)),
)
const BY_WRITING = new Map<string, string>(
  CURRENCIES.flatMap(({ code, signs, names }) =>
    [code, ...signs, ...names].map(writing => [fold(writing), code] as const),
  ),
)

function fold(writing: string): string {
  return writing.toLowerCase().replace(/\s/g, '')
}

/** US dollars for one unit of a currency (ISO 4217); null where the table lacks it. */
export function usdPerUnit(code: string): number | null {
  return BY_CODE.get(code)?.usd ?? null
}

/** The currency a country's jobs pay in; null where the table lacks it. */
export function currencyOfCountry(country: string): string | null {
  return BY_COUNTRY.get(country) ?? null
}

/** The code for a sign, name or code as written; null for anything else. */
export function currencyOfWriting(writing: string): string | null {
  return BY_WRITING.get(fold(writing)) ?? null
}

const escapePattern = (text: string): string => text.replace(/[$.*+?^()[\]{}|\\/]/g, '\\$&')
const longestFirst = (a: string, b: string): number => b.length - a.length

/** Signs and codes that stand in front of amounts, the longest first. */
export const CURRENCY_SIGNS_BEFORE: readonly string[] = [
  ...CURRENCIES.map(currency => currency.code),
  ...CURRENCIES.flatMap(currency => currency.signs).filter(
    sign => !/^\p{L}{2}$/u.test(sign) || sign === 'RM' || sign === 'Rs' || sign === 'Rp',
  ),
].sort(longestFirst)

/** Codes, signs and names that stand behind amounts, the longest first. */
export const CURRENCY_SIGNS_AFTER: readonly string[] = [
  ...CURRENCIES.map(currency => currency.code),
  ...CURRENCIES.flatMap(currency => currency.names),
  ...CURRENCIES.flatMap(currency => currency.signs).filter(
    sign => !/^Rs|^RM|^S\/|^.{1,3}\$$/.test(sign) || sign === '$',
  ),
].sort(longestFirst)

/** Source of a pattern for a sign or code in front of an amount. */
export const SIGN_BEFORE: string = CURRENCY_SIGNS_BEFORE.map(escapePattern).join('|')

/** Source of a pattern for a code, sign or name behind an amount. */
export const SIGN_AFTER: string = CURRENCY_SIGNS_AFTER.map(escapePattern).join('|')
