import type { Log } from '../log.ts'
import { type ReloadProgress, sumProgress } from './reload-progress.ts'
import type { ReloadResult } from './reload-result.ts'
import type { Upkeep } from './upkeep.ts'

const HOUR_MS = 3_600_000
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
  for (const { name, reason } of result.failures)
    log.error({ source: name, reason }, 'a source could not be read')
  return result
}

async function follow(
  values: AsyncIterable<ReloadProgress>,
  tell: (progress: ReloadProgress) => void,
): Promise<void> {
  for await (const progress of values) tell(progress)
}

/** Reloads by the schedule, and reminds of what waits for a decision. Returns what ends it. */
export function keepCurrent({ reloader, schedule }: Upkeep, log: Log): () => void {
  const reload = async () => {
    try {
      await reloader.reload({ by: 'schedule', isDryRun: false }).result
    } catch (error) {
      log.error({ err: error }, 'a scheduled reload failed')
    }
  }
  const endSchedule = schedule?.start(reload)
  const reminder = setInterval(() => void reloader.remind(), HOUR_MS).unref()
  return () => {
    endSchedule?.()
    clearInterval(reminder)
  }
}
