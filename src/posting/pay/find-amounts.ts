import { listMatches } from '../list-matches.ts'
import { currencyOfWriting, SIGN_AFTER, SIGN_BEFORE } from './currencies.ts'
import { mayBeginWithCurrency, mayEndWithCurrency } from './may-name-currency.ts'

/** A number in a text that may be money. */
export interface Amount {
  readonly value: number
  /** Where it stands, its currency sign, code and scale included. */
  readonly start: number
  readonly end: number
  /** ISO 4217 as written beside it; null where nothing is. */
  readonly currency: string | null
  /** True where the sign is a bare "$" or "dollars", which many countries use. */
  readonly isBareDollar: boolean
  /** What the number was multiplied by: 1000 for "120k". */
  readonly scale: number
  /** True where the number is written with thousand separators. */
  readonly isGrouped: boolean
  /** True where crowns are written behind it without saying whose ("195 kr"). */
  readonly isCrowns: boolean
  /** True for "150k+". */
  readonly isOpen: boolean
}

const NUMBER =
  /(?<![\p{L}\d.,])\d{1,2}(?:,\d{2}){1,3},\d{3}(?!\d)|(?<!\d[.,]?)\d{1,3}(?:([,.'’ ])\d{3})(?:\1\d{3}){0,3}(?:[.,]\d{1,2})?(?![\d])|(?<!\d[.,]?)\d{1,9}(?:[.,]\d{1,2})?(?![\d])/gu

const BEFORE = new RegExp(`(?:(${SIGN_BEFORE})\\s?)?(${SIGN_BEFORE})[\\s*~:]{0,4}$`, 'i')
const AFTER = new RegExp(`^(?:[,.][-–]{1,2})?\\s?\\+?\\s?(?:\\(|\\/)?(?:in )?(${SIGN_AFTER})(?!\\p{L})`, 'iu')
const SCALE =
  /^\s?(t(?=eur\b|€)|(?:k|tsd|tys|thousand|mio|mln|million|mm|m|lakhs?|lacs?|lpa|crores?|cr)(?=\.?(?![\p{L}\d])))\.?/iu

/** What every scale begins with. */
const MAY_SCALE = /^\s?[ktmlc]/iu

const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  t: 1e3,
  tsd: 1e3,
  tys: 1e3,
  thousand: 1e3,
  mio: 1e6,
  mln: 1e6,
  million: 1e6,
  mm: 1e6,
  m: 1e6,
  lakh: 1e5,
  lakhs: 1e5,
  lac: 1e5,
  lacs: 1e5,
  lpa: 1e5,
  crore: 1e7,
  crores: 1e7,
  cr: 1e7,
}

/** Characters looked at on either side of a number. */
const WINDOW = 24

/**
 * Finds every number that may be money, in order, with the currency and scale written beside it.
 * @example findAmounts('$120k')[0]?.value // 120000
 */
export function findAmounts(text: string): Amount[] {
  const amounts: Amount[] = []
  for (const match of listMatches(NUMBER, text)) {
    const amount = readAmount(text, match[0], match.index)
    if (amount) amounts.push(amount)
  }
  return amounts
}

/** "1,000" (characters). */
const SHORTEST_GROUPED = 5

function readAmount(text: string, digits: string, start: number): Amount | null {
  const before = text.slice(Math.max(0, start - WINDOW), start)
  const isGrouped = digits.length >= SHORTEST_GROUPED && /[,.'’ ]\d{3}/.test(digits)
  // "R28 000" is rand; "R2024" and "R-19409" are names.
  const isRand = isGrouped && RAND.test(before)
  if (isPartOfWord(before) && !isRand) return null
  let end = start + digits.length
  const scale = MAY_SCALE.test(text.slice(end, end + 2)) ? SCALE.exec(text.slice(end, end + WINDOW)) : null
  const isPlan = /^40[13]$/.test(digits) && /^\s?\(?[kb]/i.test(text.slice(end, end + 3))
  if (isPlan || /^\s?%/.test(text.slice(end, end + 3))) return null
  end += scale?.[0].length ?? 0
  const sign = readSign(before, text.slice(end, end + WINDOW))
  const unit = scale?.[1] ?? ''
  const isLakh = unit !== '' && /^(?:lakh|lac|lpa|cr)/i.test(unit)
  // "$85,000k" is a slip for either way of writing it.
  const isSlip = /^k$/i.test(unit) && /^\d{2,3}[,.'’ ]\d{3}$/.test(digits)
  const factor = isSlip ? 1 : (SCALES[unit.toLowerCase()] ?? 1)
  return {
    value: parseNumber(digits, factor > 1) * factor,
    start: start - (isRand ? 1 : sign.before),
    end: end + sign.after,
    currency: sign.currency ?? (isLakh ? 'INR' : isRand ? 'ZAR' : null),
    isBareDollar: sign.isBareDollar,
    scale: factor,
    isGrouped,
    isCrowns: /^\s?kr\b/i.test(text.slice(end, end + 4)),
    isOpen:
      /^\s?\+/.test(text.slice(end + sign.after, end + sign.after + 3)) ||
      /^\s?\+/.test(text.slice(end, end + 2)),
  }
}

/** A sign that is a plain letter, so that it counts only right before an amount. */
const RAND = /(?:^|[^\p{L}\d])R$/u

/** "GPT-4", "R-19409" and "#12" are names; "90k-120k" and "EUR120" are not. */
function isPartOfWord(before: string): boolean {
  return /[\p{L}#_@=&][-/]?$/u.test(before) && !/\d\s?[km][-/]$/i.test(before) && !endsWithCurrency(before)
}

const findSignBefore = (before: string): RegExpExecArray | null =>
  mayEndWithCurrency(before) ? BEFORE.exec(before) : null

function endsWithCurrency(before: string): boolean {
  const match = findSignBefore(before)
  return match !== null && isApart(before, match.index)
}

/** A code such as "EUR" must not be the end of another word. */
function isApart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\d]/u.test(text[at - 1] ?? '') || !/\p{L}/u.test(text[at] ?? '')
}

interface Sign {
  readonly currency: string | null
  readonly isBareDollar: boolean
  /** How many characters it takes before and after the number. */
  readonly before: number
  readonly after: number
}

/** The code beats the sign: "$120,000 CAD" and "CAD $120,000" are Canadian. */
function readSign(before: string, after: string): Sign {
  const front = findSignBefore(before)
  const isFront = front !== null && isApart(before, front.index)
  const back = mayBeginWithCurrency(after) ? AFTER.exec(after) : null
  const written = [back?.[1], isFront ? front[1] : null, isFront ? front[2] : null].filter(
    text => text !== null && text !== undefined,
  )
  const telling = written.find(text => text !== '$') ?? written[0]
  return {
    currency: telling === undefined ? null : currencyOfWriting(telling),
    isBareDollar: telling !== undefined && /^(?:\$|dollars?)$/i.test(telling),
    before: isFront ? front[0].length : 0,
    after: back?.[0].length ?? 0,
  }
}

/**
 * Reads digits with any separators; a last group of one or two digits is a fraction.
 * @param isScaled true where "k" or the like follows, so that "37.800k" cannot be meant
 */
function parseNumber(digits: string, isScaled: boolean): number {
  if (digits.length <= 2) return Number(digits)
  const fraction = /[.,](\d{1,2})$/.exec(digits)
  const isDecimal = fraction !== null && (isScaled || !/^\d{1,3}(?:[,.'’ ]\d{3}){0,3}$/.test(digits))
  const whole = (isDecimal ? digits.slice(0, fraction.index) : digits).replace(/\D/g, '')
  return Number(whole) + (isDecimal ? Number(`0.${fraction[1]}`) : 0)
}
