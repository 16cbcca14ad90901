/** A day of the calendar. */
export interface CalendarDate {
  readonly year: number
  /** From 1 on. */
  readonly month: number
  readonly day: number
}

/** What clock and calendar of a time zone show. */
export interface LocalTime extends CalendarDate {
  /** After midnight. */
  readonly minutes: number
  /** 1 for Monday to 7 for Sunday. */
  readonly weekday: number
}

const MINUTE_MS = 60_000
const HALF_DAY_MS = 43_200_000

/** Whether a name is that of a time zone, such as `Europe/Berlin`. */
export function isTimeZone(name: string): boolean {
  try {
    formatOf(name)
    return true
  } catch {
    return false
  }
}

/** What the clock of a time zone shows. */
export function toLocal(at: Date, zone: string): LocalTime {
  const local = new Date(at.getTime() + offsetAt(at.getTime(), zone))
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    minutes: local.getUTCHours() * 60 + local.getUTCMinutes(),
    weekday: local.getUTCDay() === 0 ? 7 : local.getUTCDay(),
  }
}

/**
 * When the clock of a time zone shows a time. Of a time that the clock shows twice the first; one that it skips comes
 * as much later as the clock is put forward.
 * @param minutes after midnight
 */
export function fromLocal({ year, month, day }: CalendarDate, minutes: number, zone: string): Date {
  const shown = Date.UTC(year, month - 1, day, 0, minutes)
  const before = offsetAt(shown - HALF_DAY_MS, zone)
  const after = offsetAt(shown + HALF_DAY_MS, zone)
  const times = [shown - before, shown - after].filter(time => time + offsetAt(time, zone) === shown)
  return new Date(times.length === 0 ? shown - before : Math.min(...times))
}

/** The day so many days later. */
export function addDays({ year, month, day }: CalendarDate, days: number): CalendarDate {
  const date = new Date(Date.UTC(year, month - 1, day + days))
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** How far the clock of a zone is ahead of UTC, in milliseconds. */
function offsetAt(time: number, zone: string): number {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(time)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const read = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
  const shown = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'))
  return shown - Math.floor(time / MINUTE_MS) * MINUTE_MS
}

// Making a format costs a hundred times what using it does.
const formats = new Map<string, Intl.DateTimeFormat>()

/** @throws {RangeError} where there is no such zone */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  formats.set(zone, format)
  return format
}
