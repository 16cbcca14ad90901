import { MissingPostings } from '../../catalog/archive/missing-postings.ts'
import { openArchive, type PostingArchive } from '../../catalog/archive/posting-archive.ts'
import { createBreather, runInSlices } from '../../catalog/breathe.ts'
import { buildImageInSteps } from '../../catalog/image/build-image.ts'
import type { CatalogImage } from '../../catalog/image/catalog-image.ts'
import { dropImages, saveImage } from '../../catalog/image/image-file.ts'
import type { Steps } from '../../catalog/steps.ts'
import { createMemoryCache } from '../../source/http-cache.ts'
import { createSourceClient, openSource } from '../../source/index.ts'
import { readVersion, writeVersion } from '../catalog-record.ts'
import { haveSamePostings, listAgeLimits, listKeys } from '../list-loads.ts'
import { loadSources } from '../load-sources.ts'
import type { LoadedSource } from '../loaded-source.ts'
import { packLoads, unpackLoads } from '../pack-loads.ts'
import { openOrFail } from '../source-list.ts'
import { createArchiveFiles } from './archive-files.ts'
import { createArchiveReader } from './archive-reader.ts'
import type { MadeCatalog, MakeJob } from './make-job.ts'
import { createParser } from './parser.ts'
import { copyAnswers, type RememberedAnswers } from './remembered-answers.ts'
import type { MakeListener } from './running-job.ts'

export interface JobSetting extends MakeListener {
  /** Absent for the usual one. */
  readonly openParser?: typeof createParser
}

/** A job whose catalog is made. */
export interface DoneJob {
  readonly made: MadeCatalog
  /**
   * Forgets what no catalog that is kept is made of; to be called once, and before another job begins.
   * @param isOver whether to leave the rest to the next job
   */
  readonly tidy: (isOver?: () => boolean) => Promise<void>
}

/**
 * Reads the sources into the archive and makes the image of a catalog, both on disk where it can be written. Others
 * get their turn all the while, so it may run in a thread that answers too, as long as there are few postings.
 * @throws when a posting that should be in the archive is not
 */
export async function runJob(job: MakeJob, setting: JobSetting): Promise<DoneJob> {
  const archive = openArchive(job.paths.archive)
  try {
    // There may be space again.
    if (job.unsaved.length > 0) archive.save(job.unsaved)
    const { made, loads, id } = await makeOrRepair(job, archive, setting)
    return {
      made,
      async tidy(isOver = () => false) {
        try {
          // Where something could not be written, it is not sure what is needed.
          if (made.isKept)
            await runInSlices(pruneInSteps({ job, id, loads, archive, isOver }), createBreather())
        } finally {
          archive.close()
        }
      },
    }
  } catch (error) {
    archive.close()
    throw error
  }
}

async function makeOrRepair(job: MakeJob, archive: PostingArchive, setting: JobSetting): Promise<Made> {
  try {
    return await make(job, archive, { ...setting, isClose: false })
  } catch (error) {
    // Something that counted as known cannot be used: each record is looked at, and what is damaged is read again.
    if (job.reading === null || !(error instanceof MissingPostings)) throw error
    return await make(job, archive, { ...setting, isClose: true })
  }
}

interface MakeSetting extends JobSetting {
  /** Whether each record that counts as known is looked at. */
  readonly isClose: boolean
}

interface Made {
  readonly made: MadeCatalog
  readonly id: string
  readonly loads: readonly LoadedSource[]
}

async function make(job: MakeJob, archive: PostingArchive, setting: MakeSetting): Promise<Made> {
  const before = unpackLoads(job.loads)
  const read = await readSources(job, before, archive, setting)
  const loads = read?.loads ?? before
  setting.onProgress({ phase: 'indexing' })
  const isSame = read !== null && job.before !== null && haveSamePostings(loads, before)
  const id = (isSame ? job.beforeId : null) ?? job.id
  const image = id === job.beforeId ? null : await makeImage(job.before, loads, archive)
  if (image !== null) setting.onImage(image)
  const imageProblem = image && saveImage(job.paths.images, id, image)
  archive.saveVersion({ id, body: writeVersion(loads) })
  const unsaved = archive.listUnsaved()
  const problem = imageProblem ?? findProblem(id, unsaved.length, archive)
  const made: MadeCatalog = {
    image,
    loads: packLoads(loads),
    isKept: problem === null,
    unsaved,
    remembered: read?.remembered ?? [],
    problem,
    replaced: archive.replaced(),
  }
  return { made, id, loads }
}

/** Where what went since is missing from the archive, as after damage, nothing is taken over from the image before. */
async function makeImage(
  before: CatalogImage | null,
  loads: readonly LoadedSource[],
  archive: PostingArchive,
): Promise<CatalogImage> {
  const input = { keys: loads.flatMap(({ keys }) => keys), maxAgeDays: listAgeLimits(loads), archive }
  try {
    return await runInSlices(buildImageInSteps({ ...input, before }), createBreather())
  } catch (error) {
    if (before === null || !(error instanceof MissingPostings)) throw error
    return runInSlices(buildImageInSteps({ ...input, before: null }), createBreather())
  }
}

/** Why a catalog would not be found again; null where it would. */
function findProblem(id: string, unsaved: number, archive: PostingArchive): string | null {
  // The archive speaks of its last try only.
  if (unsaved > 0) return archive.problem() ?? `${unsaved} documents could not be written`
  return archive.loadVersion(id) === null ? (archive.problem() ?? 'the catalog could not be written') : null
}

/** What the sources gave; null where they are not to be read. */
interface SourcesRead {
  readonly loads: readonly LoadedSource[]
  readonly remembered: RememberedAnswers
}

async function readSources(
  { readingVersion, reading }: MakeJob,
  before: readonly LoadedSource[],
  archive: PostingArchive,
  { onProgress, openParser = createParser, isClose }: MakeSetting,
): Promise<SourcesRead | null> {
  if (reading === null) return null
  const { addresses, options, plan, remembered } = reading
  const cache = createMemoryCache()
  for (const [address, answer] of remembered) cache.set(address, answer)
  const http = createSourceClient(options, cache)
  const sources = addresses.map(address => openOrFail(address, given => openSource(given, options, http)))
  const parser = openParser(plan)
  try {
    const reader = createArchiveReader(archive, parser, readingVersion)
    const loads = await loadSources(sources, before, {
      now: () => new Date(),
      breathe: createBreather(),
      read: reader.read,
      files: createArchiveFiles(archive, readingVersion, isClose),
      onProgress: states => onProgress({ sources: states }),
    })
    reader.flush()
    return { loads, remembered: copyAnswers(cache) }
  } finally {
    await parser.stop()
  }
}

interface Pruning extends Pick<Made, 'id' | 'loads'> {
  readonly job: MakeJob
  readonly archive: PostingArchive
  /** Whether to leave the rest to the next job. */
  readonly isOver: () => boolean
}

/** Nothing while it is not sure what kept catalogs are made of. */
function* pruneInSteps({ job: { keptIds, paths }, id, loads, archive, isOver }: Pruning): Steps<void> {
  const kept = keptIds.map(keptId => readVersion(archive.loadVersion(keptId)))
  if (kept.includes(null)) return
  const versions = [...keptIds, id]
  const keys = [loads, ...kept].flatMap(version => version?.flatMap(listKeys) ?? [])
  dropImages(paths.images, versions)
  for (const step of archive.pruneInSteps({ keys, versions })) {
    yield step
    if (isOver()) return
  }
}
