const DEFAULT_KEPT = 2000

/**
 * Tells events apart that a platform delivered more than once.
 * @returns a function that says true the first time it is given an id
 */
export function createSeenEvents(kept = DEFAULT_KEPT): (id: string) => boolean {
  const seen = new Set<string>()
  return id => {
    if (seen.has(id)) return false
    seen.add(id)
    // A set keeps the order of insertion: the first is the oldest.
    const oldest = seen.values().next()
    if (seen.size > kept && !oldest.done) seen.delete(oldest.value)
    return true
  }
}
