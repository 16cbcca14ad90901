import { setImmediate } from 'node:timers/promises'

/** How long the program may be busy with one source before others get their turn (milliseconds). */
const TURN_MS = 10

/** Hands over documents one by one and lets others work in between, however many there are. */
export async function* handOver<T>(documents: Iterable<T>): AsyncGenerator<T> {
  let since = performance.now()
  for (const document of documents) {
    yield document
    if (performance.now() - since < TURN_MS) continue
    await setImmediate()
    since = performance.now()
  }
}
