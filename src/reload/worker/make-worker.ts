import { once } from 'node:events'
import { enableCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import type { MakeJob, MakeReport } from './make-job.ts'

// Reading the TypeScript anew costs a second of each of these threads; the rest loads once the cache is on.
enableCompileCache()

const { lowerPriority } = await import('./lower-priority.ts')
const { createParser } = await import('./parser.ts')

const job = workerData as MakeJob
if (job.isBeside) lowerPriority()
// The threads that read start while the rest loads.
let early = job.reading && createParser(job.reading.plan)

const { createReporter } = await import('./create-reporter.ts')
const { runJob } = await import('./run-job.ts')
const { listBodies } = await import('./remembered-answers.ts')

if (parentPort === null) throw new Error('this is no thread')
const isToldToTidy = once(parentPort, 'message')
const { made, tidy } = await runJob(job, {
  openParser(plan) {
    const parser = early ?? createParser(plan)
    early = null
    return parser
  },
  onProgress: createReporter(change => post({ type: 'progress', change })),
  onImage: image => post({ type: 'imaged', image }),
})
// Its image is there already: sent twice it would count twice as memory of the thread that answers.
post({ type: 'made', made: { ...made, image: null } }, listBodies(made.remembered))
await isToldToTidy
await tidy()
parentPort.close()

function post(said: MakeReport, moved: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(said, moved)
}
