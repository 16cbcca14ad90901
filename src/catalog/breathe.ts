import { setImmediate } from 'node:timers/promises'
import type { Steps } from './steps.ts'

/** Lets others run once enough was done since the last time; to be awaited between the steps of long work. */
export type Breathe = () => Promise<void>

/** @param sliceMs how long work may go on before others get their turn */
export function createBreather(sliceMs = 10): Breathe {
  let sinceMs = performance.now()
  return async () => {
    if (performance.now() - sinceMs < sliceMs) return
    await setImmediate()
    sinceMs = performance.now()
  }
}

/** Runs long work to its end, and lets others run in between. */
export async function runInSlices<T>(steps: Steps<T>, breathe: Breathe): Promise<T> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await breathe()
  }
}
