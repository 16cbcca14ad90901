import type { CatalogVersion, Store } from '../store/store.ts'
import type { ReloadResult } from './reload-result.ts'

type Records = Pick<Store, 'versions' | 'audit'>

/** Writes down what came of a reload; a scheduled one that changed nothing and failed nowhere is not worth a line. */
export async function recordResult({ audit }: Records, result: ReloadResult): Promise<void> {
  const { outcome, by, at, revision, doubts, failures } = result
  if (by === 'schedule' && outcome === 'unchanged' && failures.length === 0) return
  await audit.add({
    at,
    memberId: by,
    place: null,
    action: 'reload-outcome',
    detail: {
      outcome,
      revision,
      ...countDifference(result),
      failures: failures.map(({ name, reason }) => ({ name, reason })),
      doubts,
    },
    isAllowed: true,
  })
}

/** Writes down what an admin said about a catalog that was held. */
export async function recordAnswer(
  { audit }: Records,
  action: string,
  result: ReloadResult,
  by: string,
  at: Date,
): Promise<void> {
  const detail = { outcome: 'discarded', revision: result.revision, ...countDifference(result) }
  await audit.add({ at, memberId: by, place: null, action, detail, isAllowed: true })
}

/** Writes down which catalog is in force now. */
export async function recordVersion(
  { versions }: Records,
  version: Pick<ReloadResult, 'at' | 'by' | 'revision' | 'summary' | 'diff'> & Pick<CatalogVersion, 'cause'>,
): Promise<void> {
  const { at, by, cause, revision, summary } = version
  await versions.add({
    at,
    memberId: by,
    cause,
    revision,
    size: summary.size,
    sources: summary.sources,
    ...countDifference(version),
  })
}

function countDifference({ diff: { added, changed, gone } }: Pick<ReloadResult, 'diff'>) {
  return { added: added.length, changed: changed.length, gone: gone.length }
}
