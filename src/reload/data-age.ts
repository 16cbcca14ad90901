/** How old the postings are. */
export interface DataAge {
  /** When a source was read whole last. */
  readonly loadedAt: Date
  /** True once twice the time between two scheduled reloads is over. */
  readonly isStale: boolean
}

/**
 * Judges the age of the postings.
 * @param intervalMs time between two scheduled reloads; null where nothing is scheduled: then nothing is overdue
 */
export function judgeAge(loadedAt: Date, intervalMs: number | null, now: Date): DataAge {
  return { loadedAt, isStale: intervalMs !== null && now.getTime() - loadedAt.getTime() > 2 * intervalMs }
}
