import type { Catalog } from '../catalog/catalog.ts'
import type { CatalogCandidate } from './catalog-state.ts'
import type { LoadedSource } from './loaded-source.ts'
import type { ReloadProgress } from './reload-progress.ts'
import type { ListedSource } from './source-list.ts'

/** A source and how it was given, so that it can be opened elsewhere too. */
export type NamedSource = Pick<ListedSource, 'address' | 'source'>

export interface MakeRequest {
  readonly sources: readonly NamedSource[]
  /** The catalog in force; null where there is none: then nobody waits for answers, and all cores may be taken. */
  readonly before: CatalogCandidate | null
  readonly onProgress: (change: Partial<ReloadProgress>) => void
}

/** The catalogs that matter; the held one only until the process ends. */
export interface KeptCatalogs {
  readonly current: CatalogCandidate
  /** Id of the one to which an undo would go back; null where there is none. */
  readonly previousId: string | null
  /** Id of the one that waits for an admin's word; null where none does. */
  readonly heldId: string | null
  /** Ids of the postings that the last undo changed. */
  readonly undone: readonly string[]
}

/** What was in force when the process ended. */
export interface RecalledCatalogs {
  readonly currentId: string
  /** When the current one was compared with the one before. */
  readonly comparedAt: Date
  readonly previousId: string | null
  readonly undone: readonly string[]
  /** The sources of the current one. */
  readonly loads: readonly LoadedSource[]
}

/** Makes catalogs out of what sources hold, in this thread or elsewhere, and finds those again that are kept. */
export interface CatalogMaker {
  /** Reads every source; one that fails keeps what the catalog in force has of it. */
  readonly make: (request: MakeRequest) => Promise<CatalogCandidate>
  /** Writes down which catalogs matter from now on; all others may be forgotten. */
  readonly keep: (kept: KeptCatalogs) => Promise<void>
  /** What was kept last; null where there is nothing, or it cannot be used any more. */
  readonly recall: () => Promise<RecalledCatalogs | null>
  /**
   * Makes a kept catalog ready to answer.
   * @param before the catalog in force, whose postings it shares where they are the same; null where there is none
   * @returns null where it cannot be found any more
   */
  readonly restore: (id: string, before: Catalog | null) => Promise<CatalogCandidate | null>
  /** Looks at what is remembered. @returns whether it got lost, so that the sources have to be read again */
  readonly hasLost: () => boolean
  /** What keeps it from remembering over a restart, as a sentence for admins; null where nothing does. */
  readonly problem: () => string | null
  /** Ends what is on its way. */
  readonly stop: () => Promise<void>
}

/** The ids of the catalogs that are to be found again. */
export function listIds({ current, previousId, heldId }: KeptCatalogs): readonly string[] {
  return [current.id, previousId, heldId].filter(id => id !== null)
}
