import { createLatestValue, type LatestValue } from './latest-value.ts'
import type { ReloadProgress } from './reload-progress.ts'
import type { ReloadResult } from './reload-result.ts'

export interface ReloadRequest {
  /** Id of the member; or `schedule`, `start` or `terminal`. */
  readonly by: string
  /** True to learn what would change, and change nothing. */
  readonly isDryRun: boolean
  /** True where the sources were just changed, which a reload on its way does not know. */
  readonly hasNewSources?: boolean
}

/** A reload on its way. */
export interface ReloadRun {
  /** True where it was on its way already. */
  readonly isJoined: boolean
  readonly by: string
  readonly watch: (pauseMs: number) => AsyncGenerator<ReloadProgress>
  /** Rejects where the sources could not even be listed or nothing could be built of them. */
  readonly result: Promise<ReloadResult>
}

/** Does what a request asks for. */
export type RunReload = (
  request: ReloadRequest,
  progress: LatestValue<ReloadProgress>,
) => Promise<ReloadResult>

/** Reloads one after another; whoever asks meanwhile joins where that serves them. */
export interface ReloadRuns {
  readonly start: (request: ReloadRequest) => ReloadRun
  readonly isRunning: () => boolean
}

interface Running {
  readonly run: ReloadRun
  readonly isDryRun: boolean
}

export function createReloadRuns(runReload: RunReload): ReloadRuns {
  let running: Running | null = null

  function startRun(request: ReloadRequest): ReloadRun {
    const before = running?.run.result
    const phase = before === undefined ? 'reading' : 'waiting'
    const progress = createLatestValue<ReloadProgress>({ phase, sources: [] })
    const result = (async () => {
      await before?.catch(() => undefined)
      return runReload(request, progress)
    })()
    const run = { isJoined: false, by: request.by, watch: progress.watch, result }
    const mine = { run, isDryRun: request.isDryRun }
    running = mine
    const end = () => {
      progress.end()
      if (running === mine) running = null
    }
    result.then(end, end)
    return run
  }

  return {
    isRunning: () => running !== null,
    start: request =>
      running !== null && mayJoin(running, request) ? { ...running.run, isJoined: true } : startRun(request),
  }
}

/** A dry run would leave whoever wants a real one without it, and what began before a change of sources misses it. */
function mayJoin(running: Running, request: ReloadRequest): boolean {
  return request.hasNewSources !== true && (request.isDryRun || !running.isDryRun)
}
