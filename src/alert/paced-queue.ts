import { createTurns } from '../in-turn.ts'

const MOST_WAITING = 20

/** Does one thing after the other with a rest after each; null where too many wait already. */
export function createPacedQueue(restMs: number): <T>(work: () => Promise<T>) => Promise<T | null> {
  const take = createTurns()
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
