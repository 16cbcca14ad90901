import { createBreather } from '../catalog/breathe.ts'
import type { CatalogChange } from '../catalog/catalog-change.ts'
import { createTurns } from '../in-turn.ts'
import type { Log } from '../log.ts'
import type { Store } from '../store/store.ts'
import { createCatalogInForce, type UndoOutcome, type WarmCatalog } from './catalog-in-force.ts'
import type { CatalogMaker, NamedSource } from './catalog-maker.ts'
import type { CatalogCandidate, CatalogState } from './catalog-state.ts'
import type { GuardLimits } from './guard.ts'
import type { LatestValue } from './latest-value.ts'
import type { LoadedSource } from './loaded-source.ts'
import { createMakerInMemory } from './maker-in-memory.ts'
import { recordAnswer, recordResult } from './record-reload.ts'
import type { ReloadProgress } from './reload-progress.ts'
import type { FailedSource, HeldReload, ReloadResult } from './reload-result.ts'
import { createReloadRuns, type ReloadRequest, type ReloadRun } from './reload-runs.ts'
import { createTellAll, type Listener } from './tell-listeners.ts'
import { createWaitingReload } from './waiting-reload.ts'
import { weighCandidate } from './weigh-candidate.ts'

export interface ReloaderDeps {
  /** The sources as they are set up at the moment, without those that are paused. */
  readonly listSources: () => Promise<readonly NamedSource[]>
  readonly store: Pick<Store, 'hides' | 'versions' | 'audit'>
  readonly log: Log
  readonly now: () => Date
  readonly limits: GuardLimits
  /** Is told after every change of the catalog, one change after the other. */
  readonly onChange?: readonly Listener<CatalogChange>[]
  /** Is told when a catalog waits for an admin's word, and again each day until there is one. */
  readonly onHeld?: readonly Listener<HeldReload>[]
  /** Is told when a source that was read before cannot be read any more; once for each silence. */
  readonly onFailing?: readonly Listener<readonly FailedSource[]>[]
  /** Readies a catalog for its first question; absent where that may take longer than others. */
  readonly warm?: WarmCatalog
  /** Absent for making catalogs in this thread, and remembering them until the process ends. */
  readonly maker?: CatalogMaker
}

/** Holds the catalog in force, and replaces it as a whole. */
export interface Reloader {
  /** null before the first load. */
  readonly current: () => CatalogState | null
  readonly held: () => HeldReload | null
  readonly isReloading: () => boolean
  /** Puts the catalog in force that was when the process ended. @returns false where there is none of these sources */
  readonly recall: () => Promise<boolean>
  /** Reads the sources anew; whoever asks meanwhile joins. */
  readonly reload: (request: ReloadRequest) => ReloadRun
  /** Puts the catalog in force that waits. @param revision null for whichever it is @returns null where another waits, or none */
  readonly confirm: (revision: string | null, by: string) => Promise<ReloadResult | null>
  /** Drops the catalog that waits. @returns whether it waited */
  readonly discard: (revision: string | null, by: string) => Promise<boolean>
  /** @param revision the catalog to leave; null for whichever is in force */
  readonly undo: (revision: string | null, by: string) => Promise<UndoOutcome>
  /** Hides what the store says is hidden, and shows what is not any more. @returns null while nothing is loaded */
  readonly applyHides: () => Promise<CatalogChange | null>
  /** Asks again where a catalog has been waiting for a day. */
  readonly remind: () => Promise<void>
  /** Whether what is remembered on disk got lost, so that the sources have to be read again. */
  readonly hasLost: () => boolean
  /** Why nothing is remembered over a restart, as a sentence for admins; null where nothing is wrong. */
  readonly problem: () => string | null
  /** Ends a reload that is on its way. */
  readonly stop: () => Promise<void>
}

export function createReloader(deps: ReloaderDeps): Reloader {
  const { store, now, log, listSources } = deps
  const breathe = createBreather()
  const maker = deps.maker ?? createMakerInMemory(now)
  const inTurn = createTurns()
  const tellAll = createTellAll(log)
  const waiting = createWaitingReload(now)
  const inForce = createCatalogInForce({
    ...{ store, log, now, breathe, maker, tellAll, warm: deps.warm, onChange: deps.onChange },
    heldId: () => waiting.held()?.candidate.id ?? null,
  })
  const runs = createReloadRuns(runReload)

  return {
    current: inForce.current,
    held: waiting.held,
    isReloading: runs.isRunning,
    reload: runs.start,
    recall: () => inTurn(async () => inForce.recall((await listSources()).map(({ source: { id } }) => id))),
    confirm: (revision, by) => inTurn(() => confirm(revision, by)),
    discard: (revision, by) => inTurn(() => discard(revision, by)),
    undo: (revision, by) => inTurn(() => inForce.goBack(revision, by)),
    applyHides: () => inTurn(inForce.applyHides),
    remind: () => inTurn(remind),
    hasLost: maker.hasLost,
    problem: maker.problem,
    stop: maker.stop,
  }

  async function runReload(
    request: ReloadRequest,
    progress: LatestValue<ReloadProgress>,
  ): Promise<ReloadResult> {
    const startMs = performance.now()
    const sources = await listSources()
    let shown: ReloadProgress = { phase: 'reading', sources: [] }
    const show = (change: Partial<ReloadProgress>) => {
      shown = { ...shown, ...change }
      progress.publish(shown)
    }
    const candidate = await maker.make({ sources, before: inForce.current(), onProgress: show })
    await breathe()
    show({ phase: 'comparing' })
    return inTurn(async () => {
      const before = inForce.current()?.loads ?? []
      const weighed = await weigh(candidate, request)
      const result = { ...weighed, durationMs: performance.now() - startMs }
      if (result.outcome === 'held') await hold(candidate, result)
      else if (result.outcome === 'dry-run') await inForce.keep()
      else await swap(candidate, result)
      await tellFailing(before, result)
      return result
    })
  }

  async function weigh(candidate: CatalogCandidate, request: ReloadRequest): Promise<ReloadResult> {
    const hides = await store.hides.list()
    const state = { current: inForce.current(), undone: inForce.undone() }
    return weighCandidate(candidate, { ...request, ...state, hides, limits: deps.limits, at: now(), breathe })
  }

  async function swap(candidate: CatalogCandidate, result: ReloadResult): Promise<void> {
    waiting.clear()
    await inForce.swap(candidate, result)
  }

  async function hold(candidate: CatalogCandidate, result: ReloadResult): Promise<void> {
    const isToAsk = waiting.hold(candidate, result)
    await inForce.keep()
    await recordResult(store, result)
    const held = waiting.held()
    if (isToAsk && held) await tellAll(deps.onHeld, held)
  }

  async function confirm(revision: string | null, by: string): Promise<ReloadResult | null> {
    const taken = waiting.take(revision)
    if (taken === null) return null
    const weighed = await weigh(taken.candidate, { by, isDryRun: false })
    const confirmed: ReloadResult = { ...weighed, outcome: 'swapped', doubts: taken.result.doubts }
    await swap(taken.candidate, confirmed)
    return confirmed
  }

  async function discard(revision: string | null, by: string): Promise<boolean> {
    const taken = waiting.take(revision)
    if (taken === null) return false
    await recordAnswer(store, 'discard-reload', taken.result, by, now())
    await inForce.keep()
    return true
  }

  async function remind(): Promise<void> {
    const isDue = waiting.isDue()
    const held = waiting.held()
    if (isDue && held) await tellAll(deps.onHeld, held)
  }

  async function tellFailing(before: readonly LoadedSource[], { failures }: ReloadResult): Promise<void> {
    const wasWell = (name: string) =>
      before.some(({ source, failure }) => source.name === name && failure === null)
    const fresh = failures.filter(({ name }) => wasWell(name))
    if (fresh.length > 0) await tellAll(deps.onFailing, fresh)
  }
}
