import type { DiscordErrorCode } from './discord-error.ts'

/** Which requests a fault meets; what is left out fits all. */
export interface FaultTarget {
  readonly method?: string
  /** The start of the path below `/api/v10`, or a pattern for it. */
  readonly path?: string | RegExp
  /** How many requests it meets (default 1). */
  readonly times?: number
}

/** What goes wrong with a request. */
export type RestFault =
  /** An answer like 500; `carriedOut` (default false) says whether the request was still done. */
  | { readonly kind: 'status'; readonly status: number; readonly carriedOut?: boolean }
  /** An error of Discord by code, as with missing permissions. */
  | { readonly kind: 'error'; readonly code: DiscordErrorCode }
  /** Any error of Discord, also one that this server does not know. */
  | { readonly kind: 'body'; readonly status: number; readonly body: Readonly<Record<string, unknown>> }
  /** Too many requests. */
  | { readonly kind: 'limit'; readonly retryAfterMs: number; readonly scope?: 'user' | 'global' | 'shared' }
  /** The request is done at once, the answer comes late. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** The connection is cut without an answer; `carriedOut` as above. */
  | { readonly kind: 'reset'; readonly carriedOut?: boolean }

/** Faults that wait for requests. */
export interface FaultList {
  readonly add: (target: FaultTarget, fault: RestFault) => void
  /** The fault for a request, used up by asking; null when it goes well. */
  readonly take: (method: string, path: string) => RestFault | null
  readonly clear: () => void
}

/** Makes an empty list of faults. */
export function createFaultList(): FaultList {
  const waiting: { readonly target: FaultTarget; readonly fault: RestFault; left: number }[] = []
  return {
    add: (target, fault) => void waiting.push({ target, fault, left: target.times ?? 1 }),
    take: (method, path) => {
      const found = waiting.find(entry => entry.left > 0 && meets(entry.target, method, path))
      if (found === undefined) return null
      found.left -= 1
      return found.fault
    },
    clear: () => void waiting.splice(0),
  }
}

function meets(target: FaultTarget, method: string, path: string): boolean {
  if (target.method !== undefined && target.method !== method) return false
  if (target.path === undefined) return true
  return typeof target.path === 'string' ? path.startsWith(target.path) : target.path.test(path)
}
