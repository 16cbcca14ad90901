import { enableCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import type { MakeJob, MakeReport } from './make-job.ts'

// Reading the TypeScript anew costs a second of each of these threads; the rest loads once the cache is on.
enableCompileCache()

const { createReporter } = await import('./create-reporter.ts')
const { runJob } = await import('./run-job.ts')
const { lowerPriority } = await import('./lower-priority.ts')
const { listBodies } = await import('./remembered-answers.ts')

const job = workerData as MakeJob
if (job.isBeside) lowerPriority()
const report = createReporter(change => post({ type: 'progress', change }))
const made = await runJob(job, report, image => post({ type: 'imaged', image }))
// Its image is there already: sent twice it would count twice as memory of the thread that answers.
post({ type: 'made', made: { ...made, image: null } }, listBodies(made.remembered))

function post(said: MakeReport, moved: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(said, moved)
}
