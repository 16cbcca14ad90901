import type { Token } from './tokenize.ts'

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ')
const DAY_MS = 86_400_000

/** A stretch of days, in days since 1970; `end` is the first day after it. */
export interface DayRange {
  readonly start: number
  readonly end: number
  /** How many tokens it took. */
  readonly count: number
}

const toDays = (year: number, month: number, day: number) => Math.floor(Date.UTC(year, month, day) / DAY_MS)

/**
 * Reads a date, month, year or weekday as the latest one that is not in the future; null where none starts at the token.
 * @example readDate(tokenize('october 2024'), 0, now) // 1 to 31 October 2024
 */
export function readDate(tokens: readonly Token[], at: number, now: Date): DayRange | null {
  return (
    readIsoDate(tokens, at) ??
    readMonth(tokens, at, now) ??
    readWeekday(tokens, at, now) ??
    readYear(tokens, at)
  )
}

/** "2024-10-31" or "2024-10". */
function readIsoDate(tokens: readonly Token[], at: number): DayRange | null {
  const [year, dash, month, dash2, day] = tokens.slice(at, at + 5)
  if (!isYear(year) || dash?.text !== '-' || !dash.isGlued || !isWithin(month, 12)) return null
  const monthAt = (month?.amount ?? 1) - 1
  const isWhole = dash2?.text === '-' && dash2.isGlued && isWithin(day, 31)
  if (!isWhole) return monthRange(year?.amount ?? 0, monthAt, 3)
  const start = toDays(year?.amount ?? 0, monthAt, day?.amount ?? 1)
  return { start, end: start + 1, count: 5 }
}

/** "October 2024", "oct", "5 October 2024", "October 5". */
function readMonth(tokens: readonly Token[], at: number, now: Date): DayRange | null {
  const dayFirst = isWithin(tokens[at], 31) && monthOf(tokens[at + 1]) >= 0
  const start = dayFirst ? at + 1 : at
  const month = monthOf(tokens[start])
  if (month < 0) return null
  const dayLast = !dayFirst && isWithin(tokens[start + 1], 31)
  const day = dayFirst ? tokens[at]?.amount : dayLast ? tokens[start + 1]?.amount : undefined
  const afterDay = start + (dayLast ? 2 : 1)
  const commas = tokens[afterDay]?.text === ',' && isYear(tokens[afterDay + 1]) ? 1 : 0
  const yearToken = isYear(tokens[afterDay + commas]) ? tokens[afterDay + commas] : undefined
  const isAhead = month > now.getUTCMonth()
  const year = yearToken?.amount ?? now.getUTCFullYear() - (isAhead ? 1 : 0)
  const count = afterDay - at + (yearToken ? 1 + commas : 0)
  if (day === undefined) return monthRange(year, month, count)
  const first = toDays(year, month, day)
  return { start: first, end: first + 1, count }
}

function readWeekday(tokens: readonly Token[], at: number, now: Date): DayRange | null {
  const leads = ['last', 'this', 'past'].includes(tokens[at]?.key ?? '') ? 1 : 0
  const weekday = WEEKDAYS.indexOf(tokens[at + leads]?.key ?? '')
  if (weekday < 0) return null
  const today = Math.floor(now.getTime() / DAY_MS)
  const start = today - ((now.getUTCDay() - weekday + 7) % 7)
  return { start, end: start + 1, count: leads + 1 }
}

function readYear(tokens: readonly Token[], at: number): DayRange | null {
  const token = tokens[at]
  if (!isYear(token)) return null
  const year = token?.amount ?? 0
  return { start: toDays(year, 0, 1), end: toDays(year + 1, 0, 1), count: 1 }
}

function monthRange(year: number, month: number, count: number): DayRange {
  return { start: toDays(year, month, 1), end: toDays(year, month + 1, 1), count }
}

function monthOf(token: Token | undefined): number {
  const key = token?.type === 'word' ? token.key : ''
  return key.length < 3
    ? -1
    : MONTHS.findIndex(month => month === key || (key.length <= 4 && month.startsWith(key)))
}

function isYear(token: Token | undefined): boolean {
  return token?.type === 'number' && /^20[0-9]{2}$/.test(token.text)
}

function isWithin(token: Token | undefined, most: number): boolean {
  return (
    token?.type === 'number' && Number.isInteger(token.amount) && token.amount >= 1 && token.amount <= most
  )
}
