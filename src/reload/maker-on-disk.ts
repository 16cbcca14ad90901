import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { openArchive } from '../catalog/archive/posting-archive.ts'
import { readReadingVersion } from '../catalog/archive/reading-version.ts'
import { createBreather, runInSlices } from '../catalog/breathe.ts'
import type { Catalog } from '../catalog/catalog.ts'
import type { CatalogImage } from '../catalog/image/catalog-image.ts'
import { loadImageInSteps } from '../catalog/image/image-file.ts'
import { imageOf, openImageInSteps } from '../catalog/image/open-image.ts'
import type { Log } from '../log.ts'
import type { SourceOptions } from '../source/index.ts'
import { type CatalogMaker, listIds, type MakeRequest } from './catalog-maker.ts'
import { readInForce, readVersion, writeInForce } from './catalog-record.ts'
import type { CatalogCandidate } from './catalog-state.ts'
import type { LoadedSource } from './loaded-source.ts'
import { makeCandidate } from './make-candidate.ts'
import { packLoads, unpackLoads } from './pack-loads.ts'
import type { MadeCatalog, MakeJob, ReadingJob } from './worker/make-job.ts'
import { planReading } from './worker/plan-reading.ts'
import type { RememberedAnswers } from './worker/remembered-answers.ts'
import type { MakeListener, RunningJob } from './worker/running-job.ts'
import { startHere } from './worker/start-here.ts'
import { startMakeThread } from './worker/start-make-thread.ts'

export interface MakerOnDiskOptions {
  /** Folder for what is remembered; without a usable one it is remembered in memory. */
  readonly folder: string
  /** How sources are opened. */
  readonly sources: SourceOptions
  /** How many threads can work at the same time. */
  readonly cores: number
  readonly log: Log
  readonly now: () => Date
  /** Names what reads the documents; for tests. */
  readonly readingVersion?: string
  /** Decides where a catalog is made; for tests. */
  readonly plan?: typeof planReading
}

interface RunSetting {
  readonly isApart: boolean
  /** Whether what it took is free again before its catalog is taken over. */
  readonly isTidyFirst: boolean
  readonly listener: MakeListener
}

/** So long a process that ends waits for what no catalog needs to be forgotten (milliseconds). */
const MOST_TIDYING_MS = 5000

/**
 * Makes catalogs, large ones in a thread of their own while questions are answered, and keeps on disk what they are made
 * of, over restarts too.
 */
export function createMakerOnDisk(options: MakerOnDiskOptions): CatalogMaker {
  const { folder, log, now, cores, plan: planMaking = planReading } = options
  const readingVersion = options.readingVersion ?? readReadingVersion()
  const paths = { archive: join(folder, 'cache.sqlite'), images: join(folder, 'images') }
  const archive = openArchive(paths.archive)
  const breathe = createBreather()
  const making = new Set<RunningJob>()
  /** Those whose catalog is taken over, and which forget what no other needs. */
  const tidying = new Map<RunningJob, Promise<void>>()
  /** Catalogs that cannot be found on disk. */
  const unkept = new Map<string, CatalogCandidate>()
  let keptIds: readonly string[] = []
  let remembered: RememberedAnswers = []
  let problem: string | null = null
  /** Why the archive lost what it knew, until the sources are read again. */
  let lost: string | null = null
  let isPractised = false
  noteReplaced(archive.replaced())

  return {
    make,
    async keep(kept) {
      keptIds = listIds(kept)
      for (const id of unkept.keys()) if (!keptIds.includes(id)) unkept.delete(id)
      const { id: currentId, comparedAt } = kept.current
      const { previousId, undone } = kept
      archive.recordInForce(writeInForce({ readingVersion, currentId, comparedAt, previousId, undone }))
    },
    async recall() {
      const record = readInForce(archive.loadInForce())
      if (record === null) return null
      if (record.readingVersion !== readingVersion) {
        log.info('the postings on disk were read by another version, and are read anew')
        archive.beginAnew()
        return null
      }
      const loads = readVersion(archive.loadVersion(record.currentId))
      if (loads === null) return null
      keptIds = [record.currentId, record.previousId].filter(id => id !== null)
      return { ...record, loads }
    },
    restore,
    hasLost() {
      const reason = archive.inspect()
      noteReplaced(reason)
      lost = reason ?? lost
      return lost !== null
    },
    problem: () => lost ?? problem ?? archive.problem(),
    async stop() {
      // What is not forgotten before a process ends never is, where each ends with its reload.
      const untilTidy = Promise.all(tidying.values())
      await Promise.race([untilTidy, setTimeout(MOST_TIDYING_MS, undefined, { ref: false })])
      await Promise.all([...making, ...tidying.keys()].map(job => job.breakOff()))
      archive.close()
    },
  }

  async function make({ sources, before, onProgress }: MakeRequest): Promise<CatalogCandidate> {
    const plan = planMaking({ answering: before?.whole.size ?? null, cores, isPractised })
    if (before === null) isPractised = true
    const reading = {
      addresses: sources.map(({ address }) => address),
      options: options.sources,
      plan,
      remembered,
    }
    // They go to the thread without being copied, and come back with the catalog.
    remembered = []
    onProgress({ phase: 'reading' })
    const job = describeJob(before?.loads ?? [], reading, before?.whole ?? null)
    let opening: Promise<Catalog | null> | null = null
    const listener: MakeListener = {
      onProgress,
      onImage(image) {
        // Where memory is short, what the making took goes before another catalog takes its share.
        if (plan.isFrugal && before !== null) return
        // What it needs may be in the thread only until that has ended: then it is opened again.
        opening = openImage(image, before?.whole ?? null).catch(() => null)
      },
    }
    const asked = { ...job, beforeId: before?.id ?? null }
    return run(asked, { isApart: plan.isApart, isTidyFirst: plan.isFrugal, listener }, async made => {
      remembered = made.remembered
      return adopt(job.id, made, before, await opening)
    })
  }

  function describeJob(
    loads: readonly LoadedSource[],
    reading: ReadingJob | null,
    before: Catalog | null,
  ): MakeJob {
    return {
      id: randomUUID(),
      paths,
      readingVersion,
      reading,
      loads: packLoads(loads),
      before: before && imageOf(before),
      beforeId: null,
      keptIds,
      unsaved: archive.listUnsaved(),
      isBeside: before !== null,
    }
  }

  async function run(
    job: MakeJob,
    { isApart, isTidyFirst, listener }: RunSetting,
    take: (made: MadeCatalog) => Promise<CatalogCandidate>,
  ): Promise<CatalogCandidate> {
    // They would forget what this one writes down.
    await Promise.all([...tidying.keys()].map(before => before.breakOff()))
    const running = isApart ? startMakeThread(job, listener) : startHere(job, listener)
    making.add(running)
    try {
      const made = await running.made
      if (isTidyFirst) await tidy(running)
      try {
        return await take(made)
      } finally {
        if (!isTidyFirst) void tidy(running)
      }
    } finally {
      making.delete(running)
    }
  }

  async function tidy(running: RunningJob): Promise<void> {
    const tidied = running.tidy().catch((error: unknown) => {
      log.warn({ err: error }, 'what no catalog needs any more could not be forgotten')
    })
    tidying.set(running, tidied)
    await tidied
    tidying.delete(running)
  }

  /**
   * Makes what came from the thread answer here.
   * @param opened what was opened of it already; null for nothing
   */
  async function adopt(
    id: string,
    made: MadeCatalog,
    before: Pick<CatalogCandidate, 'id' | 'whole'> | null,
    opened: Catalog | null,
  ): Promise<CatalogCandidate> {
    archive.holdUnsaved(made.unsaved)
    archive.inspect()
    lost = null
    problem = made.problem
    if (problem !== null) log.error({ problem }, 'the postings are remembered in memory only')
    noteReplaced(made.replaced)
    const loads = unpackLoads(made.loads)
    if (made.image === null && before !== null) return makeCandidate(before.id, before.whole, loads, now())
    if (made.image === null) throw new Error('the thread that reads the postings made nothing')
    const whole = opened ?? (await openImage(made.image, before?.whole ?? null))
    const candidate = makeCandidate(id, whole, loads, now())
    if (!made.isKept) unkept.set(id, candidate)
    return candidate
  }

  function openImage(image: CatalogImage, before: Catalog | null): Promise<Catalog> {
    return runInSlices(openImageInSteps(image, archive, before), breathe)
  }

  async function restore(id: string, before: Catalog | null): Promise<CatalogCandidate | null> {
    const known = unkept.get(id)
    if (known !== undefined) return known
    const loads = readVersion(archive.loadVersion(id))
    if (loads === null) return null
    try {
      const image = await runInSlices(loadImageInSteps(paths.images, id), breathe)
      if (image !== null) return makeCandidate(id, await openImage(image, before), loads, now())
      log.warn('the indexes on disk cannot be used and are made anew')
      const job = { ...describeJob(loads, null, before), id }
      const listener: MakeListener = { onProgress: () => undefined, onImage: () => undefined }
      return await run(job, { isApart: true, isTidyFirst: false, listener }, made =>
        adopt(id, made, before && { id, whole: before }, null),
      )
    } catch (error) {
      log.warn({ err: error }, 'a catalog cannot be found again')
      return null
    }
  }

  function noteReplaced(reason: string | null): void {
    if (reason !== null)
      log.warn({ reason }, 'what was remembered of the postings cannot be used and begins anew')
  }
}
