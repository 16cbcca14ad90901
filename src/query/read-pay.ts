import type { PayPeriod } from '../posting/vocabulary.ts'
import type { Found } from './condition.ts'
import { type PayAsk, type PayBound, STATED_PAY } from './pay-ask.ts'
import {
  BOUNDS_AFTER,
  BOUNDS_BEFORE,
  PAY_FILLERS,
  PAY_WORDS,
  type PayWord,
  type SpokenBound,
} from './pay-words.ts'
import { type Amount, NO_CURRENCY, readAmount, readCurrencyAfter, readPayPeriod } from './read-amount.ts'
import { readStatedPay } from './read-stated-pay.ts'
import type { Token } from './tokenize.ts'

/**
 * Reads a pay that is asked for; null where none starts at the token.
 * @example readPay(tokenize('salary at least €80k'), 0) // reaches 80000 EUR a year
 */
export function readPay(tokens: readonly Token[], at: number): Found<PayAsk> | null {
  const amount = readBoundedPay(tokens, at)
  const stated = readStatedPay(tokens, at)
  if (!stated || (amount && amount.count >= stated.count)) return amount
  return { value: STATED_PAY, count: stated.count, isExcluded: !stated.isStated }
}

/** Pay words on the way to an amount, and where they end. */
interface PayWords extends PayWord {
  readonly isSaid: boolean
  readonly end: number
}

function readBoundedPay(tokens: readonly Token[], at: number): Found<PayAsk> | null {
  const before = skipPayWords(tokens, at, false)
  const bound = BOUNDS_BEFORE.find(tokens, before.end)
  const between = bound ? skipPayWords(tokens, before.end + bound.count, true) : before
  const range = readRange(tokens, between.end, bound?.value ?? null)
  if (!range) return null
  const after = readAfter(tokens, between.end + range.count)
  const words: PayWord = {
    isBase: before.isBase || between.isBase || after.isBase,
    period: before.period ?? between.period ?? after.period,
  }
  const isSaid = before.isSaid || between.isSaid || after.isSaid
  const money = {
    ...range,
    currency: range.currency ?? after.currency,
    period: range.period ?? words.period,
  }
  if (!isPay(money, isSaid, tokens[after.end])) return null
  const spoken = bound?.value ?? after.bound ?? 'reaches'
  return { ...toAsk(money, spoken, words.isBase), count: after.end - at }
}

const MAX_FILLERS = 4

function skipPayWords(tokens: readonly Token[], at: number, isAfterBound: boolean): PayWords {
  let words: PayWords = { isBase: false, period: null, isSaid: false, end: at }
  let fillers = 0
  while (words.end < tokens.length && fillers <= MAX_FILLERS) {
    const hit = PAY_WORDS.find(tokens, words.end)
    if (hit) {
      const { isBase, period } = hit.value
      words = {
        isBase: words.isBase || isBase,
        period: words.period ?? period,
        isSaid: true,
        end: words.end + hit.count,
      }
      continue
    }
    const isFiller = PAY_FILLERS.has(tokens[words.end]?.key ?? '') && (words.isSaid || isAfterBound)
    // "a quarter million" starts with a filler, "at least" with another.
    if (!isFiller || readAmount(tokens, words.end) || BOUNDS_BEFORE.find(tokens, words.end)) break
    words = { ...words, end: words.end + 1 }
    fillers++
  }
  return words
}

/** One amount, or two that are joined. */
interface Money extends Amount {
  readonly to: number | null
}

const RANGE_SIGNS = new Set(['-', '–', '—', 'to', 'till', 'until', 'bis', 'through', 'a', 'thru'])

function readRange(tokens: readonly Token[], at: number, bound: SpokenBound | null): Money | null {
  const low = readAmount(tokens, at)
  if (!low) return null
  const joint = tokens[at + low.count]
  const isJoint =
    RANGE_SIGNS.has(joint?.key ?? '') ||
    (bound === 'between' && ['and', 'und', 'y', '&'].includes(joint?.key ?? ''))
  const high = isJoint ? readAmount(tokens, at + low.count + 1) : null
  if (!high) return bound === 'between' ? null : { ...low, to: null }
  return joinRange(low, high)
}

/** "100-150k" and "100k-150" scale both ends. */
function joinRange(low: Amount, high: Amount): Money | null {
  const isShort = (amount: Amount) => amount.scale === 1 && amount.amount < 1000
  const from = isShort(low) ? low.amount * high.scale : low.amount
  const to = isShort(high) ? high.amount * low.scale : high.amount
  if (to < from) return null
  return {
    amount: from,
    to,
    scale: Math.max(low.scale, high.scale),
    currency: low.currency ?? high.currency,
    period: high.period ?? low.period,
    count: low.count + 1 + high.count,
  }
}

/** What stands after an amount. */
interface AfterAmount extends PayWords {
  readonly bound: SpokenBound | null
  readonly currency: string | null
}

/** What stands after an amount: "or more", "an hour", "base", in any order that people write. */
function readAfter(tokens: readonly Token[], at: number): AfterAmount {
  const first = findAfter(tokens, at)
  // "150k+ usd"
  const money = first ? readCurrencyAfter(tokens, at + first.count) : NO_CURRENCY
  const named = at + (first?.count ?? 0) + money.count
  const timed = first ? readPayPeriod(tokens, named) : null
  const start = named + (timed?.count ?? 0)
  const isOf = ['in', 'of', 'as'].includes(tokens[start]?.key ?? '')
  const skipped = skipPayWords(tokens, isOf ? start + 1 : start, false)
  const words = skipped.isSaid ? trimFillers(tokens, skipped) : { ...skipped, end: start }
  const second = first ? null : findAfter(tokens, words.end)
  const end = words.end + (second?.count ?? 0)
  return {
    ...words,
    period: timed?.value ?? words.period,
    currency: money.currency,
    end,
    bound: first?.value ?? second?.value ?? null,
  }
}

/** "min 120k max 160k", "under 60k or over 200k": a bound right before another amount is that one's. */
function findAfter(tokens: readonly Token[], at: number) {
  const hit = BOUNDS_AFTER.find(tokens, at)
  const isJoined = ['or', 'and'].includes(tokens[at]?.key ?? '')
  const isOfNext = hit !== null && BOUNDS_BEFORE.find(tokens, isJoined ? at + 1 : at) !== null
  return isOfNext && readAmount(tokens, at + hit.count) ? null : hit
}

/** Fillers that led nowhere are given back: "150k salary with python". */
function trimFillers(tokens: readonly Token[], words: PayWords): PayWords {
  let end = words.end
  while (PAY_FILLERS.has(tokens[end - 1]?.key ?? '')) end--
  return { ...words, end }
}

const LEAST_BARE_PAY = 10_000
const LEAST_THOUSANDS = 20
const COUNTED_THINGS =
  /^(?:years?|yrs?|yoe|months?|days?|weeks?|hours?|%|percent|people|employees|users|customers|person|engineers|developers|jobs|roles|postings|positions|results|countries|cities|miles|km)$/

function isPay(money: Money, isSaid: boolean, next: Token | undefined): boolean {
  const { amount, scale, currency, period } = money
  if (!(amount > 0)) return false
  if (currency) return true
  // A 401k is a pension plan.
  if (COUNTED_THINGS.test(next?.key ?? '') || (amount === 401_000 && money.to === null)) return false
  if (scale > 1 || amount >= LEAST_BARE_PAY) return true
  return (isSaid || period !== null) && amount >= (period === null ? LEAST_THOUSANDS : 1)
}

function toAsk(money: Money, spoken: SpokenBound, isBase: boolean): { value: PayAsk; note: string | null } {
  const { factor, period, note } = readSize(money)
  const low = money.amount * factor
  const high = money.to === null ? null : money.to * factor
  const ask = { currency: money.currency, period, isBase }
  if (high !== null) return { value: { ...ask, bound: 'between', amount: low, to: high }, note }
  if (spoken !== 'around')
    return { value: { ...ask, bound: spoken as PayBound, amount: low, to: null }, note }
  const around: PayAsk = {
    ...ask,
    bound: 'between',
    amount: Math.round(low * 0.9),
    to: Math.round(low * 1.1),
  }
  return { value: around, note: note ?? '“around” is read as 10 % below to 10 % above' }
}

/** A number that is too small for a year's pay is thousands, a month's or an hour's, and the receipt says so. */
function readSize(money: Money): { factor: number; period: PayPeriod; note: string | null } {
  const { amount, scale, period } = money
  if (period !== null || scale > 1 || amount >= LEAST_BARE_PAY)
    return { factor: 1, period: period ?? 'year', note: null }
  if (amount >= 1000) return { factor: 1, period: 'month', note: `${amount} is read as pay a month` }
  if (amount < LEAST_THOUSANDS) return { factor: 1, period: 'hour', note: `${amount} is read as pay an hour` }
  return { factor: 1000, period: 'year', note: `${amount} is read as ${amount},000 a year` }
}
