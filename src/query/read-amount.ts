import type { PayPeriod } from '../posting/vocabulary.ts'
import { CURRENCY_SIGNS, CURRENCY_WORDS, DOLLAR_PREFIXES } from './currency-words.ts'
import { readNumber } from './number-words.ts'
import { createPhraseTable, phrasesOf } from './phrase-table.ts'
import type { Token } from './tokenize.ts'

/** An amount of money as it stands in a question. */
export interface Amount {
  /** In units, the scale word applied. */
  readonly amount: number
  /** What "k", "million" or the like multiplied it by; 1 where nothing of the kind was written. */
  readonly scale: number
  readonly currency: string | null
  readonly period: PayPeriod | null
  /** How many tokens it took. */
  readonly count: number
}

const SCALES = createPhraseTable([
  ...phrasesOf('k|thousand|grand|tsd', 1_000),
  ...phrasesOf('m|mm|mn|mio|million|millions|mill', 1_000_000),
  ...phrasesOf('lakh|lakhs|lac|lacs|lpa', 100_000),
  ...phrasesOf('crore|crores', 10_000_000),
])

/** Whole amounts in words. */
const NAMED_AMOUNTS = createPhraseTable([
  ...phrasesOf(
    '6 figures|6 figure|six figures|six figure|6 fig|six fig|6 figs|six figs|low six figures|low 6 figures',
    100_000,
  ),
  ...phrasesOf('7 figures|7 figure|seven figures|seven figure', 1_000_000),
  ...phrasesOf('mid six figures|mid 6 figures', 400_000),
  ...phrasesOf('high six figures|high 6 figures', 700_000),
  ...phrasesOf('quarter million|quarter of a million|a quarter million|a quarter of a million', 250_000),
  ...phrasesOf('half a million|half million', 500_000),
  ...phrasesOf('a million|one million', 1_000_000),
  ...phrasesOf('hundred k|a hundred k|hundred thousand|a hundred thousand|100 grand', 100_000),
])

/** How pay is timed; also after a slash ("/hr"). */
export const PERIODS = createPhraseTable<PayPeriod>([
  ...phrasesOf(
    'a year|per year|yearly|annually|annual|per annum|p a|pa|year|yr|y|an year|per yr|a yr|anually|each year|im jahr|pro jahr|al ano|par an|brut par an|por ano|allanno|per jaar|brutto im jahr|rocznie',
    'year',
  ),
  ...phrasesOf(
    'a month|per month|monthly|month|mo|per mo|a mo|each month|pro monat|im monat|al mes|mth|par mois|por mes|al mese|per maand|miesiecznie|netto im monat|brutto im monat',
    'month',
  ),
  ...phrasesOf('a week|per week|weekly|week|wk|per wk|each week', 'week'),
  ...phrasesOf('a day|per day|daily|day|each day|pro tag|d|per diem|par jour|al dia|por dia|am tag', 'day'),
  ...phrasesOf(
    'an hour|per hour|hourly|hour|hr|h|hrs|per hr|an hr|ph|a hour|each hour|pro stunde|die stunde|par heure|por hora|la hora',
    'hour',
  ),
] as const)

/** Words that time pay only right after an amount or a slash: "5 years" and "day" are no pay. */
const BARE_PERIODS = new Set('year yr y month mo week wk day hour hr h hrs d mth'.split(' '))

/**
 * Reads an amount of money with what stands around it; null where none starts at the token.
 * @example readAmount(tokenize('€80k a year'), 0) // 80000 EUR, year
 */
export function readAmount(tokens: readonly Token[], at: number): Amount | null {
  const before = readCurrencyBefore(tokens, at)
  const start = at + before.count
  const number = readScaledNumber(tokens, start)
  if (!number) return null
  const after = readCurrencyAfter(tokens, start + number.count)
  const end = start + number.count + after.count
  const period = readPayPeriod(tokens, end)
  // "$120k USD": the code after the amount says whose dollar it is.
  const currency = after.currency ?? before.currency ?? number.currency
  return {
    amount: number.amount,
    scale: number.scale,
    currency,
    period: period?.value ?? number.period,
    count: end - at + (period?.count ?? 0),
  }
}

interface ScaledNumber {
  readonly amount: number
  readonly scale: number
  readonly period: PayPeriod | null
  /** Lakhs and crores are rupees; null for other scales. */
  readonly currency: string | null
  readonly count: number
}

const OF_RUPEES = new Set('lakh lakhs lac lacs lpa crore crores'.split(' '))

function readScaledNumber(tokens: readonly Token[], at: number): ScaledNumber | null {
  const named = NAMED_AMOUNTS.find(tokens, at)
  if (named)
    return { amount: named.value, scale: named.value, period: null, currency: null, count: named.count }
  const number = readNumber(tokens, at)
  if (!number) return null
  const scale = SCALES.find(tokens, at + number.count)
  // Rounded, because 1.1 million is 1100000.0000000001 in floating point.
  const amount = scale ? Math.round(number.amount * scale.value * 100) / 100 : number.amount
  const isPerYear = tokens[at + number.count]?.key === 'lpa'
  return {
    amount,
    scale: scale?.value ?? 1,
    period: isPerYear ? 'year' : null,
    currency: scale && OF_RUPEES.has(tokens[at + number.count]?.key ?? '') ? 'INR' : null,
    count: number.count + (scale?.count ?? 0),
  }
}

/** A currency, and how many tokens named it; 0 for none. */
interface CurrencyHit {
  readonly currency: string | null
  readonly count: number
}

export const NO_CURRENCY: CurrencyHit = { currency: null, count: 0 }

function readCurrencyBefore(tokens: readonly Token[], at: number): CurrencyHit {
  const [first, second] = [tokens[at], tokens[at + 1]]
  const dollar = second?.text === '$' && second.isGlued ? DOLLAR_PREFIXES.get(first?.key ?? '') : undefined
  if (dollar) return { currency: dollar, count: 2 }
  const sign = CURRENCY_SIGNS.get(first?.text ?? '')
  if (sign) return { currency: sign, count: 1 }
  const word = CURRENCY_WORDS.find(tokens, at)
  const isBeforeNumber = word !== null && tokens[at + word.count]?.type === 'number'
  return word && isBeforeNumber ? { currency: word.value, count: word.count } : NO_CURRENCY
}

/** A currency's sign or word right after an amount or its bound. */
export function readCurrencyAfter(tokens: readonly Token[], at: number): CurrencyHit {
  const sign = CURRENCY_SIGNS.get(tokens[at]?.text ?? '')
  const isOfNextAmount = tokens[at + 1]?.type === 'number' && tokens[at + 1]?.isGlued === true
  if (sign && !isOfNextAmount) return { currency: sign, count: 1 }
  const word = CURRENCY_WORDS.find(tokens, at)
  // "120k php" is the language, "120000 PHP a month" with a code right after a plain number is rare enough to lose.
  if (!word || (word.value === 'PHP' && word.count === 1)) return NO_CURRENCY
  return { currency: word.value, count: word.count }
}

/** How pay is timed, right after an amount or a slash; null where it is not. */
export function readPayPeriod(
  tokens: readonly Token[],
  at: number,
): { value: PayPeriod; count: number } | null {
  const isSlash = tokens[at]?.text === '/'
  const hit = PERIODS.find(tokens, isSlash ? at + 1 : at)
  if (!hit) return null
  if (isSlash) return { value: hit.value, count: hit.count + 1 }
  return hit.count === 1 && BARE_PERIODS.has(tokens[at]?.key ?? '') ? null : hit
}
