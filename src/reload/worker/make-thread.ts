import { Worker } from 'node:worker_threads'
import type { ReloadProgress } from '../reload-progress.ts'
import type { MadeCatalog, MakeJob, MakeReport } from './make-job.ts'
import { listBodies } from './remembered-answers.ts'

/** Makes catalogs in threads that end with each, so that their memory is free again. */
export interface MakeThread {
  /** @throws when the thread ends before there is a catalog */
  readonly run: (job: MakeJob, onProgress: (change: Partial<ReloadProgress>) => void) => Promise<MadeCatalog>
  /** Ends what is on its way. */
  readonly stop: () => Promise<void>
}

const ENTRY = new URL('./make-worker.ts', import.meta.url)
/** Megabytes of the thread's heap for what is young; left alone it would take ten times that. */
const YOUNG_HEAP = 12

export function createMakeThread(): MakeThread {
  const running = new Set<Worker>()
  return {
    run: (job, onProgress) =>
      new Promise((resolve, reject) => {
        // It goes along without being copied.
        const transferList = listBodies(job.reading?.remembered ?? [])
        const worker = new Worker(ENTRY, {
          execArgv: [],
          workerData: job,
          transferList,
          resourceLimits: { maxYoungGenerationSizeMb: YOUNG_HEAP },
        })
        running.add(worker)
        worker.on('message', (said: MakeReport) => {
          if (said.type === 'made') resolve(said.made)
          else onProgress(said.change)
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
