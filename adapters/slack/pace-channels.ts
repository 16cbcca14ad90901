import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Lets one thing a channel happen at a time, and the next no sooner than Slack wants it.
 * @param intervalMs between two messages of one channel; Slack asks for a second
 * @returns runs the work once it is its turn
 */
export function createPace(intervalMs: number): <T>(channel: string, work: () => Promise<T>) => Promise<T> {
  const lasts = new Map<string, Promise<unknown>>()
  return (channel, work) => {
    const before = lasts.get(channel) ?? Promise.resolve()
    const done = before.then(work)
    const free = done.then(
      () => sleep(intervalMs, null, { ref: false }),
      () => sleep(intervalMs, null, { ref: false }),
    )
    lasts.set(channel, free)
    void free.then(() => {
      if (lasts.get(channel) === free) lasts.delete(channel)
    })
    return done
  }
}
