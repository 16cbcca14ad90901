import { Worker } from 'node:worker_threads'
import type { CatalogImage } from '../../catalog/image/catalog-image.ts'
import type { ReloadProgress } from '../reload-progress.ts'
import type { MadeCatalog, MakeJob, MakeReport } from './make-job.ts'
import { listBodies } from './remembered-answers.ts'

/** Who waits for a catalog. */
export interface MakeListener {
  readonly onProgress: (change: Partial<ReloadProgress>) => void
  /** Is told of its image before it is on disk. */
  readonly onImage: (image: CatalogImage) => void
}

/** Makes catalogs in threads that end with each, so that their memory is free again. */
export interface MakeThread {
  /** @throws when the thread ends before there is a catalog */
  readonly run: (job: MakeJob, listener: MakeListener) => Promise<MadeCatalog>
  /** Ends what is on its way. */
  readonly stop: () => Promise<void>
}

const ENTRY = new URL('./make-worker.ts', import.meta.url)
/** Megabytes of the thread's heap for what is young; left alone it would take ten times that. */
const YOUNG_HEAP = { ofFew: 12, ofMany: 48 } as const
/** With so many postings most of what is young stays, and each is copied until there is room. */
const MANY_POSTINGS = 20_000

export function createMakeThread(): MakeThread {
  const running = new Set<Worker>()
  return {
    run: (job, { onProgress, onImage }) =>
      new Promise((resolve, reject) => {
        // It goes along without being copied.
        const transferList = listBodies(job.reading?.remembered ?? [])
        const isLarge = (job.before?.size ?? 0) > MANY_POSTINGS
        const worker = new Worker(ENTRY, {
          execArgv: [],
          workerData: job,
          transferList,
          resourceLimits: { maxYoungGenerationSizeMb: isLarge ? YOUNG_HEAP.ofMany : YOUNG_HEAP.ofFew },
        })
        running.add(worker)
        let image: CatalogImage | null = null
        worker.on('message', (said: MakeReport) => {
          if (said.type === 'made') resolve({ ...said.made, image })
          else if (said.type === 'progress') onProgress(said.change)
          else {
            image = said.image
            onImage(image)
          }
        })
        worker.on('error', reject)
        worker.on('exit', () => {
          running.delete(worker)
          reject(new Error('the thread that reads the postings ended'))
        })
      }),
    async stop() {
      await Promise.all([...running].map(worker => worker.terminate()))
    },
  }
}
