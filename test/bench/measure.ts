import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const MEGABYTE = 1_000_000

setFlagsFromString('--expose-gc')
/** Waits until all garbage is collected. */
export const collectGarbage: () => void = runInNewContext('gc')

/** What the program holds in memory once the garbage is collected, in megabytes. */
export function measureMemory(): number {
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / MEGABYTE
}

/** What came of it, and how long it took, in milliseconds. */
export function measureTime<T>(act: () => T): { readonly value: T; readonly ms: number } {
  const startMs = performance.now()
  const value = act()
  return { value, ms: performance.now() - startMs }
}

/**
 * The least of the values that a share of them does not exceed.
 * @example findPercentile([3, 1, 2], 0.5) // 2
 */
export function findPercentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
