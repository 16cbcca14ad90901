import { type Breathe, runInSlices } from '../catalog/breathe.ts'
import { type Hiding, hidePostingsInSteps } from '../catalog/hide-postings.ts'
import type { CatalogCandidate, CatalogState } from './catalog-state.ts'
import { describeDifference, listFailures, listRejected } from './describe-difference.ts'
import { diffCatalogsInSteps, hasChanges, listDiffering, toDay } from './diff-catalogs.ts'
import { doubtUndone, findDoubts, type GuardLimits } from './guard.ts'
import type { ReloadResult } from './reload-result.ts'

/** What decides whether a catalog may be in force. */
export interface WeighSetting {
  /** null before anything was loaded. */
  readonly current: CatalogState | null
  readonly hides: readonly Hiding[]
  /** Ids of the postings that the last undo changed. */
  readonly undone: ReadonlySet<string>
  readonly limits: GuardLimits
  readonly by: string
  readonly isDryRun: boolean
  readonly at: Date
  readonly breathe: Breathe
}

/** Compares a catalog with the one in force, and decides whether it may take its place. */
export async function weighCandidate(
  candidate: CatalogCandidate,
  setting: WeighSetting,
): Promise<ReloadResult> {
  const { current, hides, undone, limits, by, isDryRun, at, breathe } = setting
  const catalog = await runInSlices(hidePostingsInSteps(candidate.whole, hides), breathe)
  const before = current && { catalog: current.catalog, day: toDay(current.comparedAt) }
  const diff = await runInSlices(diffCatalogsInSteps(before, { catalog, day: toDay(at) }), breathe)
  const sizes = { before: current?.summary ?? null, after: candidate.summary, added: diff.added.length }
  const doubts = [...findDoubts(sizes, limits), ...doubtUndone(undone, listDiffering(diff))]
  const swapped = hasChanges(diff) || current === null ? 'swapped' : 'unchanged'
  return {
    outcome: isDryRun ? 'dry-run' : doubts.length > 0 ? 'held' : swapped,
    at,
    by,
    durationMs: 0,
    revision: candidate.revision,
    isFirst: current === null,
    summary: candidate.summary,
    diff,
    doubts,
    rejected: listRejected(candidate.loads),
    failures: listFailures(candidate.loads),
    titles: describeDifference(diff, current?.catalog ?? null, catalog),
  }
}
