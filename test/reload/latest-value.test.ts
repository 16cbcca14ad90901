import { describe, expect, it } from 'vitest'
import { createLatestValue, type LatestValue } from '../../src/reload/latest-value.ts'

async function watchAll(value: LatestValue<number>, pauseMs = 0): Promise<number[]> {
  const seen: number[] = []
  for await (const one of value.watch(pauseMs)) seen.push(one)
  return seen
}

describe('createLatestValue', () => {
  it('hands over the present value, then later ones, then ends', async () => {
    const value = createLatestValue(1)
    const watching = watchAll(value)
    await Promise.resolve()
    value.publish(2)
    value.end()
    expect(await watching).toEqual([1, 2])
  })

  it('leaves out what a slow watcher missed, but never the last', async () => {
    const value = createLatestValue(1)
    const watching = watchAll(value, 60_000)
    for (let count = 2; count <= 50; count++) {
      await Promise.resolve()
      value.publish(count)
    }
    value.end()
    expect(await watching).toEqual([1, 50])
  })

  it('gives whoever comes late the last value', async () => {
    const value = createLatestValue(1)
    value.publish(7)
    value.end()
    expect(await watchAll(value)).toEqual([7])
  })
})
