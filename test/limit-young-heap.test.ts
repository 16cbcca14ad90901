import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

const MEGABYTE = 1_048_576
/** Makes young objects of which many stay for a while, then says how large the space for them is. */
const GROW = `
const { getHeapSpaceStatistics } = await import('node:v8')
let kept = []
for (let at = 0; at < 3_000_000; at++) {
  kept.push({ at })
  if (kept.length > 500_000) kept = []
}
const young = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')
process.stdout.write(String(young.space_size))`

const LIMIT = `const { limitYoungHeap } = await import('./src/limit-young-heap.ts')
limitYoungHeap()`

const measure = (before: string) =>
  Number(
    execFileSync(process.execPath, ['--input-type=module', '--eval', before + GROW], { encoding: 'utf8' }),
  )

describe('limitYoungHeap', () => {
  it('keeps the space for young objects at eight megabytes, where it would grow to many times that', () => {
    expect(measure('')).toBeGreaterThan(16 * MEGABYTE)
    expect(measure(LIMIT)).toBe(8 * MEGABYTE)
  })
})
