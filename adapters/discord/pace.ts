/** Lets so many through in a stretch of time. */
export interface Pace {
  /** @returns 0 where it may go on now, else how long to wait (milliseconds) */
  readonly take: (nowMs: number) => number
}

/** Makes a pace of `most` in any stretch of `windowMs`. */
export function createPace(most: number, windowMs: number): Pace {
  const taken: number[] = []
  return {
    take: nowMs => {
      while (taken[0] !== undefined && taken[0] <= nowMs - windowMs) taken.shift()
      if (taken.length >= most) return (taken[0] ?? nowMs) + windowMs - nowMs
      taken.push(nowMs)
      return 0
    },
  }
}
