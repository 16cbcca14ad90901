import type { ReloadProgress } from '../reload-progress.ts'

type Report = (change: Partial<ReloadProgress>) => void

/** More often nobody looks. */
const PAUSE_MS = 100

/** Hands on some of many reports: the first one, then one each tenth of a second, and the last one of each phase. */
export function createReporter(report: Report, now: () => number = () => performance.now()): Report {
  let waiting: Partial<ReloadProgress> = {}
  let reportedMs = Number.NEGATIVE_INFINITY
  return change => {
    if (change.phase !== undefined && Object.keys(waiting).length > 0) report(waiting)
    waiting = change.phase !== undefined ? change : { ...waiting, ...change }
    if (change.phase === undefined && now() - reportedMs < PAUSE_MS) return
    report(waiting)
    waiting = {}
    reportedMs = now()
  }
}
