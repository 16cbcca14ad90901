import { setTimeout as sleep } from 'node:timers/promises'

/** Something that changes while others watch; whoever is slow misses what is outdated already. */
export interface LatestValue<T> {
  readonly publish: (value: T) => void
  /** No more values come; those who watch get the last one first. */
  readonly end: () => void
  /**
   * The values from the present one on.
   * @param pauseMs at least so long lies between two of them
   */
  watch(pauseMs: number): AsyncGenerator<T>
}

export function createLatestValue<T>(first: T): LatestValue<T> {
  let [value, version, hasEnded] = [first, 1, false]
  let changed = Promise.withResolvers<void>()
  const wake = () => {
    changed.resolve()
    changed = Promise.withResolvers()
  }
  return {
    publish(next) {
      value = next
      version++
      wake()
    },
    end() {
      hasEnded = true
      wake()
    },
    async *watch(pauseMs) {
      for (let seen = 0; ; ) {
        if (version > seen) {
          seen = version
          yield value
          if (!hasEnded) await Promise.race([sleep(pauseMs, undefined, { ref: false }), untilEnd()])
        } else if (hasEnded) return
        else await changed.promise
      }
    },
  }

  async function untilEnd(): Promise<void> {
    while (!hasEnded) await changed.promise
  }
}
