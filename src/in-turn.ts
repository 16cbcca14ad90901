/** Runs one piece of work after another, in the order in which they are asked for, whatever becomes of each. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>

/** Makes a row of its own to wait in. */
export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const done = last.then(work)
    last = done.catch(() => undefined)
    return done
  }
}
