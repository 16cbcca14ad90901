import { createClock, type FakeClock } from '../discord/clock.ts'

/** A clock with alarms: putting it forward rings what has become due, so that deadlines and retries need no waiting. */
export interface Timeline extends FakeClock {
  /** Runs something once so many milliseconds have passed; the answer takes it back. */
  readonly after: (ms: number, run: () => void) => () => void
  /** Takes all alarms back. */
  readonly stop: () => void
}

interface Alarm {
  readonly dueAtMs: number
  readonly run: () => void
  timer: NodeJS.Timeout
}

/** Makes a timeline that starts at the machine's time. */
export function createTimeline(): Timeline {
  const clock = createClock()
  const alarms = new Set<Alarm>()
  const ring = (alarm: Alarm) => {
    if (alarms.delete(alarm)) alarm.run()
  }
  const wind = (alarm: Alarm) =>
    setTimeout(() => ring(alarm), Math.max(0, alarm.dueAtMs - clock.now())).unref()
  return {
    now: clock.now,
    advance: ms => {
      clock.advance(ms)
      const pending = [...alarms].sort((a, b) => a.dueAtMs - b.dueAtMs)
      for (const alarm of pending) {
        clearTimeout(alarm.timer)
        if (alarm.dueAtMs <= clock.now()) ring(alarm)
        else alarm.timer = wind(alarm)
      }
    },
    after: (ms, run) => {
      const alarm: Alarm = {
        dueAtMs: clock.now() + ms,
        run,
        timer: setTimeout(() => ring(alarm), ms).unref(),
      }
      alarms.add(alarm)
      return () => {
        clearTimeout(alarm.timer)
        alarms.delete(alarm)
      }
    },
    stop: () => {
      for (const alarm of alarms) clearTimeout(alarm.timer)
      alarms.clear()
    },
  }
}
