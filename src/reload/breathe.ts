import { setImmediate } from 'node:timers/promises'

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
