/**
 * Gives back the memory that the engine keeps for itself, such as that of threads that have ended: after much work that
 * is as much again as what is used, and it goes by itself only when more is needed. Everything waits meanwhile, for some
 * tenths of a second. Does nothing where Node was started without `--expose-gc`.
 */
export function releaseHeap(): void {
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}
