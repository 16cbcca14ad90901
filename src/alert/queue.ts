const MOST_WAITING = 20

/** Does one thing after the other. */
export function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const done = last.then(work, work)
    last = done.catch(() => undefined)
    return done
  }
}

/** The same with a rest after each; null where too many wait already. */
export function createPacedQueue(restMs: number): <T>(work: () => Promise<T>) => Promise<T | null> {
  const take = createQueue()
  let waiting = 0
  return async work => {
    if (waiting >= MOST_WAITING) return null
    waiting += 1
    const done = take(work)
    void take(() => rest(restMs)).finally(() => {
      waiting -= 1
    })
    return done
  }
}

function rest(ms: number): Promise<void> {
  return new Promise(resolve => void setTimeout(resolve, ms).unref())
}
