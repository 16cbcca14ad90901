const DAY_MS = 86_400_000

/**
 * Days since 1970 of an ISO 8601 date; NaN for null and for what is no date.
 * @example toDay('1970-01-02') // 1
 */
export function toDay(date: string | null): number {
  return date === null ? Number.NaN : Math.floor(Date.parse(date.slice(0, 10)) / DAY_MS)
}

/** Days since 1970 of a moment, in UTC. */
export function dayOf(moment: Date): number {
  return Math.floor(moment.getTime() / DAY_MS)
}

/** The ISO 8601 date of a day since 1970. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}
