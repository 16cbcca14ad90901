import { setTimeout as sleep } from 'node:timers/promises'
import { type DeliverDeps, deliverToPlace } from './deliver.ts'

const PLACES_AT_ONCE = 200
const LOOK_AGAIN_MS = 500
/** Messages that may be sent before the one that somebody waits for. */
const MOST_AHEAD = 4

/** How fast messages follow each other; tests make it fast. */
export interface PaceLimits {
  /** Messages on their way at the same time, over all places. */
  readonly atOnce: number
  /** Between two messages in one channel. */
  readonly channelPaceMs: number
  /** Between two direct messages on one platform. */
  readonly memberPaceMs: number
}

export const DEFAULT_PACE: PaceLimits = { atOnce: 8, channelPaceMs: 1100, memberPaceMs: 1000 }

/** Sends what is due, each place in order and at its pace. */
export interface Sender {
  /** Sends until nothing more can be sent now. @returns milliseconds after which more can be; null where nothing waits for its pace */
  sendDue(): Promise<number | null>
  /** Sends what is due in one place, if it may be sent now; no other place waits for it. */
  sendTo(place: string): Promise<void>
  /** Starts nothing new; resolves once what is on its way has arrived or failed. */
  stop(): Promise<void>
}

/** Makes what sends; one of them a process. @param mayStart false while nothing new is to be begun */
export function createSender(deps: DeliverDeps, limits: PaceLimits, mayStart: () => boolean): Sender {
  const busy = new Map<string, Promise<void>>()
  const lastSent = new Map<string, number>()
  let isStopped = false

  const waitFor = (place: string): number => {
    const pace = isMember(place) ? limits.memberPaceMs : limits.channelPaceMs
    return Math.max(0, (lastSent.get(paceKey(place)) ?? 0) + pace - deps.now().getTime())
  }
  const start = (place: string): Promise<void> => {
    const key = paceKey(place)
    const work = deliverToPlace(deps, place)
      .then(isSent => void (isSent && lastSent.set(key, deps.now().getTime())))
      .catch((error: unknown) => {
        lastSent.set(key, deps.now().getTime())
        deps.log.error({ err: error, place }, 'an alert could not be sent')
      })
      .finally(() => void busy.delete(key))
    busy.set(key, work)
    return work
  }
  const startReady = async (): Promise<number | null> => {
    const places = await deps.store.deliveries.listPlacesDue(deps.now(), PLACES_AT_ONCE)
    const free = places.filter(place => !busy.has(paceKey(place)))
    for (const place of free) {
      if (busy.size >= limits.atOnce || isStopped) break
      if (!busy.has(paceKey(place)) && waitFor(place) === 0) void start(place)
    }
    const waits = free.map(waitFor).filter(wait => wait > 0)
    return waits.length === 0 ? null : Math.min(...waits)
  }

  return {
    async sendDue() {
      for (;;) {
        const wait = isStopped || !mayStart() || deps.catalog() === null ? null : await startReady()
        if (busy.size === 0) return wait
        // A slow place keeps no other one waiting.
        await Promise.race([...busy.values(), sleep(wait ?? LOOK_AGAIN_MS, undefined, { ref: false })])
      }
    },
    async sendTo(place) {
      const key = paceKey(place)
      for (let tries = 0; tries < MOST_AHEAD && !isStopped; tries++) {
        for (let other = busy.get(key); other; other = busy.get(key)) await other
        const wait = waitFor(place)
        if (wait > 0) await sleep(wait)
        const isDue = (await deps.store.deliveries.listPlacesDue(deps.now(), 1, place)).length > 0
        if (!isDue) return
        if (!busy.has(key)) await start(place)
      }
    },
    async stop() {
      isStopped = true
      await Promise.allSettled(busy.values())
    },
  }
}

/** Direct messages of a platform share one pace. */
function paceKey(place: string): string {
  return isMember(place) ? place.split(':', 2).join(':') : place
}

function isMember(place: string): boolean {
  return place.split(':', 2)[1] === 'member'
}
