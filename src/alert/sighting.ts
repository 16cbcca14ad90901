/** Why a posting is no longer there. */
export const CLOSED_BY = ['gone', 'undo', 'hide'] as const
export type ClosedBy = (typeof CLOSED_BY)[number]

/** When a posting was there, by one of the ids that it was known under. */
export interface Sighting {
  readonly id: string
  /** The id under which it was seen first; the same for all its copies and reposts. */
  readonly postingId: string
  readonly sourceName: string
  readonly firstSeen: Date
  /** The last load that it was in; null while it is in every one. */
  readonly lastSeen: Date | null
  /** null while it is open. */
  readonly closedSince: Date | null
  readonly closedBy: ClosedBy | null
  /** How often it opened: 1 for one that was never closed for long. */
  readonly openings: number
  /** False for what was there when its source was loaded for the first time. */
  readonly isArrival: boolean
  /** Company and role, the same for a repost. */
  readonly likeness: string
  /** Minima of the hashes of its text, by which nearly equal texts are told. */
  readonly sketch: readonly number[]
}

/** As much of a sighting as tells whether anything is different. */
export interface SightingKey extends Pick<Sighting, 'id' | 'postingId' | 'sourceName'> {
  readonly isOpen: boolean
}

/** A source as the alerts know it. */
export interface SeenSource {
  readonly name: string
  readonly firstSeen: Date
  readonly lastSeen: Date
}
