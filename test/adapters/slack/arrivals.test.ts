import { EventEmitter } from 'node:events'
import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { createArrivals } from '../../../adapters/slack/arrivals.ts'

/** Arrivals with a list of those that wait. */
function open() {
  const waiting = new Set<Promise<void>>()
  const arrivals = createArrivals(promise => {
    waiting.add(promise)
    void promise.then(() => waiting.delete(promise))
  })
  return { waiting, arrivals }
}

const makeResponse = () => new EventEmitter() as ServerResponse
const pause = () => new Promise(resolve => setTimeout(resolve, 5))

describe('a request over HTTP', () => {
  it('waits until it is taken up, however long that takes, and no other with it', async () => {
    const { waiting, arrivals } = open()
    const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    for (const gate of gates)
      arrivals.enter(makeResponse(), () => void gate.promise.then(pause).then(arrivals.takeUp))
    expect(waiting.size).toBe(2)
    gates[0]?.resolve()
    await expect.poll(() => waiting.size, { timeout: 5000 }).toBe(1)
    await pause()
    expect(waiting.size).toBe(1)
    gates[1]?.resolve()
    await expect.poll(() => waiting.size, { timeout: 5000 }).toBe(0)
  })

  it('waits no longer once it is answered, as one that is refused', async () => {
    const { waiting, arrivals } = open()
    const response = makeResponse()
    arrivals.enter(response, () => undefined)
    expect(waiting.size).toBe(1)
    response.emit('close')
    await expect.poll(() => waiting.size, { timeout: 5000 }).toBe(0)
  })

  it('is no matter of what comes another way', () => {
    expect(() => open().arrivals.takeUp()).not.toThrow()
  })
})
