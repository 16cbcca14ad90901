/** What an address answered last, so that it can be asked whether that still holds. */
export interface RememberedAnswer {
  readonly etag: string | null
  readonly lastModified: string | null
  readonly contentType: string | null
  readonly body: Uint8Array
}

/** Remembers answers by their address. */
export interface HttpCache {
  get(address: string): RememberedAnswer | null
  set(address: string, answer: RememberedAnswer): void
  /** Everything that is remembered, with its address, what was used longest ago first. */
  list(): readonly (readonly [string, RememberedAnswer])[]
}

/** As large as the largest answer of a source. */
const MAX_BYTES = 67_108_864

/** A cache in memory; beyond `maxBytes` the answer that was used longest ago goes. */
export function createMemoryCache(maxBytes = MAX_BYTES): HttpCache {
  const answers = new Map<string, RememberedAnswer>()
  let size = 0
  const forget = (address: string) => {
    size -= answers.get(address)?.body.length ?? 0
    answers.delete(address)
  }
  return {
    get(address) {
      const answer = answers.get(address)
      if (!answer) return null
      answers.delete(address)
      answers.set(address, answer)
      return answer
    },
    list: () => [...answers],
    set(address, answer) {
      forget(address)
      if (answer.body.length > maxBytes) return
      answers.set(address, answer)
      size += answer.body.length
      for (const oldest of answers.keys()) {
        if (size <= maxBytes) break
        forget(oldest)
      }
    },
  }
}
