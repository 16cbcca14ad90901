import { listMatches } from '../list-matches.ts'
import type { PayPeriod } from '../vocabulary.ts'
import { usdPerUnit } from './currencies.ts'
import { toYearlyDollars } from './to-yearly-dollars.ts'

/** Words for a period on their own, such as an adverb ("annually"), in the languages of postings. */
const ADVERBS: readonly (readonly [PayPeriod, string])[] = [
  [
    'year',
    'annually|annual|annualized|annualised|yearly|per annum|p\\.?a\\.?|jährlich|jahresgehalt|jahresbrutto|annuel(?:le)?s?|anual(?:es)?|rocznie|roczne|jaarlijks|jaarsalaris|jahresbruttogehalt|årslön|årligen',
  ],
  [
    'month',
    'monthly|monatlich|mensuel(?:le)?s?|mensual(?:es)?|mensais|mensal|miesięcznie|maandelijks|maandsalaris|maandloon|monatsgehalt|månadslön|månatligen',
  ],
  ['week', 'weekly|wöchentlich|hebdomadaire|semanal'],
  ['day', 'daily|per diem|täglich|diario|day rate|tagessatz|tjm|dagtarief'],
  [
    'hour',
    'hourly|stündlich|horaire|stundenlohn|stundensatz|por hora|uurloon|uurtarief|timlön|timpris|taux horaire|godzinow[aey]',
  ],
]

/** Words for a period after "/", "per" and the like. */
const NOUNS: readonly (readonly [PayPeriod, string])[] = [
  ['year', 'years?|yrs?|y|annum|jahr|ans?|année|años?|anos?|rok|jaar|år'],
  ['month', 'months?|mo|mth|m|monat|mois|mes|mês|miesiąc|msc|mies|maand|månad(?:en)?|mån'],
  ['week', 'weeks?|wk|w|woche|semaine|semana|tydzień'],
  ['day', 'days?|d|tag|jour|día|dia|dzień|dag'],
  ['hour', 'hours?|hrs?|h|stunde|std|heure|hora|godz(?:inę|ina)?|uur|timmen?|tim'],
]

const LINK = '(?:\\/|per|a|an|each|every|pro|par|por|al|ao|im|na|za|i)'

/** The periods in the order of the groups of `AFTER`. */
const AFTER_PERIODS: readonly PayPeriod[] = [...NOUNS, ...ADVERBS].map(([period]) => period)
const AFTER = new RegExp(
  `^(?:${[
    ...NOUNS.map(([, words]) => `(${LINK}\\s?\\/?\\s?(?:${words})(?!\\p{L}))`),
    ...ADVERBS.map(([, words]) => `((?:${words})(?!\\p{L}))`),
  ].join('|')})`,
  'iu',
)

/** The periods in the order of the groups of `BEFORE`. */
const BEFORE_PERIODS: readonly PayPeriod[] = [...ADVERBS, ...NOUNS].map(([period]) => period)
const BEFORE = new RegExp(
  `(?<!\\p{L})(?:${[
    ...ADVERBS.map(([, words]) => `(${words})`),
    ...NOUNS.map(([, words]) => `((?:per|pro|par|por) (?:${words}))`),
  ].join('|')})(?!\\p{L})`,
  'giu',
)

/** Words that may stand between an amount and its period: "120k USD gross per year". */
const BETWEEN =
  /^(?:[\s,(*+]{0,3}(?:[A-Z]{3}|base|gross|brutto|bruto|brutos|brut|bruts|net|nets|netto|neto|netos|salary|cash|pay|b2b|paid|total|ote|vat|zł|kr)\b){0,3}[\s,(*/]{0,3}(?=\p{L}|\/|$)/iu

/** The period written right after an amount, else the nearest one before it; null where none is written. */
export function readPeriod(text: string, start: number, end: number): PayPeriod | null {
  const after = text.slice(end, end + 60)
  const skip = BETWEEN.exec(after)?.[0] ?? ''
  const candidates = [after.slice(skip.length), after.slice(skip.length - 1), after.trimStart()]
  const found = candidates.map(candidate => findGroup(AFTER.exec(candidate))).filter(group => group >= 0)
  return found.length > 0
    ? (AFTER_PERIODS[Math.min(...found)] ?? null)
    : readBefore(text.slice(Math.max(0, start - 90), start))
}

/** Which group of a pattern matched, counted from 0; -1 where none did. */
const findGroup = (match: RegExpExecArray | null): number =>
  match === null ? -1 : match.findIndex((group, i) => i > 0 && group !== undefined) - 1

function readBefore(before: string): PayPeriod | null {
  const last = listMatches(BEFORE, before).at(-1)
  return last === undefined ? null : (BEFORE_PERIODS[findGroup(last)] ?? null)
}

/** What somebody may earn in a year (US dollars): less or more is no pay, or not for that period. */
const PLAUSIBLE = { least: 2_500, most: 2_000_000 }

/** The period of an amount: as written where that is plausible, else the one that its size implies; null where none fits. */
export function settlePeriod(amount: number, currency: string, written: PayPeriod | null): PayPeriod | null {
  const isPlausible = (period: PayPeriod): boolean => {
    const yearly = toYearlyDollars(amount, currency, period)
    return yearly !== null && yearly >= PLAUSIBLE.least && yearly <= PLAUSIBLE.most
  }
  if (written !== null && isPlausible(written)) return written
  const implied = implyPeriod(amount, currency)
  if (written !== null && implied !== 'year') return null
  return implied !== null && isPlausible(implied) ? implied : null
}

/** Rupees a year from which on an amount is no monthly pay: "₹8,00,000". */
const RUPEES_A_YEAR = 300_000

function implyPeriod(amount: number, currency: string): PayPeriod | null {
  const usd = amount * (usdPerUnit(currency) ?? 0)
  if (currency === 'INR' && amount >= RUPEES_A_YEAR) return 'year'
  if (usd >= 14_000) return 'year'
  if (usd >= 900) return 'month'
  return usd >= 8 && usd <= 250 ? 'hour' : null
}
