/** Lets tests wait until something has become true, without asking in a loop. */
export interface Changes {
  /** Says that something may have changed. */
  readonly notify: () => void
  /**
   * The first value that is neither undefined nor null.
   * @throws Error naming `what` after `timeoutMs`
   */
  readonly until: <T>(read: () => T | null | undefined, what: string, timeoutMs?: number) => Promise<T>
}

const DEFAULT_TIMEOUT_MS = 5000

/** Makes a place to wait at. */
export function createChanges(): Changes {
  const waiting = new Set<() => void>()
  return {
    notify: () => {
      for (const check of [...waiting]) check()
    },
    until: (read, what, timeoutMs = DEFAULT_TIMEOUT_MS) => waitUntil(waiting, read, what, timeoutMs),
  }
}

function waitUntil<T>(
  waiting: Set<() => void>,
  read: () => T | null | undefined,
  what: string,
  timeoutMs: number,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      clearTimeout(timer)
      waiting.delete(check)
      finish()
    }
    const check = () => {
      const value = attempt(read)
      if (value instanceof ReadFailure) settle(() => reject(value.cause))
      else if (value !== undefined && value !== null) settle(() => resolve(value))
    }
    const timer = setTimeout(
      () => settle(() => reject(new Error(`waited ${timeoutMs} ms for ${what}`))),
      timeoutMs,
    )
    waiting.add(check)
    check()
  })
}

class ReadFailure extends Error {}

function attempt<T>(read: () => T): T | ReadFailure {
  try {
    return read()
  } catch (cause) {
    return new ReadFailure('reading failed', { cause })
  }
}
