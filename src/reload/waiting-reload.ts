import type { CatalogCandidate } from './catalog-state.ts'
import type { HeldReload, ReloadResult } from './reload-result.ts'

/** A catalog that waits for an admin's word. */
export interface WaitingCatalog extends HeldReload {
  readonly candidate: CatalogCandidate
}

/** Keeps the catalog that waits, and knows when an admin is to be asked about it. */
export interface WaitingReload {
  /** null where none waits. */
  readonly held: () => WaitingCatalog | null
  /** @returns whether an admin is to be asked now */
  readonly hold: (candidate: CatalogCandidate, result: ReloadResult) => boolean
  /** Takes the one of a revision away; null for whichever it is. @returns null where another waits, or none */
  readonly take: (revision: string | null) => WaitingCatalog | null
  /** Forgets what waits, and that somebody was asked about it. */
  readonly clear: () => void
  /** @returns whether a day has passed since an admin was asked, who is then to be asked again */
  readonly isDue: () => boolean
}

const DAY_MS = 86_400_000

export function createWaitingReload(now: () => Date): WaitingReload {
  let held: WaitingCatalog | null = null
  let asked: { readonly about: string; readonly at: Date } | null = null
  const isDayAgo = (time: Date) => now().getTime() - time.getTime() >= DAY_MS
  return {
    held: () => held,
    hold(candidate, result) {
      // Scheduled reloads come to the same doubts again and again, also after an answer; once a day is enough.
      const about = nameDoubts(result)
      const isNew = asked === null || asked.about !== about || isDayAgo(asked.at)
      if (asked === null || isNew) asked = { about, at: now() }
      held = { candidate, result, askedAt: asked.at }
      return isNew
    },
    take(revision) {
      if (held === null || (revision !== null && held.candidate.revision !== revision)) return null
      const taken = held
      held = null
      return taken
    },
    clear() {
      held = null
      asked = null
    },
    isDue() {
      if (held === null || asked === null || !isDayAgo(asked.at)) return false
      asked = { ...asked, at: now() }
      held = { ...held, askedAt: asked.at }
      return true
    },
  }
}

function nameDoubts({ doubts }: ReloadResult): string {
  return JSON.stringify(doubts.map(doubt => [doubt.type, 'name' in doubt ? doubt.name : '']))
}
