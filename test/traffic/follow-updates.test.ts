import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { followUpdates } from '../../src/traffic/follow-updates.ts'

async function* count(to: number, everyMs: number): AsyncGenerator<number> {
  for (let number = 1; number <= to; number++) {
    yield number
    await sleep(everyMs)
  }
}

describe('followUpdates', () => {
  it('leaves out what comes too fast, and always shows the last', async () => {
    const shown: number[] = []
    const unshown = await followUpdates(count(30, 2), async value => shown.push(value) > 0, 20)
    expect(shown[0]).toBe(1)
    expect(shown.at(-1)).toBe(30)
    expect(shown.length).toBeLessThan(15)
    expect(unshown).toBeNull()
  })

  it('gives the last back where it could not be shown', async () => {
    expect(await followUpdates(count(3, 1), async () => false, 1)).toBe(3)
    expect(await followUpdates(count(3, 1), async value => value === 3, 1)).toBeNull()
  })

  it('shows everything before a failure, and fails', async () => {
    const shown: number[] = []
    async function* failing(): AsyncGenerator<number> {
      yield* count(2, 5)
      throw new Error('broken')
    }
    await expect(followUpdates(failing(), async value => shown.push(value) > 0, 1)).rejects.toThrow('broken')
    expect(shown).toEqual([1, 2])
  })

  it('shows nothing where nothing comes', async () => {
    expect(await followUpdates(count(0, 1), async () => true, 1)).toBeNull()
  })
})
