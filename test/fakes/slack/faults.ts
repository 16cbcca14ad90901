import type { JsonObject } from '../discord/json.ts'

/** Which calls a fault meets; what is left out fits all. */
export interface FaultTarget {
  /** `chat.postMessage`, or `response_url`; a pattern meets several. */
  readonly method?: string | RegExp
  /** How many calls it meets (default 1). */
  readonly times?: number
}

/** What goes wrong with a call. */
export type WebFault =
  /** A status like 500; `carriedOut` says whether the call was still done. */
  | { readonly kind: 'status'; readonly status: number; readonly carriedOut: boolean }
  /** An error of Slack. */
  | { readonly kind: 'error'; readonly error: string; readonly details: JsonObject }
  /** Too many calls. */
  | { readonly kind: 'limit'; readonly retryAfterSeconds: number }
  /** The call is done at once, the answer comes late. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** The connection is cut without an answer; `carriedOut` as above. */
  | { readonly kind: 'reset'; readonly carriedOut: boolean }

/** Faults that wait for calls. */
export interface FaultList {
  readonly add: (target: FaultTarget, fault: WebFault) => void
  /** The fault for a call, used up by asking; null when it goes well. */
  readonly take: (method: string) => WebFault | null
  readonly clear: () => void
}

/** Makes an empty list of faults. */
export function createFaultList(): FaultList {
  const waiting: { readonly target: FaultTarget; readonly fault: WebFault; left: number }[] = []
  return {
    add: (target, fault) => void waiting.push({ target, fault, left: target.times ?? 1 }),
    take: method => {
      const found = waiting.find(entry => entry.left > 0 && meets(entry.target, method))
      if (found === undefined) return null
      found.left -= 1
      return found.fault
    },
    clear: () => void waiting.splice(0),
  }
}

function meets({ method: wanted }: FaultTarget, method: string): boolean {
  if (wanted === undefined) return true
  return typeof wanted === 'string' ? wanted === method : wanted.test(method)
}
