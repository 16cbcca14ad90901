import { findPercentile } from './measure.ts'

/** Prints a line of the report. */
export function print(line = ''): void {
  process.stdout.write(`${line}\n`)
}

/** Prints how long something took: in the middle, for all but the slowest twentieth, and at worst. */
export function printPercentiles(label: string, timesMs: readonly number[]): void {
  const [p50, p95, max] = [0.5, 0.95, 1].map(share => findPercentile(timesMs, share).toFixed(2))
  print(`${label}p50 ${p50} ms, p95 ${p95} ms, longest ${max} ms`)
}
