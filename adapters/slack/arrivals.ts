import { AsyncLocalStorage } from 'node:async_hooks'
import type { ServerResponse } from 'node:http'

/** Requests that came in over HTTP and that nobody has looked at yet. */
export interface Arrivals {
  /** Lets a request in: it counts as waiting until it is taken up or answered. */
  readonly enter: (response: ServerResponse, work: () => void) => void
  /** Says that the request at hand is being dealt with. */
  readonly takeUp: () => void
}

/**
 * Watches requests on their way through Bolt, so that the answers to some do not hold up the others.
 * @param watch is told of each until it is taken up
 */
export function createArrivals(watch: (waiting: Promise<void>) => unknown): Arrivals {
  const current = new AsyncLocalStorage<() => void>()
  return {
    enter: (response, work) => {
      const { promise, resolve } = Promise.withResolvers<void>()
      response.once('close', resolve)
      void watch(promise)
      current.run(resolve, work)
    },
    takeUp: () => {
      const resolve = current.getStore()
      // A moment later its acknowledgement is watched in its place.
      if (resolve) setImmediate(resolve)
    },
  }
}
