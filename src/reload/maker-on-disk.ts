import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
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
import { createMakeThread, type MakeListener } from './worker/make-thread.ts'
import { planReading } from './worker/plan-reading.ts'
import type { RememberedAnswers } from './worker/remembered-answers.ts'
import { runJob } from './worker/run-job.ts'

export interface MakerOnDiskOptions {
  /** Folder for what is remembered; without a usable one it is remembered in memory. */
  readonly folder: string
  /** How sources are opened. */
  readonly sources: SourceOptions
  /** How many threads can work at the same time. */
  readonly cores: number
  readonly log: Log
  readonly now: () => Date
  /** Decides where a catalog is made; for tests. */
  readonly plan?: typeof planReading
}

/**
 * Makes catalogs, large ones in a thread of their own while questions are answered, and keeps on disk what they are made
 * of, over restarts too.
 */
export function createMakerOnDisk(options: MakerOnDiskOptions): CatalogMaker {
  const { folder, log, now, cores, plan: planMaking = planReading } = options
  const paths = { archive: join(folder, 'cache.sqlite'), images: join(folder, 'images') }
  const archive = openArchive(paths.archive)
  const readingVersion = readReadingVersion()
  const breathe = createBreather()
  const thread = createMakeThread()
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
      if (record?.readingVersion !== readingVersion) return null
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
      await thread.stop()
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
    const made = await run({ ...job, beforeId: before?.id ?? null }, plan.isApart, {
      onProgress,
      onImage(image) {
        // Where memory is short and another catalog takes its share, what the thread took goes first.
        if (plan.isFrugal && before !== null) return
        // What it needs may be in the thread only until that has ended: then it is opened again.
        opening = openImage(image, before?.whole ?? null).catch(() => null)
      },
    })
    remembered = made.remembered
    return adopt(job.id, made, before, await opening)
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

  function run(job: MakeJob, isApart: boolean, listener: MakeListener): Promise<MadeCatalog> {
    return isApart ? thread.run(job, listener) : runJob(job, listener.onProgress)
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
      const made = await run(job, true, { onProgress: () => undefined, onImage: () => undefined })
      return await adopt(id, made, before && { id, whole: before }, null)
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
