import { addDays, fromLocal, toLocal } from './local-time.ts'
import type { Cadence, Schedule } from './subscription.ts'

const HOUR_MS = 3_600_000

/** When each cadence tells of what turns up at a time. */
const NEXT: Readonly<Record<Cadence, (schedule: Schedule, after: Date) => Date>> = {
  instant: (_, after) => after,
  hourly: (_, after) => new Date((Math.floor(after.getTime() / HOUR_MS) + 1) * HOUR_MS),
  daily: (schedule, after) => nextDay(schedule, after, () => true),
  weekly: (schedule, after) => nextDay(schedule, after, weekday => weekday === schedule.weekday),
}

/** When something that turns up is told: now, or at the next full hour, day or week; quiet hours aside. */
export function nextTime(schedule: Schedule, after: Date): Date {
  return NEXT[schedule.cadence](schedule, after)
}

/** The first time after another at which the clock shows `at`, on a day that will do. */
function nextDay({ at, zone }: Schedule, after: Date, isDay: (weekday: number) => boolean): Date {
  const today = toLocal(after, zone)
  // A week and a day: today's time may be past.
  for (let days = 0; days <= 8; days++) {
    const time = fromLocal(addDays(today, days), at, zone)
    if (time > after && isDay(((today.weekday - 1 + days) % 7) + 1)) return time
  }
  return after
}

/** When the quiet hours that a time is in are over; null where it is in none. */
export function endOfQuiet({ quiet, zone }: Schedule, at: Date): Date | null {
  if (quiet === null || quiet.from === quiet.to) return null
  const now = toLocal(at, zone)
  const isAfterStart = now.minutes >= quiet.from
  const isBeforeEnd = now.minutes < quiet.to
  const isQuiet = quiet.from < quiet.to ? isAfterStart && isBeforeEnd : isAfterStart || isBeforeEnd
  if (!isQuiet) return null
  const ends = [0, 1].map(days => fromLocal(addDays(now, days), quiet.to, zone))
  return ends.find(end => end > at) ?? null
}

/** When the day began, on the clock of the schedule. */
export function startOfDay({ zone }: Schedule, at: Date): Date {
  return fromLocal(toLocal(at, zone), 0, zone)
}

/** The time of day of the schedule on the day after. */
export function nextMorning(schedule: Schedule, at: Date): Date {
  const { zone } = schedule
  const time = fromLocal(addDays(toLocal(at, zone), 1), schedule.at, zone)
  return endOfQuiet(schedule, time) ?? time
}
