import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Shows values as they come: at most one in a stretch of time, and always the last.
 * @param show says whether it could be shown; must not throw
 * @returns the last value where it could not be shown, else null
 * @throws what the values end with, once everything before is shown
 */
export async function followUpdates<T>(
  values: AsyncIterable<T>,
  show: (value: T) => Promise<boolean>,
  pauseMs: number,
): Promise<T | null> {
  let waiting: { readonly value: T } | null = null
  let unshown: T | null = null
  let isIdle = true
  let showing: Promise<void> = Promise.resolve()
  const showWaiting = async (): Promise<void> => {
    isIdle = false
    while (waiting !== null) {
      const { value } = waiting
      waiting = null
      unshown = (await show(value)) ? null : value
      await sleep(pauseMs)
    }
    isIdle = true
  }
  try {
    for await (const value of values) {
      waiting = { value }
      if (isIdle) showing = showWaiting()
    }
  } finally {
    await showing
  }
  return unshown
}
