/** How far a source is with being read. */
export interface SourceProgress {
  readonly name: string
  readonly state: 'waiting' | 'reading' | 'done' | 'failed'
  /** Documents that were handed over. */
  readonly fetched: number
  /** Postings among them. */
  readonly parsed: number
  readonly rejected: number
}

/** How far a reload is. */
export interface ReloadProgress {
  /** `waiting` for the reload before it, then reading, building the indexes, and comparing with what is there. */
  readonly phase: 'waiting' | 'reading' | 'indexing' | 'comparing'
  readonly sources: readonly SourceProgress[]
}

/** The sum over all sources. */
export function sumProgress({
  sources,
}: ReloadProgress): Pick<SourceProgress, 'fetched' | 'parsed' | 'rejected'> {
  const sum = (read: (source: SourceProgress) => number) =>
    sources.reduce((total, source) => total + read(source), 0)
  return {
    fetched: sum(({ fetched }) => fetched),
    parsed: sum(({ parsed }) => parsed),
    rejected: sum(({ rejected }) => rejected),
  }
}
