import { Cron } from 'croner'

/** When the sources are read anew without being asked. */
export interface Schedule {
  /** The longest time between two reloads (milliseconds). */
  readonly intervalMs: number
  /** null where no other one comes. */
  readonly nextAt: () => Date | null
  /** Runs something at every time; a run that takes too long skips the next one. Returns what ends it. */
  readonly start: (run: () => Promise<unknown>) => () => void
}

/** How many times ahead are looked at for the longest pause, such as that of a weekend. */
const LOOK_AHEAD = 20

/** @param pattern a cron expression, such as `0 *\/6 * * *`, in the time zone of the machine */
export function createSchedule(pattern: string): Schedule {
  const clock = new Cron(pattern, { paused: true })
  const times = clock.nextRuns(LOOK_AHEAD).map(time => time.getTime())
  const pauses = times.slice(1).map((time, index) => time - (times[index] ?? time))
  return {
    intervalMs: Math.max(0, ...pauses),
    nextAt: () => clock.nextRun(),
    start(run) {
      const job = new Cron(pattern, { protect: true, unref: true }, async () => void (await run()))
      return () => job.stop()
    },
  }
}
