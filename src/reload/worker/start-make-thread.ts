import { Worker } from 'node:worker_threads'
import type { CatalogImage } from '../../catalog/image/catalog-image.ts'
import { type MadeCatalog, type MakeJob, type MakeReport, TIDY } from './make-job.ts'
import { listBodies } from './remembered-answers.ts'
import type { MakeListener, RunningJob } from './running-job.ts'

const ENTRY = new URL('./make-worker.ts', import.meta.url)
/** Megabytes of the thread's heap for what is young; left alone it would take ten times that. */
const YOUNG_HEAP = { ofFew: 12, ofMany: 48 } as const
/** With so many postings most of what is young stays, and each is copied until there is room. */
const MANY_POSTINGS = 20_000

/** Makes a catalog in a thread that ends with it, so that its memory is free again. */
export function startMakeThread(job: MakeJob, { onProgress, onImage }: MakeListener): RunningJob {
  const isLarge = (job.before?.size ?? 0) > MANY_POSTINGS
  const worker = new Worker(ENTRY, {
    execArgv: [],
    workerData: job,
    // They go along without being copied.
    transferList: listBodies(job.reading?.remembered ?? []),
    resourceLimits: { maxYoungGenerationSizeMb: isLarge ? YOUNG_HEAP.ofMany : YOUNG_HEAP.ofFew },
  })
  const making = Promise.withResolvers<MadeCatalog>()
  const tidying = Promise.withResolvers<void>()
  let image: CatalogImage | null = null
  worker.on('message', (said: MakeReport) => {
    if (said.type === 'progress') onProgress(said.change)
    else if (said.type === 'made') making.resolve({ ...said.made, image })
    else {
      image = said.image
      onImage(image)
    }
  })
  worker.on('error', error => {
    making.reject(error)
    tidying.reject(error)
  })
  worker.on('exit', () => {
    making.reject(new Error('the thread that reads the postings ended'))
    tidying.resolve()
  })
  // Nobody may ever ask for it.
  tidying.promise.catch(() => undefined)
  return {
    made: making.promise,
    tidy() {
      worker.postMessage(TIDY)
      return tidying.promise
    },
    async breakOff() {
      await worker.terminate()
    },
  }
}
