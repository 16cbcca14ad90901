import type { MakeJob } from './make-job.ts'
import { runJob } from './run-job.ts'
import type { MakeListener, RunningJob } from './running-job.ts'

/** Makes a catalog in this thread; others get their turn all the while. To break it off ends only the forgetting. */
export function startHere(job: MakeJob, listener: MakeListener): RunningJob {
  let isOver = false
  let tidied: Promise<void> = Promise.resolve()
  const done = runJob(job, listener)
  return {
    made: done.then(({ made }) => made),
    tidy() {
      tidied = done.then(({ tidy }) => tidy(() => isOver))
      return tidied
    },
    async breakOff() {
      isOver = true
      await Promise.allSettled([tidied])
    },
  }
}
