import type { CatalogChange } from '../catalog/catalog-change.ts'
import { computeRevision } from '../catalog/compute-revision.ts'
import { hidePostings } from '../catalog/hide-postings.ts'
import type { Log } from '../log.ts'
import type { Source } from '../source/source.ts'
import type { Store } from '../store/store.ts'
import { createBreather } from './breathe.ts'
import { type BuildCatalog, createBuilder } from './build-catalog.ts'
import { type CatalogCandidate, type CatalogState, findLatestLoad } from './catalog-state.ts'
import { summariseCatalog } from './catalog-summary.ts'
import { diffCatalogs, hasChanges, listDiffering, toDay } from './diff-catalogs.ts'
import type { GuardLimits } from './guard.ts'
import { createLatestValue, type LatestValue } from './latest-value.ts'
import { loadSources } from './load-sources.ts'
import type { LoadedSource } from './loaded-source.ts'
import { recordAnswer, recordResult, recordVersion } from './record-reload.ts'
import type { ReloadProgress } from './reload-progress.ts'
import type { FailedSource, HeldReload, ReloadResult } from './reload-result.ts'
import { createTurns } from './take-turns.ts'
import { weighCandidate } from './weigh-candidate.ts'

export interface ReloaderDeps {
  /** The sources as they are set up at the moment, without those that are paused. */
  readonly listSources: () => Promise<readonly Source[]>
  readonly store: Pick<Store, 'hides' | 'versions' | 'audit'>
  readonly log: Log
  readonly now: () => Date
  readonly limits: GuardLimits
  /** Is told after every change of the catalog, one change after the other. */
  readonly onChange?: readonly ((change: CatalogChange) => Promise<void>)[]
  /** Is told when a catalog waits for an admin's word, and again each day until there is one. */
  readonly onHeld?: readonly ((held: HeldReload) => Promise<void>)[]
  /** Is told when a source that was read before cannot be read any more; once for each silence. */
  readonly onFailing?: readonly ((failures: readonly FailedSource[]) => Promise<void>)[]
  /** Absent for building in this thread. */
  readonly build?: BuildCatalog
}

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

/** What came of an undo. */
export type UndoOutcome =
  | { readonly type: 'undone'; readonly change: CatalogChange }
  /** There is none before, or it went with a restart. */
  | { readonly type: 'nothing-before' }
  /** Another catalog is in force than the one to leave. */
  | { readonly type: 'other-catalog' }

/** Holds the catalog in force, and replaces it as a whole. */
export interface Reloader {
  /** null before the first load. */
  readonly current: () => CatalogState | null
  readonly previous: () => CatalogState | null
  readonly held: () => HeldReload | null
  readonly isReloading: () => boolean
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
}

interface Held extends HeldReload {
  readonly candidate: CatalogCandidate
}

interface Running {
  readonly run: ReloadRun
  readonly isDryRun: boolean
}

const DAY_MS = 86_400_000

export function createReloader(deps: ReloaderDeps): Reloader {
  const { store, now, log } = deps
  const breathe = createBreather()
  const build = deps.build ?? createBuilder(breathe)
  const inTurn = createTurns()
  let current: CatalogState | null = null
  let previous: CatalogState | null = null
  let held: Held | null = null
  let asked: { readonly about: string; readonly at: Date } | null = null
  let undone: ReadonlySet<string> = new Set()
  let running: Running | null = null

  return {
    current: () => current,
    previous: () => previous,
    held: () => held,
    isReloading: () => running !== null,
    reload(request) {
      return running !== null && mayJoin(running, request)
        ? { ...running.run, isJoined: true }
        : startRun(request)
    },
    confirm: (revision, by) =>
      inTurn(async () => {
        if (held === null || !isMeant(held, revision)) return null
        const { candidate, result } = held
        held = null
        const weighed = await weigh(candidate, { by, isDryRun: false })
        const confirmed: ReloadResult = { ...weighed, outcome: 'swapped', doubts: result.doubts }
        await swap(candidate, confirmed)
        return confirmed
      }),
    discard: (revision, by) =>
      inTurn(async () => {
        if (held === null || !isMeant(held, revision)) return false
        await recordAnswer(store, 'discard-reload', held.result, by, now())
        held = null
        return true
      }),
    undo: (revision, by) => inTurn(() => goBack(revision, by)),
    applyHides: () => inTurn(applyHides),
    remind: () =>
      inTurn(async () => {
        if (held === null || asked === null || !isDayAgo(asked.at)) return
        asked = { ...asked, at: now() }
        held = { ...held, askedAt: asked.at }
        await tellAll(deps.onHeld, held)
      }),
  }

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

  async function runReload(
    request: ReloadRequest,
    progress: LatestValue<ReloadProgress>,
  ): Promise<ReloadResult> {
    const startMs = performance.now()
    const sources = await deps.listSources()
    let shown: ReloadProgress = { phase: 'reading', sources: [] }
    const show = (change: Partial<ReloadProgress>) => {
      shown = { ...shown, ...change }
      progress.publish(shown)
    }
    show({ phase: 'reading' })
    const loads = await loadSources(sources, current?.loads ?? [], {
      now,
      breathe,
      onProgress: states => show({ sources: states }),
    })
    show({ phase: 'indexing' })
    const whole = await build(loads)
    await breathe()
    show({ phase: 'comparing' })
    const summary = summariseCatalog(whole, loads)
    const candidate: CatalogCandidate = {
      whole,
      loads,
      summary,
      revision: computeRevision(whole),
      loadedAt: findLatestLoad(loads) ?? now(),
      comparedAt: now(),
    }
    return inTurn(async () => {
      const before = current?.loads ?? []
      const weighed = await weigh(candidate, request)
      const result = { ...weighed, durationMs: performance.now() - startMs }
      if (result.outcome === 'held') await hold(candidate, result)
      else if (result.outcome !== 'dry-run') await swap(candidate, result)
      await tellFailing(before, result)
      return result
    })
  }

  async function weigh(candidate: CatalogCandidate, request: ReloadRequest): Promise<ReloadResult> {
    const hides = await store.hides.list()
    return weighCandidate(candidate, { ...request, current, hides, undone, limits: deps.limits, at: now() })
  }

  async function hold(candidate: CatalogCandidate, result: ReloadResult): Promise<void> {
    // Scheduled reloads come to the same doubts again and again, also after an answer; once a day is enough.
    const about = JSON.stringify(result.doubts.map(doubt => [doubt.type, 'name' in doubt ? doubt.name : '']))
    const isNew = asked === null || asked.about !== about || isDayAgo(asked.at)
    if (asked === null || isNew) asked = { about, at: now() }
    held = { candidate, result, askedAt: asked.at }
    await recordResult(store, result)
    if (isNew) await tellAll(deps.onHeld, held)
  }

  function isDayAgo(time: Date): boolean {
    return now().getTime() - time.getTime() >= DAY_MS
  }

  async function swap(candidate: CatalogCandidate, result: ReloadResult): Promise<void> {
    const catalog = hidePostings(candidate.whole, await store.hides.list())
    const before = current
    const hasChanged = hasChanges(result.diff)
    held = null
    asked = null
    if (hasChanged) undone = new Set()
    // What says the same is no step back for an undo.
    if (hasChanged && before !== null) previous = before
    current = { ...candidate, catalog, comparedAt: result.at }
    await record(async () => {
      await recordResult(store, result)
      if (hasChanged || before === null) {
        const cause = before === null ? 'start' : 'reload'
        await recordVersion(store, { ...result, cause })
      }
    })
    await tellChange({
      cause: before === null ? 'start' : 'reload',
      at: result.at,
      before: before?.catalog ?? null,
      after: catalog,
      ...result.diff,
    })
  }

  async function tellFailing(before: readonly LoadedSource[], { failures }: ReloadResult): Promise<void> {
    const wasWell = (name: string) =>
      before.some(({ source, failure }) => source.name === name && failure === null)
    const fresh = failures.filter(({ name }) => wasWell(name))
    if (fresh.length > 0) await tellAll(deps.onFailing, fresh)
  }

  async function goBack(revision: string | null, by: string): Promise<UndoOutcome> {
    if (current !== null && revision !== null && current.revision !== revision)
      return { type: 'other-catalog' }
    if (current === null || previous === null) return { type: 'nothing-before' }
    const [left, target, at] = [current, previous, now()]
    const catalog = hidePostings(target.whole, await store.hides.list())
    const day = toDay(at)
    const diff = diffCatalogs({ catalog: left.catalog, day }, { catalog, day })
    undone = new Set(listDiffering(diff))
    current = { ...target, catalog, comparedAt: at }
    previous = null
    const change: CatalogChange = { cause: 'undo', at, before: left.catalog, after: catalog, ...diff }
    await record(async () => {
      const counts = { at, by, revision: target.revision, summary: target.summary, diff }
      await recordVersion(store, { ...counts, cause: 'undo' })
    })
    await tellChange(change)
    return { type: 'undone', change }
  }

  async function applyHides(): Promise<CatalogChange | null> {
    if (current === null) return null
    const [before, at] = [current, now()]
    const catalog = hidePostings(before.whole, await store.hides.list())
    current = { ...before, catalog }
    const day = toDay(at)
    const diff = diffCatalogs({ catalog: before.catalog, day }, { catalog, day })
    const change: CatalogChange = { cause: 'hide', at, before: before.catalog, after: catalog, ...diff }
    await tellChange(change)
    return change
  }

  /** The catalog is in force already; what cannot be written down is told to the log. */
  async function record(write: () => Promise<void>): Promise<void> {
    try {
      await write()
    } catch (error) {
      log.error({ err: error }, 'a change of the catalog could not be recorded')
    }
  }

  async function tellChange(change: CatalogChange): Promise<void> {
    const { cause, added, changed, gone } = change
    log.info(
      { cause, added: added.length, changed: changed.length, gone: gone.length, size: change.after.size },
      'the catalog was replaced',
    )
    await tellAll(deps.onChange, change)
  }

  /** One listener that fails keeps nothing from the others. */
  async function tellAll<T>(
    listeners: readonly ((value: T) => Promise<void>)[] | undefined,
    value: T,
  ): Promise<void> {
    for (const tell of listeners ?? []) {
      try {
        await tell(value)
      } catch (error) {
        log.error({ err: error }, 'a listener of the catalog failed')
      }
    }
  }
}

function isMeant({ candidate }: Held, revision: string | null): boolean {
  return revision === null || candidate.revision === revision
}

/** A dry run would leave whoever wants a real one without it, and what began before a change of sources misses it. */
function mayJoin(running: Running, request: ReloadRequest): boolean {
  return request.hasNewSources !== true && (request.isDryRun || !running.isDryRun)
}
