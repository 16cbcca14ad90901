import { type Breathe, runInSlices } from '../catalog/breathe.ts'
import type { Catalog } from '../catalog/catalog.ts'
import type { CatalogChange } from '../catalog/catalog-change.ts'
import { hidePostingsInSteps } from '../catalog/hide-postings.ts'
import type { Steps } from '../catalog/steps.ts'
import type { Log } from '../log.ts'
import type { Store } from '../store/store.ts'
import type { CatalogMaker } from './catalog-maker.ts'
import type { CatalogCandidate, CatalogState } from './catalog-state.ts'
import { type CatalogDiff, diffCatalogsInSteps, hasChanges, listDiffering, toDay } from './diff-catalogs.ts'
import { recordResult, recordVersion } from './record-reload.ts'
import type { ReloadResult } from './reload-result.ts'
import type { Listener, TellAll } from './tell-listeners.ts'

/** What came of an undo. */
export type UndoOutcome =
  | { readonly type: 'undone'; readonly change: CatalogChange }
  /** There is none before. */
  | { readonly type: 'nothing-before' }
  /** Another catalog is in force than the one to leave. */
  | { readonly type: 'other-catalog' }

/** The catalog that answers, and every way in which another takes its place. */
export interface CatalogInForce {
  /** null before the first load. */
  readonly current: () => CatalogState | null
  /** Ids of the postings that the last undo changed; empty once a reload changed something. */
  readonly undone: () => ReadonlySet<string>
  readonly swap: (candidate: CatalogCandidate, result: ReloadResult) => Promise<void>
  /** @param revision the catalog to leave; null for whichever is in force */
  readonly goBack: (revision: string | null, by: string) => Promise<UndoOutcome>
  /** Hides what the store says is hidden, and shows what is not any more. @returns null while nothing is loaded */
  readonly applyHides: () => Promise<CatalogChange | null>
  /** Puts the catalog in force that was when the process ended. @returns false where there is none of these sources */
  readonly recall: (sourceIds: readonly string[]) => Promise<boolean>
  /** Tells the maker which catalogs matter now. */
  readonly keep: () => Promise<void>
}

/** Makes what questions would otherwise make when they need it first. */
export type WarmCatalog = (catalog: Catalog) => Steps<unknown>

export interface InForceDeps {
  readonly store: Pick<Store, 'hides' | 'versions' | 'audit'>
  readonly log: Log
  readonly now: () => Date
  readonly breathe: Breathe
  readonly maker: CatalogMaker
  readonly tellAll: TellAll
  /** Readies a catalog for its first question, in steps; absent where that may take longer than others. */
  readonly warm: WarmCatalog | undefined
  readonly onChange: readonly Listener<CatalogChange>[] | undefined
  /** Id of the catalog that waits for an admin's word. */
  readonly heldId: () => string | null
}

export function createCatalogInForce(deps: InForceDeps): CatalogInForce {
  const { store, log, now, breathe, maker, heldId } = deps
  let current: CatalogState | null = null
  let previousId: string | null = null
  let undone: ReadonlySet<string> = new Set()

  return { current: () => current, undone: () => undone, swap, goBack, applyHides, recall, keep }

  async function swap(candidate: CatalogCandidate, result: ReloadResult): Promise<void> {
    const catalog = await makeAnswering(candidate.whole)
    const before = current
    const hasChanged = hasChanges(result.diff)
    const cause = before === null ? 'start' : 'reload'
    if (hasChanged) undone = new Set()
    // What says the same is no step back for an undo, nor is one of which postings have only closed since.
    if (hasChanged && before !== null && before.id !== candidate.id) previousId = before.id
    current = { ...candidate, catalog, comparedAt: result.at }
    await keep()
    await record(async () => {
      await recordResult(store, result)
      if (hasChanged || before === null) await recordVersion(store, { ...result, cause })
    })
    await tellChange({
      cause,
      at: result.at,
      before: before?.catalog ?? null,
      after: catalog,
      ...result.diff,
    })
  }

  async function goBack(revision: string | null, by: string): Promise<UndoOutcome> {
    if (current !== null && revision !== null && current.revision !== revision)
      return { type: 'other-catalog' }
    const left = current
    if (left === null || previousId === null) return { type: 'nothing-before' }
    const target = await maker.restore(previousId, left.whole)
    if (target === null) return { type: 'nothing-before' }
    const at = now()
    const change = await changeTo(target, left, 'undo', at)
    undone = new Set(listDiffering(change))
    current = { ...target, catalog: change.after, comparedAt: at }
    previousId = null
    await keep()
    await record(async () => {
      const counts = { at, by, revision: target.revision, summary: target.summary, diff: change }
      await recordVersion(store, { ...counts, cause: 'undo' })
    })
    await tellChange(change)
    return { type: 'undone', change }
  }

  async function applyHides(): Promise<CatalogChange | null> {
    if (current === null) return null
    const change = await changeTo(current, current, 'hide', now())
    current = { ...current, catalog: change.after }
    await tellChange(change)
    return change
  }

  async function recall(sourceIds: readonly string[]): Promise<boolean> {
    const recalled = await maker.recall()
    const isOfThese = recalled?.loads.every(({ source }) => sourceIds.includes(source.id))
    if (recalled === null || !isOfThese || recalled.loads.length !== sourceIds.length) return false
    const candidate = await maker.restore(recalled.currentId, null)
    if (candidate === null) return false
    const catalog = await makeAnswering(candidate.whole)
    current = { ...candidate, catalog, comparedAt: recalled.comparedAt }
    previousId = recalled.previousId
    undone = new Set(recalled.undone)
    const at = now()
    const diff = await compare(null, { catalog, comparedAt: at })
    await tellChange({ cause: 'start', at, before: null, after: catalog, ...diff })
    return true
  }

  /** The change to another catalog as the hides of now have it. */
  async function changeTo(
    target: CatalogCandidate,
    left: CatalogState,
    cause: CatalogChange['cause'],
    at: Date,
  ): Promise<CatalogChange & CatalogDiff> {
    const after = await makeAnswering(target.whole)
    const diff = await compare({ ...left, comparedAt: at }, { catalog: after, comparedAt: at })
    return { cause, at, before: left.catalog, after, ...diff }
  }

  /** What answers of a catalog: without what is hidden, and ready for the first question. */
  async function makeAnswering(whole: Catalog): Promise<Catalog> {
    const catalog = await runInSlices(hidePostingsInSteps(whole, await store.hides.list()), breathe)
    if (deps.warm) await runInSlices(deps.warm(catalog), breathe)
    return catalog
  }

  type Compared = Pick<CatalogState, 'catalog' | 'comparedAt'>

  function compare(before: Compared | null, after: Compared): Promise<CatalogDiff> {
    const date = ({ catalog, comparedAt }: Compared) => ({ catalog, day: toDay(comparedAt) })
    return runInSlices(diffCatalogsInSteps(before && date(before), date(after)), breathe)
  }

  /** The catalog is in force already; what cannot be written down is told to the log. */
  async function record(write: () => Promise<void>): Promise<void> {
    try {
      await write()
    } catch (error) {
      log.error({ err: error }, 'a change of the catalog could not be recorded')
    }
  }

  function keep(): Promise<void> {
    const kept = current
    if (kept === null) return Promise.resolve()
    return record(() => maker.keep({ current: kept, previousId, heldId: heldId(), undone: [...undone] }))
  }

  async function tellChange(change: CatalogChange): Promise<void> {
    const { cause, added, changed, gone } = change
    log.info(
      { cause, added: added.length, changed: changed.length, gone: gone.length, size: change.after.size },
      'the catalog was replaced',
    )
    await deps.tellAll(deps.onChange, change)
  }
}
