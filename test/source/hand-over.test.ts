import { describe, expect, it } from 'vitest'
import { handOver } from '../../src/source/hand-over.ts'
import type { UnreadDocument } from '../../src/source/source.ts'

function* work(count: number): Generator<UnreadDocument> {
  for (let i = 0; i < count; i++) {
    const until = performance.now() + 2
    while (performance.now() < until);
    yield { path: String(i), reason: 'x' }
  }
}

describe('handOver', () => {
  it('hands over everything in order and lets timers fire in between', async () => {
    let fired = 0
    const timer = setInterval(() => {
      fired += 1
    }, 1)
    const documents = await Array.fromAsync(handOver(work(50)))
    clearInterval(timer)
    expect(documents.map(({ path }) => path)).toEqual(Array.from({ length: 50 }, (_, i) => String(i)))
    expect(fired).toBeGreaterThan(2)
  })
})
