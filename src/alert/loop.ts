const TICK_MS = 1000

/** Work that is done again and again. */
export interface Loop {
  start(): void
  /** Does it again as soon as possible, where it was started. */
  wake(): void
  /** Resolves once it is done for the last time. */
  stop(): Promise<void>
}

/** Does something again and again: after the time that it says, and at least every second. */
export function createLoop(work: () => Promise<number | null>, onError: (error: unknown) => void): Loop {
  let isOn = false
  let isWoken = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let isRunning = false

  const run = async (): Promise<void> => {
    isRunning = true
    let wait: number | null = null
    do {
      isWoken = false
      wait = await work().catch((error: unknown) => {
        onError(error)
        return null
      })
    } while (isWoken && isOn)
    isRunning = false
    if (isOn) timer = setTimeout(begin, Math.min(TICK_MS, wait ?? TICK_MS)).unref()
  }
  const begin = (): void => {
    if (!isOn) return
    clearTimeout(timer)
    running = run()
  }
  return {
    start() {
      isOn = true
      if (!isRunning) begin()
    },
    wake() {
      isWoken = true
      if (!isRunning) begin()
    },
    async stop() {
      isOn = false
      clearTimeout(timer)
      await running
    },
  }
}
