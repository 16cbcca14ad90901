import type { Log } from '../log.ts'
import { type ReloadProgress, sumProgress } from './reload-progress.ts'
import type { ReloadResult } from './reload-result.ts'
import type { Upkeep } from './upkeep.ts'

const HOUR_MS = 3_600_000
const LOOK_MS = 60_000
const PROGRESS_PAUSE_MS = 5000

/**
 * Reads the sources for the first time.
 * @param onProgress is told the number of documents read so far
 */
export async function loadFirst(
  { reloader }: Upkeep,
  log: Log,
  onProgress: (documents: number) => void,
): Promise<ReloadResult> {
  const run = reloader.reload({ by: 'start', isDryRun: false })
  await Promise.all([
    follow(run.watch(0), progress => onProgress(sumProgress(progress).fetched)),
    follow(run.watch(PROGRESS_PAUSE_MS), progress =>
      log.info({ phase: progress.phase, ...sumProgress(progress) }, 'reading the postings'),
    ),
  ])
  const result = await run.result
  logFailures(result.failures, log)
  return result
}

function logFailures(failures: ReloadResult['failures'], log: Log): void {
  for (const { name, reason } of failures) log.error({ source: name, reason }, 'a source could not be read')
}

async function follow(
  values: AsyncIterable<ReloadProgress>,
  tell: (progress: ReloadProgress) => void,
): Promise<void> {
  for await (const progress of values) tell(progress)
}

/** How the postings are kept current. */
export interface KeepingSetting {
  readonly log: Log
  /** True where what answers is from before a restart: then the sources are read at once. */
  readonly isRecalled: boolean
  /** How often what is remembered on disk is looked at; default every minute. */
  readonly lookMs?: number
}

/**
 * Reloads by the schedule and where what is remembered got lost, and reminds of what waits for a decision. Returns
 * what ends it.
 */
export function keepCurrent(
  { reloader, schedule }: Pick<Upkeep, 'reloader' | 'schedule'>,
  { log, isRecalled, lookMs = LOOK_MS }: KeepingSetting,
): () => void {
  const reload = async (by: 'schedule' | 'start') => {
    try {
      const { failures } = await reloader.reload({ by, isDryRun: false }).result
      if (by === 'start') logFailures(failures, log)
    } catch (error) {
      log.error({ err: error }, 'a reload that nobody asked for failed')
    }
  }
  if (isRecalled) void reload('start')
  const endSchedule = schedule?.start(() => reload('schedule'))
  const look = setInterval(() => {
    if (!reloader.isReloading() && reloader.hasLost()) void reload('start')
  }, lookMs).unref()
  const reminder = setInterval(() => void reloader.remind(), HOUR_MS).unref()
  return () => {
    endSchedule?.()
    clearInterval(reminder)
    clearInterval(look)
  }
}
