import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'

const MEGABYTE = 1_000_000
const PROGRAM = `
import { getHeapStatistics } from 'node:v8'
import { releaseHeap } from '${new URL('../src/release-heap.ts', import.meta.url).href}'
let kept = Array.from({ length: 500_000 }, (_, at) => ({ at, text: [String(at)] }))
const full = getHeapStatistics().total_heap_size
kept = kept.length === 0 ? kept : null
releaseHeap()
console.log(full - getHeapStatistics().total_heap_size)
`

function measureReleased(...options: readonly string[]): number {
  const args = [...options, '--input-type=module', '--eval', PROGRAM]
  return Number(execFileSync(process.execPath, args, { encoding: 'utf8' }))
}

it('gives back what was used and is not any more, where it may', () => {
  expect(measureReleased('--expose-gc')).toBeGreaterThan(20 * MEGABYTE)
  expect(measureReleased()).toBeLessThan(20 * MEGABYTE)
})
