/** A clock that runs with the machine's and can be put forward, so that deadlines need no waiting. */
export interface FakeClock {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Puts the clock forward for good. */
  readonly advance: (ms: number) => void
}

/** Makes a clock that starts at the machine's time. */
export function createClock(): FakeClock {
  let offsetMs = 0
  return {
    now: () => Date.now() + offsetMs,
    advance: ms => {
      offsetMs += ms
    },
  }
}
