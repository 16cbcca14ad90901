import { setTimeout as sleep, setImmediate as takeBreath } from 'node:timers/promises'
import type { Handle } from '../platform.ts'

/** An answer waits no longer than this for the acknowledgements of others, which have three seconds. */
const MOST_WAIT_MS = 2500
/** What nobody waits for gives way so long, and looks again so often. */
const MOST_YIELD_MS = 5000
const LOOK_AGAIN_MS = 20

/**
 * Keeps order in a rush: acknowledgements, which have three seconds, go out before answers, which have fifteen
 * minutes.
 */
export interface Turns {
  /** Watches an acknowledgement on its way. */
  readonly acknowledge: <T>(sent: Promise<T>) => Promise<T>
  /** Waits for a turn: one after another, and after the acknowledgements that are on their way. */
  readonly turn: () => Promise<void>
  /** Waits until nobody waits for an acknowledgement or an answer, a few seconds at most: for what nobody waits for. */
  readonly yieldToOthers: () => Promise<void>
  /** The handler with its answers one after another, and after the acknowledgements that are on their way. */
  readonly handle: Handle
}

/** Puts a handler in order; what is being typed does not wait. */
export function takeTurns(handle: Handle): Turns {
  const onTheirWay = new Set<Promise<unknown>>()
  let last: Promise<void> = Promise.resolve()
  let waiting = 0
  const untilAcknowledged = (): Promise<unknown> =>
    Promise.race([Promise.allSettled(onTheirWay), sleep(MOST_WAIT_MS, null, { ref: false })])
  const untilFree = async (): Promise<void> => {
    // One moment to let connections in, another to read what came over them: both count before the next answer.
    await takeBreath()
    await takeBreath()
    if (onTheirWay.size > 0) await untilAcknowledged()
  }
  const turn = (): Promise<void> => {
    waiting += 1
    last = last.then(untilFree).finally(() => {
      waiting -= 1
    })
    return last
  }
  return {
    turn,
    yieldToOthers: async () => {
      const until = performance.now() + MOST_YIELD_MS
      while ((waiting > 0 || onTheirWay.size > 0) && performance.now() < until)
        await sleep(LOOK_AGAIN_MS, null, { ref: false })
    },
    acknowledge: sent => {
      onTheirWay.add(sent)
      return sent.finally(() => onTheirWay.delete(sent))
    },
    handle: async request => {
      if (request.content.type === 'typing') return handle(request)
      await turn()
      return handle(request)
    },
  }
}
