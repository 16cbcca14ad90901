import type { Log } from '../log.ts'

/** Somebody who is told of something, and may take a while. */
export type Listener<T> = (value: T) => Promise<void>

/** Tells listeners one after another; one that fails keeps nothing from the others. */
export type TellAll = <T>(listeners: readonly Listener<T>[] | undefined, value: T) => Promise<void>

/** @param log is told of the listeners that fail */
export function createTellAll(log: Log): TellAll {
  return async (listeners, value) => {
    for (const tell of listeners ?? []) {
      try {
        await tell(value)
      } catch (error) {
        log.error({ err: error }, 'a listener of the catalog failed')
      }
    }
  }
}
